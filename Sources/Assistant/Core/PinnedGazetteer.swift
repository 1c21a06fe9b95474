import CRM
import Model

/// The gazetteer with some names settled: what the person chose when asked.
struct PinnedGazetteer: Gazetteer {
  let base: any Gazetteer
  /// By the name's key.
  let pins: [String: RecordID]
  /// What was talked about, the latest first, and where it can be looked up.
  var focus: [RecordID] = []
  var reader: (any StoreReader)?
  /// Who was named before in the same message.
  var named: [NamedRecord] = []

  private static let people: Set<KindID> = ["contact", "lead", "user"]
  private static let companies: Set<KindID> = ["account", "partner", "lead"]

  func meant(by pronoun: Pronoun) throws -> NamedRecord? {
    let kinds = pronoun == .person ? PinnedGazetteer.people : PinnedGazetteer.companies
    if let record = named.first(where: { kinds.contains($0.id.kind) }) { return record }
    guard let id = focus.first(where: { kinds.contains($0.kind) }), let record = try reader?.record(id) else {
      return nil
    }
    return NamedRecord(id, name: record.name, hint: "")
  }

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
