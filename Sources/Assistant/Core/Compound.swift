import CRM
import Conversation
import Language
import Model

/// Splits "… and …" where both sides are commands by themselves.
struct Compound {
  let round: Round

  func split(_ turn: Turn) throws -> [Round.Part]? {
    for (left, right) in turn.engine.splits(turn.text) {
      guard let first = try whole(left, turn), let second = try whole(right, turn) else { continue }
      let parts = [first, second]
      guard parts.allSatisfy({ isCommand($0.readings[0]) }) else { continue }
      return parts
    }
    return nil
  }

  /// Two whole commands, where one reading of both has made free text of a command: "complete my follow-up with Jane, and
  /// remind me to send her the contract on Friday". What a colon announces is content and stays whole.
  func better(than best: Reading, _ turn: Turn) throws -> [Round.Part]? {
    guard isCommand(best), best.hasText, !Compound.withParticulars.contains(best.intent),
      !turn.text.unicodeScalars.contains(where: { ":：\"“".unicodeScalars.contains($0) })
    else { return nil }
    var cheapest: (cost: Int, parts: [Round.Part])?
    for (left, right) in turn.engine.splits(turn.text) {
      guard let first = try whole(left, turn), let second = try whole(right, turn) else { continue }
      let parts = [first, second]
      let readings = parts.map { $0.readings[0] }
      guard readings.allSatisfy({ isCommand($0) && isComplete($0) && $0.act == .command && $0.corrections.isEmpty })
      else { continue }
      let isSwallowed = readings.contains { $0.intent == best.intent } && readings[0].intent != readings[1].intent
      let sum = readings.reduce(0) { $0 + $1.cost }
      guard isSwallowed ? sum < best.cost + 30 : sum < best.cost else { continue }
      if sum < cheapest?.cost ?? .max { cheapest = (sum, parts) }
    }
    return cheapest?.parts
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

  private func whole(_ text: String, _ turn: Turn) throws -> Round.Part? {
    let readings = try round.read(round.turn(text, Answers(), turn.session))
    guard let best = readings.first, best.cost < 200 else { return nil }
    return (text, readings)
  }
}
