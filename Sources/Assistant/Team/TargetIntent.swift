import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// What a colleague is to win in a period.
struct SetTargetIntent: IntentHandler {
  static let intents = ["target.set"]

  func run(_ call: Call) throws -> Outcome {
    let user = try call.record("user")
    guard let period = try Self.period(try call.value("period"), call.turn) else {
      throw Interruption.refused(call.reply("period", ["period": call.slots["period"]?.text ?? ""]))
    }
    let amount = try amount(of: user, call)
    let known = try call.reader.page(
      Query(
        "target",
        where: .all([
          .oneOf(.path(["user"]), [.record(user.id)]), .oneOf(.path(["period"]), [.text(period)]),
          .isEmpty(.path(["measure"])),
        ])), offset: 0, size: 1, fields: ["amount"]
    ).records.first
    var words = ["user": user.name, "period": period, "amount": ValueText.money(amount)]
    let writer = try call.writing()
    if let known {
      words["before"] = call.turn.values.text(known["amount"])
      try writer.update(known.id, ["amount": .money(amount), "currency": .text(amount.currency.code)])
      return .text(call.reply("changed", words), focus: [known.id, user.id])
    }
    let id = try writer.create(
      "target",
      [
        "user": .record(user.id), "period": .text(period), "amount": .money(amount),
        "currency": .text(amount.currency.code),
      ])
    var outcome = Outcome.text(call.reply("done", words), focus: [id, user.id])
    outcome.data = try RecordData(reader: call.reader).json(id)
    return outcome
  }

  /// An amount without a sign is in the colleague's own currency.
  private func amount(of user: Record, _ call: Call) throws -> Money {
    var own = call.turn.context.speaker.currency
    if case .text(let code)? = user["currency"], let currency = Currency(code) { own = currency }
    switch try call.value("amount").payload {
    case .money(let number, let named):
      let currency = named ?? own
      if let minor = number.scaled(to: currency.digits) { return Money(minor: minor, currency) }
    case .number(let number):
      if let minor = number.scaled(to: own.digits) { return Money(minor: minor, own) }
    default: break
    }
    throw Interruption.ask(slot: "amount")
  }

  /// `2027-Q1`, `2026-12`, `2026`, `2026-H2`, `2026-W48`; nil for a time that is no such period.
  static func period(_ value: RecognizedValue, _ turn: Turn) throws -> String? {
    guard let span = value.time?.resolve(at: turn.context.now.local, prefer: .future), let from = span.from?.day,
      let to = span.to?.day
    else { return nil }
    let year = from.year
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    var names = ["\(year)", "\(year)-\(padded(from.month))"]
    if from.month % 3 == 1 { names.append("\(year)-Q\((from.month + 2) / 3)") }
    if from.month % 6 == 1 { names.append("\(year)-H\((from.month + 5) / 6)") }
    if from.weekday == 1, let start = Day(year: (from + 3).year, month: 1, day: 1) {
      names.append("\(start.year)-W\(padded((from + 3 - start) / 7 + 1))")
    }
    return names.first { Period($0).map { $0.first == from && $0.last + 1 == to } ?? false }
  }
}
