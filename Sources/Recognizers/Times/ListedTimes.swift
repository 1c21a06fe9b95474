import Values

/// Days that share what only one of them says: "18 and 19 June", "June 18 and 19", 12月3日和5日; a day said twice:
/// "tomorrow, Nov 24".
extension TimeReader {
  /// The 18 of "18 and 19 June", "the 21st, 22nd and 23rd of May".
  mutating func readListedDay(_ place: Int) {
    guard let (day, end) = ordinal(place) ?? smallNumber(place), (1...31).contains(day), !isHan(place) else { return }
    let comma = skipComma(end)
    let and = sentence.match(comma) { $0.isAnd } ?? comma
    guard and > end else { return }
    for node in nodes(at: skipThe(and)) where node.form == .day && !node.isWeak {
      guard case .monthDay(let month, _, let year) = node.expression,
        sentence.glyph(node.start) == .digit || ordinal(node.start) != nil, sentence.scalar(node.end - 1) > 0x39
      else { continue }
      return add(place, end, .monthDay(month: month, day: day, year), .day)
    }
  }

  /// The 19 of "June 18 and 19".
  mutating func addListed(to node: TimeNode) {
    guard case .monthDay(let month, let first, let year) = node.expression,
      let and = sentence.match(node.end, { $0.isAnd })
    else { return }
    let start = sentence.skip(and)
    guard let (day, end) = ordinal(start) ?? smallNumber(start), (first + 1...31).contains(day) else { return }
    let mark = sentence.match(end) { $0.isDayMark }
    guard mark != nil || !isHan(start) && reading.endsPhrase(end) && !isUnit(end) && !isColonDigit(end) && !isHan(end)
    else {
      return
    }
    if nodes(at: start).contains(where: { if case .monthDay = $0.expression { true } else { false } }) { return }
    addAside(
      TimeNode(start: start, end: mark ?? end, expression: .monthDay(month: month, day: day, year), form: .day))
  }

  /// "tomorrow, Nov 24", 明天（11月24日）: the date is what was meant.
  mutating func addDate(to day: TimeNode) {
    guard case .relativeDay = day.expression else { return }
    var place = sentence.skip(skipComma(day.end))
    let isBracketed = sentence.scalar(place) == 0x28
    if isBracketed { place += 1 }
    for node in nodes(at: place) where node.form == .day && !node.isWeak {
      switch node.expression {
      case .monthDay, .day:
        add(
          day.start, isBracketed && sentence.scalar(node.end) == 0x29 ? node.end + 1 : node.end, node.expression, .day)
      default: continue
      }
    }
  }
}
