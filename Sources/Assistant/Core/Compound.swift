import CRM
import Conversation
import Language
import Model

/// Splits "… and …" where both sides are sentences by themselves and one of them at least is a command.
struct Compound {
  let round: Round

  func split(_ turn: Turn) throws -> [Round.Part]? {
    for (left, right) in turn.engine.splits(turn.text) {
      guard let first = try whole(left, turn), let second = try whole(right, turn) else { continue }
      let parts = [first, second]
      guard parts.contains(where: { if case .intent = $0.readings[0].content { true } else { false } }) else { continue }
      return parts
    }
    return nil
  }

  private func whole(_ text: String, _ turn: Turn) throws -> Round.Part? {
    let readings = try round.read(round.turn(text, Answers(), turn.session))
    guard let best = readings.first, best.cost < 200 else { return nil }
    return (text, readings)
  }
}
