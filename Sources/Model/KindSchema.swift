/// All there is to know of a kind of record that is not a rule. A new kind is one such value and its vocabulary.
///
/// A class, since it is handed on everywhere and never changes: a struct of so many arrays is dear to copy.
public final class KindSchema: Sendable {
  public let id: KindID
  /// The table, and the CSV file without its ending: `deals`.
  public let file: String
  /// Codes people use are this, a hyphen and the key ("D-12"), unless a field of the kind holds the code.
  public let codePrefix: String
  /// The field that holds a code of the record's own, such as a ticket's number.
  public let codeField: FieldID?
  /// What the record is called: a deal's name, an activity's subject.
  public let nameField: FieldID
  public let fields: [Field]
  public let relations: [Relation]
  public let filters: [NamedFilter]
  public let events: [Event]
  public let measures: [NamedMeasure]
  /// The fields that identify a record in an import: an account's name; a contact's name and account.
  public let naturalKey: [FieldID]
  /// The way to the user whose record it is, if it has one: `[owner]`, `[account, owner]`.
  public let owner: [FieldID]?
  /// What a bare date is about: an order's `ordered_on`.
  public let date: FieldID?
  /// What a bare amount is about: a deal's `amount`, a lead's none.
  public let amount: FieldID?
  /// Shown in a list, after code and name.
  public let columns: [FieldID]
  public let sort: [Sort]
  /// What is found by name: the gazetteer's names of such a record, besides `nameField`.
  public let nameFields: [FieldID]
  /// A part of another kind's records (lines, history): never listed, counted or addressed by itself.
  public let isPart: Bool
  /// The named filter that "my deals" alone takes for granted: those that are still alive.
  public let assumed: String?

  public init(
    _ id: KindID, file: String, code codePrefix: String, codeField: FieldID? = nil, name nameField: FieldID,
    fields: [Field], relations: [Relation] = [], filters: [NamedFilter] = [], events: [Event] = [],
    measures: [NamedMeasure] = [],
    naturalKey: [FieldID], owner: [FieldID]? = nil, date: FieldID? = nil, amount: FieldID? = nil,
    columns: [FieldID] = [], sort: [Sort] = [], nameFields: [FieldID] = [], isPart: Bool = false, assumed: String? = nil
  ) {
    self.id = id
    self.file = file
    self.codePrefix = codePrefix
    self.codeField = codeField
    self.nameField = nameField
    self.fields = fields
    self.relations = relations
    self.filters = filters
    self.events = events
    self.measures = measures
    self.naturalKey = naturalKey
    self.owner = owner
    self.date = date
    self.amount = amount
    self.columns = columns
    self.sort = sort
    self.nameFields = nameFields
    self.isPart = isPart
    self.assumed = assumed
  }

  /// The same kind with more fields.
  func adding(_ more: [Field]) -> KindSchema {
    KindSchema(
      id, file: file, code: codePrefix, codeField: codeField, name: nameField, fields: fields + more,
      relations: relations, filters: filters, events: events, measures: measures, naturalKey: naturalKey, owner: owner,
      date: date, amount: amount, columns: columns, sort: sort, nameFields: nameFields, isPart: isPart,
      assumed: assumed)
  }

  public func field(_ id: FieldID) -> Field? { fields.first { $0.id == id } }
  public func relation(_ id: FieldID) -> Relation? { relations.first { $0.id == id } }
  public func filter(_ id: String) -> NamedFilter? { filters.first { $0.id == id } }
  public func measure(_ id: String) -> NamedMeasure? { measures.first { $0.id == id } }
  public func event(_ id: String) -> Event? { events.first { $0.id == id } }
}
