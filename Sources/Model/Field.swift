/// One field of a kind of record, declared once: storage, import, export, set, show, filter, sort, group, audit and undo
/// follow from it.
public struct Field: Sendable {
  public enum Kind: Sendable, Hashable {
    /// One line of text, compared without case, accents or width.
    case text
    /// Free text of any length; searched, never grouped.
    case longText
    case integer
    case decimal
    /// A fraction of 100: 10 is 10 %.
    case percent
    /// Minor units in this field's column; the currency in the record's field named here.
    case money(currency: FieldID)
    case currency
    case day
    case moment
    case boolean
    /// One of a fixed set of stored words (`normal`, `high`).
    case choice([String])
    /// Text whose distinct values are live vocabulary: industries, cities, sources.
    case category
    case email
    case phone
    case url
    case tags
    case reference(KindID)
    /// A record of any of these kinds: what an activity regards.
    case anyReference([KindID])
  }

  public let id: FieldID
  public let kind: Kind
  public let isRequired: Bool
  /// Erased with a person's data, kept out of logs.
  public let isPersonal: Bool
  /// nil for a stored field; else how its value follows from others.
  public let formula: Expression?
  /// Set by the rules alone, never by a sentence or an import's plain column.
  public let isReadOnly: Bool

  public init(
    _ id: FieldID, _ kind: Kind, required: Bool = false, personal: Bool = false, readOnly: Bool = false,
    formula: Expression? = nil
  ) {
    self.id = id
    self.kind = kind
    isRequired = required
    isPersonal = personal
    isReadOnly = readOnly || formula != nil
    self.formula = formula
  }
}

/// The records of another kind that point back here: an account's `deals`.
public struct Relation: Sendable {
  public let id: FieldID
  public let kind: KindID
  /// The path on the related record that leads back to this one: `[account]`, or `[deal, account]`.
  public let back: [FieldID]
  /// Part of its owner: lines of a quote. Exported in the owner's file, deleted with it.
  public let isOwned: Bool

  public init(_ id: FieldID, of kind: KindID, back: [FieldID], owned: Bool = false) {
    self.id = id
    self.kind = kind
    self.back = back
    isOwned = owned
  }
}

/// A word's meaning as a condition on one kind of record: an `overdue` follow-up, an `open` deal.
public struct NamedFilter: Sendable {
  public let id: String
  public let predicate: Predicate

  public init(_ id: String, _ predicate: Predicate) {
    self.id = id
    self.predicate = predicate
  }
}

/// Something that happened or will happen to a record on a date: a deal `won`, `created`, `closing`; an order `placed`.
///
/// "won" alone is the condition `implies`; "won in May" also puts `date` into May.
public struct Event: Sendable {
  public enum Tense: String, Sendable { case past, future }

  public let id: String
  /// The field (or path) that dates it.
  public let date: [FieldID]
  public let implies: Predicate
  /// Which way a date without a year leans: "closed in October", "due in December".
  public let tense: Tense
  /// Set where the event happens to related records: an account "ordered" when it has such an order.
  public let through: FieldID?

  public init(
    _ id: String, on date: [FieldID], implies: Predicate = .all([]), tense: Tense = .past, through: FieldID? = nil
  ) {
    self.id = id
    self.date = date
    self.implies = implies
    self.tense = tense
    self.through = through
  }
}

/// A figure with a name of its own: the `win_rate` of deals.
public struct NamedMeasure: Sendable {
  public let id: String
  public let measure: Measure
  /// The event that a bare time is about: the win rate of October is that of the deals closed in October.
  public let event: String?

  public init(_ id: String, _ measure: Measure, event: String? = nil) {
    self.id = id
    self.measure = measure
    self.event = event
  }
}
