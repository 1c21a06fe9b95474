import CRM
import Conversation
import Language
import Model
import Values

/// Takes a line as the answer to the open question, where it is one. A complete new command wins.
struct AnswerReader {
  enum Answer {
    case answered(Answers)
    case drop
    case unclear
  }

  let round: Round
  let question: Question

  private var text: String { round.message.text }

  func read() throws -> Answer {
    let words = round.assistant.engine.lexicon
    if words.isPhrase(text, .no), case .confirm = question.sort { return .drop }
    if round.assistant.engine.isIntent(text, "talk.cancel") { return .drop }
    switch question.sort {
    case .confirm:
      guard words.isPhrase(text, .yes) else { return .unclear }
      var answers = question.answers
      answers.isConfirmed = true
      return .answered(answers)
    case .choose(let slot, let name, let among): return try choice(slot, name, among)
    case .slot(let slot): return try fill(slot)
    }
  }

  private func choice(_ slot: String?, _ name: String, _ among: [RecordID]) throws -> Answer {
    guard let chosen = try chosen(among) else { return .unclear }
    var answers = question.answers
    if let slot { answers.slots[slot] = [chosen] } else { answers.names[name] = chosen }
    return .answered(answers)
  }

  /// By number, by place, or by a name that only one of them has.
  private func chosen(_ among: [RecordID]) throws -> RecordID? {
    let digits = text.unicodeScalars.filter { $0 != "#" && $0 != " " && $0 != "." && $0 != "。" }
    if let number = Int(String(String.UnicodeScalarView(digits))), among.indices.contains(number - 1) {
      return among[number - 1]
    }
    if let place = round.assistant.engine.ordinal(text, round.situation(round.turn(text))) {
      let index = place < 0 ? among.count + place : place - 1
      if among.indices.contains(index) { return among[index] }
    }
    let key = NameKey.key(text)
    guard !key.isEmpty else { return nil }
    return try round.assistant.store.read(round.context) { reader in
      let records = try among.compactMap { try reader.record($0) }
      let exact = records.filter { NameKey.key($0.name) == key }
      if exact.count == 1 { return exact[0].id }
      let wanted = NameKey.tokens(text).map(\.text)
      let close = records.filter { record in
        let all = ([record.name] + record.values.values.map { round.turn("").values.text($0, labels: record.labels) })
          .flatMap { NameKey.tokens($0).map(\.text) }
        return wanted.allSatisfy(all.contains)
      }
      return close.count == 1 ? close[0].id : nil
    }
  }

  /// Asked, or asked to be shown: a question of its own, where a mere description would be an answer.
  private func isQuestion(_ shape: Shape) -> Bool {
    let ends = text.unicodeScalars.last { $0 != " " }
    return shape.isShown || shape.asked != .list || shape.asksWho || ends == "?" || ends == "？"
  }

  /// The answer fills the slot, unless it is a command of its own.
  private func fill(_ slot: String) throws -> Answer {
    let readings = try round.read(round.turn(text))
    // How a call went may read like a question about records; as one it has its mark.
    let isPlain = slot == "notes" && !text.hasSuffix("?") && !text.hasSuffix("？")
    if let best = readings.first, best.cost < 60, case .records(_, let shape) = best.content, isQuestion(shape),
      !isPlain || shape.isShown && best.cost < 20
    {
      return .unclear
    }
    // "no answer" says how a call went, and mends nothing.
    if let best = readings.first, best.cost < 60, slot != "notes" || best.intent != "talk.repair",
      case .intent(let definition, let slots) = best.content,
      definition.slots.allSatisfy({ !$0.isRequired || slots[$0.name] != nil })
    {
      return .unclear
    }
    var answers = question.answers
    answers.texts[slot] = text
    return .answered(answers)
  }
}
