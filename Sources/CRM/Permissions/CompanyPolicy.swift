import Model

/// Who may do what, unless the company sets it otherwise: the head of the phrasebook.
///
/// A refusal's `rule` is one of `Rule`; its `who` names the logins of people who can, separated by commas.
public struct CompanyPolicy: Policy {
  /// The rules that a refusal can name.
  public enum Rule: String, Sendable, CaseIterable {
    case guests = "guests_see_nothing"
    case partners = "partners_work_on_theirs"
    case own = "reps_change_their_own"
    case ownCustomers = "reps_work_with_their_own_customers"
    case team = "managers_change_their_people"
    case support = "support_works_tickets"
    case marketing = "marketing_works_campaigns"
    case managers = "managers_only"
    case admins = "admins_only"
  }

  public init() {}

  public func visible(_ kind: KindID, to context: Context) -> Predicate {
    Visibility.predicate(kind, context.speaker)
  }

  public func mayCreate(_ kind: KindID, _ values: [FieldID: Value], reader: any StoreReader) throws {
    let decision = Decision(kind, name(kind, values, reader), "create", reader)
    try decision.mayCreate(values)
  }

  public func mayChange(_ record: Record, _ fields: [FieldID: Value?], reader: any StoreReader) throws {
    let decision = Decision(record.id.kind, record.name, "change", reader)
    try decision.mayChange(record, fields)
  }

  public func mayDelete(_ record: Record, reader: any StoreReader) throws {
    let decision = Decision(record.id.kind, record.name, "delete", reader)
    try decision.mayDelete(record)
  }

  private func name(_ kind: KindID, _ values: [FieldID: Value], _ reader: any StoreReader) -> String {
    guard let field = reader.schema[kind]?.nameField, case .text(let name)? = values[field] else { return "" }
    return name
  }
}
