import CRM
import Conversation
import Language
import Model

/// Splits "… and …" where both sides are commands by themselves.
struct Compound {
  let round: Round

  func split(_ turn: Turn) throws -> [Round.Part]? {
    try split(turn.text, turn, after: nil, most: 4)
  }

  private func split(_ text: String, _ turn: Turn, after before: String?, most: Int) throws -> [Round.Part]? {
    for (left, right) in turn.engine.splits(text).prefix(6) {
      guard let first = try whole(left, turn, after: before), isCommand(first.readings[0]) else { continue }
      if let second = try whole(right, turn, after: left), isCommand(second.readings[0]) { return [first, second] }
      if most > 2, let rest = try split(right, turn, after: left, most: most - 1) { return [first] + rest }
    }
    return nil
  }

  /// Two whole commands, where one reading of both has made free text of a command, or passed one over: "complete my
  /// follow-up with Jane, and remind me to send her the contract on Friday". What a colon announces is content and stays
  /// whole.
  func better(than best: Reading, _ turn: Turn) throws -> [Round.Part]? { try better(than: best, turn, turn.text, 0) }

  private func better(than best: Reading, _ turn: Turn, _ text: String, _ depth: Int) throws -> [Round.Part]? {
    guard isCommand(best) || isDearQuestion(best), !Compound.withParticulars.contains(best.intent),
      best.cost >= 25 || best.hasText || best.hasPreamble || !best.ignored.isEmpty || best.hasUnknown,
      !text.contains(where: { "\"“".contains($0) })
    else { return nil }
    var cheapest: (cost: Int, parts: [Round.Part])?
    for (left, right) in turn.engine.splits(text) where !left.contains(where: { ":：".contains($0) }) {
      guard let parts = try wholes(left, right, turn) else { continue }
      let readings = parts.map { $0.readings[0] }
      guard readings.allSatisfy({ isCommand($0) && isComplete($0) && $0.act == .command && $0.corrections.isEmpty })
      else { continue }
      let sum = readings.reduce(0) { $0 + $1.cost }
      guard isLost(left, right, readings, in: best) ? sum < best.cost + 60 : sum + 12 < best.cost else { continue }
      if sum < cheapest?.cost ?? .max { cheapest = (sum, parts) }
    }
    guard let parts = cheapest?.parts else { return nil }
    guard depth < 2, let more = try better(than: parts[1].readings[0], turn, parts[1].text, depth + 1) else {
      return parts
    }
    return [parts[0]] + more
  }

  /// What has to be stretched to be read as a question is rather two commands, if it can be.
  private func isDearQuestion(_ reading: Reading) -> Bool {
    if case .records = reading.content { return reading.cost >= 20 }
    return false
  }

  /// One of the commands is only text, a name or nothing at all in the reading of both.
  private func isLost(_ left: String, _ right: String, _ readings: [Reading], in best: Reading) -> Bool {
    guard readings[0].intent != readings[1].intent else { return false }
    if readings.contains(where: { $0.intent == best.intent }) || best.hasPreamble { return true }
    if case .records = best.content { return true }
    return (best.texts + best.ignored).contains { $0.contains(left) || $0.contains(right.prefix(6)) }
  }

  /// Commas part the particulars of what these add: "…, CFO at Acme, phone 212 555 0177".
  private static let withParticulars: Set<String> = ["record.create", "person.add", "contact.card"]

  private func isComplete(_ reading: Reading) -> Bool {
    guard case .intent(let definition, let slots) = reading.content else { return false }
    return definition.slots.allSatisfy { !$0.isRequired || slots[$0.name] != nil }
  }

  /// A command with something to do it to: a verb alone is none.
  private func isCommand(_ reading: Reading) -> Bool {
    guard case .intent(let definition, let slots) = reading.content else { return false }
    return definition.effect != .read && (!slots.isEmpty || isComplete(reading))
  }

  private func wholes(_ left: String, _ right: String, _ turn: Turn) throws -> [Round.Part]? {
    guard let first = try whole(left, turn), let second = try whole(right, turn, after: left) else { return nil }
    return [first, second]
  }

  private func whole(_ text: String, _ turn: Turn, after before: String? = nil) throws -> Round.Part? {
    let readings = try round.read(round.turn(text, Answers(), turn.session), after: before)
    guard let best = readings.first, best.cost < 200 else { return nil }
    return (text, readings)
  }
}
