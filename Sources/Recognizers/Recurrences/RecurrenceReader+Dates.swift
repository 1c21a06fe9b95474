import Values

/// Dates that come again: "every June 19", "each year on March 1", "the first Monday of every month", 每季度末.
extension RecurrenceReader {
  /// The date of each year, behind "every year" or before it.
  func yearly(_ word: Lexeme, _ add: (RecognizedValue) -> Void) {
    guard let end = everyYear(word) else { return }
    let on = sentence.match(end) { $0.isOn || $0.isAt || $0.isOf } ?? end
    for node in times.nodes(at: times.skipThe(on)) {
      if let rule = yearlyRule(node.expression) { read(word.start, node.end, rule, add) }
    }
    for node in times.nodes where node.form == .day && sentence.skip(node.end) == word.start {
      if let rule = yearlyRule(node.expression) { read(node.start, end, rule, add) }
    }
  }

  private func everyYear(_ word: Lexeme) -> Int? {
    if case .frequency(.year, 1) = word.meaning { return word.end }
    guard case .every = word.meaning, let (grain, factor, end) = reading.grain(at: word.end), grain == .year,
      factor == 1
    else { return nil }
    return end
  }

  private func yearlyRule(_ expression: TimeExpression) -> String? {
    guard case .monthDay(let month, let day, .open) = expression else { return nil }
    return "FREQ=YEARLY;BYMONTH=\(month);BYMONTHDAY=\(day)"
  }

  /// "every June 19".
  func everyDate(_ word: Lexeme, _ add: (RecognizedValue) -> Void) {
    for node in times.nodes(at: word.end) {
      if let rule = yearlyRule(node.expression) { read(word.start, node.end, rule, add) }
    }
  }

  /// "the 1st of every month", "the first Monday of each month", "the end of every quarter".
  func dayOfEvery(_ word: Lexeme, _ add: (RecognizedValue) -> Void) {
    guard let (grain, factor, end) = reading.grain(at: word.end), factor == 1, grain == .month || grain == .quarter
    else {
      return
    }
    let base = grain == .month ? "FREQ=MONTHLY" : "FREQ=MONTHLY;BYMONTH=3,6,9,12"
    for start in max(0, word.start - 30)..<max(0, word.start) where sentence.isWordStart(start) {
      for (after, rule) in days(start, base, isQuarter: grain == .quarter) {
        let of = sentence.match(after) { $0.isOf } ?? after
        guard sentence.skip(of) == word.start else { continue }
        return read(start, end, rule, add)
      }
    }
  }

  private func days(_ start: Int, _ base: String, isQuarter: Bool) -> [(Int, String)] {
    for place in sentence.words(at: start) {
      if case .edge(.end) = place.meaning { return [(place.end, base + ";BYMONTHDAY=-1")] }
      if case .edge(.start) = place.meaning, !isQuarter { return [(place.end, base + ";BYMONTHDAY=1")] }
    }
    let rank =
      times.ordinal(start).map { ($0.value, $0.end) }
      ?? sentence.find(start) { if case .lastOrdinal(let n) = $0 { n } else { nil } }.map { ($0.value, $0.end) }
    guard let (n, after) = rank, !isQuarter || n < 0 else { return [] }
    return member(n, after, base) + (n > 0 ? [(after, base + ";BYMONTHDAY=\(n)")] : [])
  }

  /// 每季度末: the last day of the last month.
  func quarterEnd(_ place: Int) -> [(Int, String)] {
    guard let (edge, end) = sentence.find(place, { if case .edgeMark(let edge) = $0 { edge } else { nil } }),
      edge == .end
    else { return [] }
    return [(end, "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1")]
  }
}
