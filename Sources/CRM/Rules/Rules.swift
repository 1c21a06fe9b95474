import Model

/// What must hold of records, and what follows from a change: called by the store inside the transaction.
///
/// The reader is the speaker's view; `reader.unrestricted` sees all. Whatever throws rolls the command back.
public protocol Rules: Sendable {
  /// Fills in derived fields of a new record or of a changed one (merged with what it was), and defaults of a new one,
  /// unless it is imported. Only stored fields stand in `values`; an absent one is empty. `before` is nil for a new
  /// record.
  func complete(
    _ kind: KindID, _ values: inout [FieldID: Value], before: Record?, isImport: Bool, reader: any StoreReader) throws

  /// Throws a `RuleRefusal` where the completed record may not be so. The store has already checked that required
  /// fields are there and values fit their fields. Not called in imports.
  func check(_ kind: KindID, before: Record?, after: [FieldID: Value], reader: any StoreReader) throws

  /// What else changes with it. `change` is what was written (completed; of an update only the fields that differ) and
  /// `record` the one it was written to, which a new one now has a key of. Applied in turn, with their own
  /// consequences; more than eight levels are a fault. Read-only fields may be set. Not called in imports, undo or redo.
  func consequences(of change: Change, to record: RecordID, before: Record?, reader: any StoreReader) throws -> [Change]

  /// What a delete takes along or changes first, besides owned relations. References that still point to the record
  /// afterwards are emptied, or, where they are required, the delete is refused (`RuleRefusal.needs`).
  func cascade(of record: Record, reader: any StoreReader) throws -> [Change]
}
