/// All kinds of record, in the order in which they can be imported: what is referred to comes first.
public struct Schema: Sendable {
  public let kinds: [KindSchema]
  private let index: [KindID: Int]

  /// Of two kinds with the same id, the first counts.
  public init(_ kinds: [KindSchema]) {
    self.kinds = kinds
    index = Dictionary(kinds.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where a kind stands among `kinds`.
  public func place(of id: KindID) -> Int? { index[id] }

  public subscript(_ id: KindID) -> KindSchema? { index[id].map { kinds[$0] } }

  /// The field at the end of a path of references from `kind`, with the kind it belongs to; nil if a step is missing,
  /// or goes through a reference of several kinds.
  public func field(_ path: [FieldID], of kind: KindID) -> (kind: KindSchema, field: Field)? {
    guard var current = self[kind], let last = path.last else { return nil }
    for step in path.dropLast() {
      guard case .reference(let next)? = current.field(step)?.kind, let schema = self[next] else { return nil }
      current = schema
    }
    return current.field(last).map { (current, $0) }
  }
}
