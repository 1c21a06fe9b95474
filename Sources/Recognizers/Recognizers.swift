import Values

/// Finds the dates, times, amounts and other values in a sentence, in every language it knows at once.
public struct Recognizers: Sendable {
  /// Single English words for days and months, of five letters and more.
  public static let calendarWords: [String] = {
    var words: [String] = []
    for list in EnglishWords.days + EnglishWords.months {
      list.forEachWord { scalars in
        let letters = scalars.compactMap { (0x61...0x7A).contains($0) ? UInt8($0) : nil }
        if letters.count == scalars.count, letters.count >= 5 { words.append(String(decoding: letters, as: UTF8.self)) }
      }
    }
    return words
  }()

  /// Chinese words for days and parts of periods, of two characters and more.
  public static let calendarIdeographs: [String] = [
    "今天", "明天", "后天", "大后天", "昨天", "前天", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "周末", "星期一", "星期二", "星期三",
    "星期四", "星期五", "星期六", "星期天", "星期日", "礼拜一", "礼拜二", "礼拜三", "礼拜四", "礼拜五", "本周", "这周", "下周", "上周", "下下周", "本月", "这个月",
    "下个月", "上个月", "下月", "上月", "月底", "月初", "月中", "月末", "年底", "年初", "年末", "季度末", "季末", "季度初", "本季度", "这个季度", "下个季度",
    "下季度",
    "上季度", "上个季度", "今年", "明年", "去年", "上午", "中午", "下午", "晚上", "早上", "傍晚", "上旬", "中旬", "下旬", "小时", "分钟",
  ]

  private let lexicon: Lexicon

  public init() { lexicon = .shared }

  /// With the words of further languages; names that are none are passed over.
  public init(words: [String: [String]]) {
    let named = words.sorted { $0.key < $1.key }.compactMap { name, words in
      NamedMeaning(name).map { (name: $0, words: words) }
    }
    lexicon = named.isEmpty ? .shared : Lexicon(adding: named)
  }

  /// How many scalars of a text are searched; a pasted document is no sentence.
  static let limit = 4000

  /// Every plausible reading, overlapping ones too, by start and then by length, longest first.
  ///
  /// A bare number is also offered as money without a currency, and the parts of a range beside the range.
  public func candidates(in text: String, _ context: RecognizerContext) -> [RecognizedValue] {
    let reading = Reading(text, limit: Recognizers.limit, lexicon)
    var found: [RecognizedValue] = []
    let add = { (value: RecognizedValue) in found.append(value) }
    if !reading.sentence.lexemes.isEmpty || !reading.numbers.isEmpty {
      let times = TimeReader(reading, context)
      times.values(add)
      RecurrenceReader(reading: reading, times: times).read(add)
      reading.plainNumbers(times, add)
      reading.amounts(times, context, add)
      reading.percents(add)
      reading.ordinals(add)
      reading.booleans(add)
    }
    reading.phones(add)
    reading.addresses(text, add)
    Recognizers.dropTails(&found, text)
    found.sort { a, b in
      a.range.lowerBound != b.range.lowerBound
        ? a.range.lowerBound < b.range.lowerBound : a.range.upperBound > b.range.upperBound
    }
    return found
  }

  /// Without values that begin in the middle of a Chinese numeral: 三十点 is no ten o'clock, 周三十点 is.
  private static func dropTails(_ found: inout [RecognizedValue], _ text: String) {
    let scalars = Array(text.unicodeScalars.prefix(limit))
    func isNumeral(_ place: Int) -> Bool {
      scalars.indices.contains(place) && "零〇一二两三四五六七八九十百千万亿".unicodeScalars.contains(scalars[place])
    }
    let ends = Set(found.filter { $0.time != nil }.map(\.range.upperBound))
    found.removeAll { value in
      let start = value.range.lowerBound
      guard value.time != nil, isNumeral(start), isNumeral(start - 1) else { return false }
      return !ends.contains(start)
    }
  }

  /// Values that do not overlap: the longest wins, then the more specific kind.
  public func values(in text: String, _ context: RecognizerContext) -> [RecognizedValue] {
    let ranked = candidates(in: text, context).enumerated().sorted { a, b in
      if a.element.range.count != b.element.range.count { return a.element.range.count > b.element.range.count }
      if a.element.rank != b.element.rank { return a.element.rank < b.element.rank }
      return a.offset < b.offset
    }
    var chosen: [RecognizedValue] = []
    for (_, value) in ranked where !chosen.contains(where: { $0.range.overlaps(value.range) }) { chosen.append(value) }
    return chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// `values` as one JSON array on one line, resolved at the context's clock, in the form of the bot protocol.
  public func json(in text: String, _ context: RecognizerContext) -> String {
    var out = "["
    let original = AddressText(text)
    for value in values(in: text, context) {
      guard let item = ValueJSON(value, original[value.range], context).text else { continue }
      if out.utf8.count > 1 { out += "," }
      out += item
    }
    return out + "]"
  }
}

extension RecognizedValue {
  /// Among readings of the same stretch the lowest wins.
  fileprivate var rank: Int {
    switch kind {
    case .email, .url: 0
    case .recurrence: 1
    case .percent: 2
    case .money: if case .money(_, nil) = payload { 9 } else { 2 }
    case .datetime, .date, .range: 3
    case .time: 4
    case .duration: 5
    case .phone: 3
    case .ordinal: 6
    case .number: 7
    case .boolean: 8
    }
  }
}
