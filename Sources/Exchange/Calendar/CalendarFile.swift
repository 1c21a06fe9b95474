import Values

/// Meetings and tasks as an iCalendar file (RFC 5545), in UTC, so that no table of time zones has to go with it.
public struct CalendarFile: Sendable {
  public struct Entry: Sendable {
    /// Stays the same from export to export, so that a calendar program replaces what it has.
    public let id: String
    public let title: String
    public let start: Moment
    public var end: Moment?
    public var place = ""
    public var details = ""
    /// A task with a due time rather than an event.
    public let isTask: Bool

    public init(id: String, title: String, start: Moment, isTask: Bool) {
      self.id = id
      self.title = title
      self.start = start
      self.isTask = isTask
    }
  }

  private let name: String
  private let now: Moment
  private let entries: [Entry]

  public init(name: String, now: Moment, entries: [Entry]) {
    self.name = name
    self.now = now
    self.entries = entries
  }

  public var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rapport//Rapport CRM//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(name),
    ]
    for entry in entries { lines += self.lines(of: entry) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(of entry: Entry) -> [String] {
    let kind = entry.isTask ? "VTODO" : "VEVENT"
    var lines = [
      "BEGIN:\(kind)", "UID:\(entry.id)@rapport.invalid", "DTSTAMP:" + Self.utc(now),
      "SUMMARY:" + Self.escaped(entry.title),
    ]
    if entry.isTask {
      lines += ["DUE:" + Self.utc(entry.start), "STATUS:NEEDS-ACTION"]
    } else {
      lines.append("DTSTART:" + Self.utc(entry.start))
      if let end = entry.end, end.epoch > entry.start.epoch { lines.append("DTEND:" + Self.utc(end)) }
      lines.append("STATUS:CONFIRMED")
    }
    if !entry.place.isEmpty { lines.append("LOCATION:" + Self.escaped(entry.place)) }
    if !entry.details.isEmpty { lines.append("DESCRIPTION:" + Self.escaped(entry.details)) }
    return lines + ["END:\(kind)"]
  }

  /// `20261126T190000Z`.
  private static func utc(_ moment: Moment) -> String {
    let time = LocalTime(seconds: moment.epoch)
    return String(time.sortable.filter { $0 != "-" && $0 != ":" }.prefix(15)) + "Z"
  }

  /// Section 3.3.11: backslash, comma, semicolon and line breaks; other control characters may not stand at all.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\\\"
      case ",": result += "\\,"
      case ";": result += "\\;"
      case "\n", "\r\n", "\r": result += "\\n"
      default:
        if !character.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
          result.append(character)
        }
      }
    }
    return result
  }

  /// Section 3.1: lines of at most 75 octets, never broken inside a character.
  private static func folded(_ line: String) -> String {
    var result = ""
    var length = 0
    for character in line {
      let size = String(character).utf8.count
      if length + size > 75 {
        result += "\r\n "
        length = 1
      }
      result.append(character)
      length += size
    }
    return result
  }
}
