/// All kinds of record, in the order in which they can be imported: what is referred to comes first.
public struct Schema: Sendable {
  public let kinds: [KindSchema]
  /// The fields that the company has added, in the order in which it did; they stand in `kinds` too.
  public let added: [AddedField]
  private let index: [KindID: Int]

  /// Of two kinds with the same id, the first counts.
  public init(_ kinds: [KindSchema], added: [AddedField] = []) {
    self.kinds = kinds.map { kind in
      let own = added.filter { $0.kind == kind.id && kind.field($0.id) == nil }
      return own.isEmpty ? kind : kind.adding(own.map { Field($0.id, $0.type) })
    }
    self.added = added
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

/// A field that a company has added to a kind of record.
public struct AddedField: Sendable, Hashable {
  public let kind: KindID
  public let id: FieldID
  /// As people say it.
  public let label: String
  public let type: Field.Kind

  public init(kind: KindID, id: FieldID, label: String, type: Field.Kind) {
    self.kind = kind
    self.id = id
    self.label = label
    self.type = type
  }
}
