import Model
import Values

/// Days and times as files write them: ISO 8601, `2026/11/23`, `11/23/2026`, `23.11.2026`, `2026年11月23日`, `Nov 23, 2026`.
struct DayText: Sendable {
  /// Where only numbers stand, the first is the day; a column's own rows decide.
  var isDayFirst = false

  /// As the rows of a column have it: any first number over 12 is a day, any second one means the month comes first.
  init(column: some Sequence<String>) {
    for text in column {
      let parts = DayText.numbers(in: text)
      guard parts.count >= 3, parts[0] < 1000 else { continue }
      if parts[0] > 12 {
        isDayFirst = true
        return
      }
      if parts[1] > 12 { return }
      if text.contains(".") { isDayFirst = true }
    }
  }

  init() {}

  func day(_ text: String) -> Day? {
    let text = text.trimmed
    if let day = Day(iso: text.prefix(10)), text.utf8.count == 10 || LocalTime(iso: text) != nil { return day }
    if let moment = Moment(iso: text) { return moment.local.day }
    let words = text.split { $0 == " " || $0 == "T" }
    if words.count >= 2, words[1].contains(":") { return plainDay(String(words[0])) }
    return plainDay(text)
  }

  /// A moment with an offset, or a local time; a day alone is at `hour` o'clock.
  func time(_ text: String, hour: Int) -> (moment: Moment?, local: LocalTime?)? {
    let text = text.trimmed
    if let moment = Moment(iso: text) { return (moment, nil) }
    if text.utf8.count > 10, let local = LocalTime(iso: text) { return (nil, local) }
    let words = text.split { $0 == " " || $0 == "T" }.map(String.init)
    if let index = words.firstIndex(where: { $0.contains(":") }), index > 0 {
      guard let day = plainDay(words[..<index].joined(separator: " ")),
        let second = DayText.secondOfDay(words[index...].joined())
      else { return nil }
      return (nil, LocalTime(day) + second)
    }
    return day(text).map { (nil, LocalTime($0, hour: hour)) }
  }

  private func plainDay(_ text: String) -> Day? {
    if let day = named(text) { return day }
    let parts = DayText.numbers(in: text)
    guard parts.count == 3, DayText.isPlain(text) else { return nil }
    if parts[0] >= 1000 { return Day(year: parts[0], month: parts[1], day: parts[2]) }
    let year = parts[2] < 100 ? 2000 + parts[2] : parts[2]
    return isDayFirst
      ? Day(year: year, month: parts[1], day: parts[0]) : Day(year: year, month: parts[0], day: parts[1])
  }

  /// "Nov 23, 2026", "23 November 2026".
  private func named(_ text: String) -> Day? {
    let words = NameKey.fold(text).split { $0 == " " || $0 == "," || $0 == "-" || $0 == "." }
    guard words.count == 3, let month = words.firstIndex(where: { DayText.month($0) != nil }), month < 2,
      let number = DayText.month(words[month]), let year = Int(words[2]),
      let day = Int(words[1 - month].prefix { $0.isNumber })
    else { return nil }
    return Day(year: year < 100 ? 2000 + year : year, month: number, day: day)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func month(_ word: Substring) -> Int? {
    guard word.count >= 3, let index = months.firstIndex(of: String(word.prefix(3))) else { return nil }
    return index + 1
  }

  /// "15:30", "3:00PM", "15:30:10".
  private static func secondOfDay(_ text: String) -> Int? {
    let folded = NameKey.fold(text)
    let isAfternoon = folded.hasSuffix("pm")
    let parts = folded.filter { $0.isNumber || $0 == ":" }.split(separator: ":").map { Int($0) ?? -1 }
    guard (2...3).contains(parts.count), (0...23).contains(parts[0]),
      parts.dropFirst().allSatisfy({ (0...59).contains($0) })
    else { return nil }
    var hour = parts[0]
    if isAfternoon, hour < 12 { hour += 12 }
    if folded.hasSuffix("am"), hour == 12 { hour = 0 }
    return hour * 3600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
  }

  private static func isPlain(_ text: String) -> Bool {
    text.allSatisfy { $0.isNumber || "/-. 年月日".contains($0) }
  }

  private static func numbers(in text: String) -> [Int] {
    text.split { !$0.isASCII || !$0.isNumber }.prefix(3).compactMap { Int($0) }
  }
}
