import Model

/// A description of records as understood: which ones, and how they were called.
public struct SetReading: Sendable {
  public var query: Query
  /// The names in it, each with all it may be: more than one makes the reading ambiguous.
  public var names: [ResolvedName]
  public var code: String?
  public var pronoun: Pronoun?
  /// A noun said the kind ("deals"); else it follows from a name, or from where the description stands.
  public var hasNoun: Bool
  /// Anything besides a noun, a name, a code or a pronoun narrows it.
  public var isDescribed: Bool
  /// "three or more tickets".
  var count: (Comparison, Int)?
  public var tokens: Range<Int>
  public var cost: Int

  /// A record that is not named but pointed at.
  public enum Pronoun: Sendable, Hashable {
    case it, them
    /// From 1; -1 is the last.
    case ordinals(Int, Int)
  }

  /// "that follow-up with Jane": pointed at and described as well; the description says which.
  public var isDemonstrative: Bool {
    switch pronoun {
    case .it, .them: isDescribed || !names.isEmpty || code != nil
    case .ordinals, nil: false
    }
  }

  /// Nothing but one name of its own, or one code.
  public var isName: Bool {
    !isDescribed && (pronoun == nil || isDemonstrative)
      && (code != nil || names.count == 1 && names[0].kind == query.kind)
  }
}

/// What a whole sentence asks for about a set of records.
public struct Shape: Sendable {
  public enum Asked: Sendable, Hashable {
    case list
    case count
    /// Of a field, or of the kind's amount.
    case aggregate(Aggregate)
    /// A field of the records.
    case field
    case measure(String)
  }

  public var asked: Asked = .list
  /// The field shown or measured, of the set's kind or one it refers to.
  public var field: Expression?
  public var groups: [Expression] = []
  /// Only the first group by size is asked for: -1 the smallest, 1 the largest, 0 all.
  public var top = 0
  /// A command word or a question word asked to see it.
  public var isShown = false
  public var asksWho = false
  public var asksWhen = false
  /// Narrows the last list: "only the ones over 20k".
  public var isNarrowing = false
}
