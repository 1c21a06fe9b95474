import CRM
import GRDB
import Model
import Values

/// Turns queries into SQL for one speaker at one moment. Values are bound; every level is limited by the policy.
final class Compiler {
  let core: Core
  let context: Context
  private(set) var isLimited: Bool
  var aliases = 0
  /// Something in what was compiled depends on the time of day.
  private(set) var usesClock = false

  init(_ core: Core, _ context: Context, limited: Bool) {
    self.core = core
    self.context = context
    isLimited = limited
  }

  /// What is compiled inside is not limited by the policy.
  func unlimited<Result>(_ body: () throws -> Result) rethrows -> Result {
    let was = isLimited
    isLimited = false
    defer { isLimited = was }
    return try body()
  }

  /// The conditions of a query's own level, the policy's included.
  func filter(_ predicate: Predicate, _ place: Place) throws -> Fragment {
    let condition = try condition(predicate, place)
    guard let visible = try visible(place) else { return condition }
    return "(\(condition)) AND \(visible)"
  }

  func term(_ expression: Expression, _ place: Place) throws -> Term {
    switch expression {
    case .path(let steps): try path(steps, place)
    case .constant(let value): constant(value)
    case .speaker: speaker
    case .today: constant(.day(context.today))
    case .now: now
    case .aggregate(let aggregate, let relation, let matching, let of):
      try aggregated(aggregate, relation, matching, of, place, own: nil)
    case .sum(let left, let right): try arithmetic(.sum, term(left, place), term(right, place))
    case .difference(let left, let right): try arithmetic(.difference, term(left, place), term(right, place))
    case .product(let left, let right): try arithmetic(.product, term(left, place), term(right, place))
    case .quotient(let left, let right): try arithmetic(.quotient, term(left, place), term(right, place))
    case .days(let from, let to): try days(term(from, place), term(to, place))
    case .hours(let from, let to): try hours(term(from, place), term(to, place))
    case .period(let inner, let grain): try period(term(inner, place), grain)
    }
  }

  private var now: Term {
    usesClock = true
    return constant(.moment(context.now))
  }

  /// A relative time as it is now.
  func resolve(_ time: TimeTerm) -> TimeSpan? {
    usesClock = true
    return time.resolve(at: context.now.local)
  }

  private var speaker: Term {
    let user = context.speaker.user
    return Term(
      .record, .bound(user.map(\.key)), kind: user?.kind ?? "user", constant: user.map { .record($0) })
  }

  func constant(_ value: Value) -> Term {
    switch value {
    case .text(let text):
      Term(.text, .bound(text), folded: .bound(NameKey.fold(text)), constant: value)
    case .integer(let number): Term(.integer, .bound(number), constant: value)
    case .decimal(let number): Term(.decimal, .bound(number), constant: value)
    case .boolean(let flag): Term(.boolean, .bound(flag ? 1 : 0), constant: value)
    case .money(let money):
      Term(.money, .bound(money.minor), currency: .bound(money.currency.code), constant: value)
    case .amounts(let amounts):
      amounts.count == 1 ? constant(.money(amounts[0])) : Term(.amounts, "NULL", constant: value)
    case .day(let day): Term(.day, .bound(day.description), constant: value)
    case .moment(let moment):
      Term(.moment, .bound(moment.local.sortable), utc: .bound(moment.epoch), constant: value)
    case .record(let id): Term(.record, .bound(id.key), kind: id.kind, constant: value)
    case .list: Term(.list, "NULL", constant: value)
    }
  }
}
