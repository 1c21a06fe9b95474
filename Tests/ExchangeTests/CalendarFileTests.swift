import Foundation
import Testing
import Values

@testable import Exchange

struct CalendarFileTests {
  private let now = Moment(local: LocalTime(Day(number: 20_780), hour: 9), offset: -18_000)

  private func text(_ change: (inout CalendarFile.Entry) -> Void, title: String = "Demo", isTask: Bool = false)
    -> String
  {
    var entry = CalendarFile.Entry(id: "F-1", title: title, start: now, isTask: isTask)
    change(&entry)
    return CalendarFile(name: "Dana", now: now, entries: [entry]).text
  }

  @Test func timesAreInUTC() {
    let file = text { $0.end = Moment(local: $0.start.local + 3600, offset: -18_000) }
    #expect(file.contains("DTSTART:20261123T140000Z\r\n"))
    #expect(file.contains("DTEND:20261123T150000Z\r\n"))
    #expect(file.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(file.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
  }

  @Test func aTaskIsDue() {
    let file = text({ _ in }, isTask: true)
    #expect(file.contains("DUE:20261123T140000Z\r\n"))
    #expect(!file.contains("DTSTART"))
  }

  /// Whatever stands in a title cannot end its line or begin another property.
  @Test func whatHasAMeaningIsEscaped() {
    let file = text({ $0.details = "one\nEND:VEVENT" }, title: "a, b; c\\d\u{7}")
    #expect(file.contains("SUMMARY:a\\, b\\; c\\\\d\r\n"))
    #expect(file.contains("DESCRIPTION:one\\nEND:VEVENT\r\n"))
  }

  @Test func longLinesAreFoldedBetweenCharacters() {
    let file = text({ _ in }, title: String(repeating: "谈", count: 60))
    for line in file.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
    #expect(file.replacingOccurrences(of: "\r\n ", with: "").contains(String(repeating: "谈", count: 60)))
  }
}
