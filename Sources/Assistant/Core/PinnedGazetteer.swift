import Model

/// The gazetteer with some names settled: what the person chose when asked.
struct PinnedGazetteer: Gazetteer {
  let base: any Gazetteer
  /// By the name's key.
  let pins: [String: RecordID]

  func spans(in tokens: [NameToken]) throws -> [NameSpan] {
    let spans = try base.spans(in: tokens)
    guard !pins.isEmpty else { return spans }
    return spans.compactMap { span in
      let key = NameKey.key(tokens[span.range].map(\.text).joined(separator: " "))
      guard let pin = pins[key] else { return span }
      guard case .records(pin.kind, _, let few) = span.target, let chosen = few.first(where: { $0.id == pin }) else {
        return nil
      }
      return NameSpan(span.range, .records(pin.kind, count: 1, few: [chosen]), isExact: true)
    }
  }

  func nearest(to text: String, kinds: [KindID], limit: Int) throws -> [NamedRecord] {
    try base.nearest(to: text, kinds: kinds, limit: limit)
  }
}
