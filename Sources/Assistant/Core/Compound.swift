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

  private func isCommand(_ reading: Reading) -> Bool {
    if case .intent(let definition, _) = reading.content { return definition.effect != .read }
    return false
  }

  private func whole(_ text: String, _ turn: Turn) throws -> Round.Part? {
    let readings = try round.read(round.turn(text, Answers(), turn.session))
    guard let best = readings.first, best.cost < 200 else { return nil }
    return (text, readings)
  }
}
