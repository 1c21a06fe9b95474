import Model

/// The rules of all kinds of record: what is filled in, what must hold, what follows.
public struct CRMRules: Rules {
  public init() {}

  public func complete(
    _ kind: KindID, _ values: inout [FieldID: Value], before: Record?, isImport: Bool, reader: any StoreReader
  ) throws {
    let draft = Draft(kind: kind, values: values, before: before, reader: reader)
    if !isImport {
      if before == nil { try Defaults.fill(draft) }
      try Transitions.apply(draft)
    }
    try Derivations.fill(draft)
    values = draft.values
  }

  public func check(
    _ kind: KindID, before: Record?, after: [FieldID: Value], reader: any StoreReader
  ) throws {
    let draft = Draft(kind: kind, values: after, before: before, reader: reader)
    try ValueChecks.check(draft)
    try KindChecks.check(draft)
  }

  public func consequences(
    of change: Change, to record: RecordID, before: Record?, reader: any StoreReader
  ) throws -> [Change] {
    let values: [FieldID: Value?]
    switch change {
    case .create(_, let created): values = created.mapValues { $0 }
    case .update(_, let changed): values = changed
    case .delete, .notify: return []
    }
    let event = Consequences(record: record, changed: values, before: before, lookup: Lookup(reader))
    switch record.kind {
    case "deal": return try event.ofDeal()
    case "deal_line": return try event.ofDealLine()
    case "activity": return try event.ofActivity() + event.ofRepeated()
    default: return []
    }
  }

  public func cascade(of record: Record, reader: any StoreReader) throws -> [Change] {
    try Cascade(record: record, lookup: Lookup(reader)).changes()
  }
}
