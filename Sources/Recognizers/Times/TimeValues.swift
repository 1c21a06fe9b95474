extension TimeReader {
  /// What was read that counts on its own.
  func values(_ add: (RecognizedValue) -> Void) {
    for node in aside + nodes where !node.isWeak {
      switch node.form {
      case .bareClock, .bareClockRange: continue
      default: add(RecognizedValue(range: node.start..<node.end, kind: node.kind, payload: .time(node.expression)))
      }
    }
    for duration in durations where !duration.isWeak || stands(duration) {
      add(RecognizedValue(range: duration.start..<duration.end, kind: .duration, payload: .duration(duration.duration)))
    }
  }

  /// Whether a number only makes sense in the time or the length it belongs to: the 15 of "December 15".
  func holds(_ number: NumberNode) -> Bool {
    for node in aside + nodes where node.start <= number.start && node.end >= number.end && !node.isWeak {
      guard node.end - node.start > number.end - number.start else { continue }
      switch node.form {
      case .bareClock, .bareClockRange: continue
      default: if node.end > number.end || reading.endsPhrase(number.end) { return true }
      }
    }
    return durations.contains { $0.start <= number.start && $0.end > number.end }
  }

  /// "for a year", not "three times a year".
  private func stands(_ duration: DurationNode) -> Bool {
    duration.start == 0
      || sentence.precedes(duration.start) { meaning in
        switch meaning {
        case .of, .at, .within, .after, .on, .every, .inFuture: true
        default: false
        }
      }
  }
}
