import CRM
import Conversation
import Model

/// "stuck deals" by what is usual here: the filter's fixed condition replaced by `Stagnation`'s, and the reasons said.
struct StuckDeals {
  let turn: Turn
  let reader: any StoreReader

  /// The query with the company's own notion of stuck, where it speaks of it.
  func expand(_ query: Query) throws -> Query {
    guard let marker = idle, StuckDeals.holds(query.predicate, marker) else { return query }
    var expanded = query
    let parts = try Stagnation(reader).predicate
    expanded.predicate = StuckDeals.replace(marker, with: parts, in: query.predicate)
    return expanded
  }

  /// What the filter adds to being open.
  private var idle: Predicate? {
    guard let kind = reader.schema["deal"], let open = kind.filter("open")?.predicate,
      case .all(let parts)? = kind.filter("stuck")?.predicate
    else { return nil }
    return parts.first { $0 != open }
  }

  /// The same conditions in any order. Putting them into one order is dear, so it is done only where they may be.
  private static func areSame(_ left: Predicate, _ right: Predicate) -> Bool {
    switch (left, right) {
    case (.any(let a), .any(let b)), (.all(let a), .all(let b)): a.count == b.count && normal(left) == normal(right)
    default: left == right
    }
  }

  private static func normal(_ predicate: Predicate) -> Predicate {
    switch predicate {
    case .any(let parts): .any(parts.map(normal).sorted { "\($0)" < "\($1)" })
    case .all(let parts): .all(parts.map(normal).sorted { "\($0)" < "\($1)" })
    default: predicate
    }
  }

  private static func holds(_ predicate: Predicate, _ marker: Predicate) -> Bool {
    if areSame(predicate, marker) { return true }
    switch predicate {
    case .all(let parts), .any(let parts): return parts.contains { holds($0, marker) }
    case .not(let inner), .exists(_, let inner), .via(_, let inner): return holds(inner, marker)
    default: return false
    }
  }

  private static func replace(_ marker: Predicate, with new: Predicate, in predicate: Predicate) -> Predicate {
    if areSame(predicate, marker) { return new }
    switch predicate {
    case .all(let parts): return .all(parts.map { replace(marker, with: new, in: $0) })
    case .any(let parts): return .any(parts.map { replace(marker, with: new, in: $0) })
    case .not(let inner): return .not(replace(marker, with: new, in: inner))
    case .exists(let relation, let inner): return .exists(relation, replace(marker, with: new, in: inner))
    case .via(let field, let inner): return .via(field, replace(marker, with: new, in: inner))
    default: return predicate
    }
  }

  /// What a list of stuck deals shows besides the reasons.
  static let columns: [FieldID] = ["stage", "amount", "owner"]

  /// The fields that the reasons are told from.
  static let fields: [FieldID] = ["stage", "stage_days", "last_activity", "age_days"]

  /// Whether a list of deals is one of stuck deals: its condition weighs days in the stage.
  static func isMeant(by query: Query) -> Bool {
    query.kind == "deal" && mentions(query.predicate)
  }

  private static func mentions(_ predicate: Predicate) -> Bool {
    switch predicate {
    case .all(let parts): isNeverTouched(parts) || parts.contains(where: mentions)
    case .any(let parts): parts.contains(where: mentions)
    default: false
    }
  }

  /// Never an activity, and old: a part of nothing else than being stuck.
  private static func isNeverTouched(_ parts: [Predicate]) -> Bool {
    guard parts.count == 2, parts.contains(.isEmpty(.path(["last_activity"]))) else { return false }
    return parts.contains { if case .compare(.path(["age_days"]), .greater, _) = $0 { true } else { false } }
  }

  /// Why each is stuck: too long in its stage, quiet for too long, or both.
  func reasons(_ deals: [Record]) throws -> [String] {
    let stagnation = try Stagnation(reader)
    return deals.map { deal in
      return stagnation.reasons(of: deal, context: turn.context).map { reason in
        switch reason {
        case .slow(let days, let usual):
          turn.say("stuck.slow", ["days": String(days), "usual": String(usual)])
        case .idle(let days): turn.say("stuck.idle", ["days": String(days)])
        }
      }.joined(separator: "; ")
    }
  }
}
