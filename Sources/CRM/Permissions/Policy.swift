import Model

/// Who may see and do what: one place, asked by the store at every query and every change.
public protocol Policy: Sendable {
  /// Which records of a kind exist for this speaker; `.always` where there is no limit. It is laid over every level of a
  /// query (lists, related records, sums), the gazetteer, exports and undo, and must not itself depend on what a speaker
  /// may see: the store compiles it without limits.
  func visible(_ kind: KindID, to context: Context) -> Predicate

  /// Throws `RuleRefusal.notAllowed` where the speaker (`reader.context`) may not make this record.
  /// Asked for what was commanded, not for its consequences; not asked in imports.
  func mayCreate(_ kind: KindID, _ values: [FieldID: Value], reader: any StoreReader) throws

  /// `record` as it was before; `fields` as they are asked to become, an emptied one as nil.
  func mayChange(_ record: Record, _ fields: [FieldID: Value?], reader: any StoreReader) throws

  func mayDelete(_ record: Record, reader: any StoreReader) throws
}
