import CRM
import Conversation
import Language
import Model
import Values

/// The reply where a sentence waits for an answer, or meant something that is not there.
struct Interrupted {
  let round: Round
  let turn: Turn
  let understood: Understood?

  func reply(to interruption: Interruption, _ reading: Reading) throws -> Reply {
    switch interruption {
    case .ask(let wanted):
      let slot = first(wanted, reading)
      return try ask(.slot(slot), turn.wording.ask(reading.intent, slot, slotTexts(reading)), .ask)
    case .askLater(let slot, let question, let settled):
      return try ask(.slot(slot), question, .ask, settled: settled)
    case .choose(let slot, let name, let among, let total):
      let lines = among.map { $0.hint.isEmpty ? $0.name : "\($0.name) (\($0.hint))" }
      let title = turn.say(
        name.isEmpty ? "choose.which" : "choose.name", ["name": name, "count": String(total)])
      let choices = lines.enumerated().map { Choice(title: $1, send: String($0 + 1)) }
      return try ask(
        .choose(slot: slot, name: NameKey.key(name), among: among.map(\.id)), title, .choose, list: lines, choices)
    case .confirm(let question): return try ask(.confirm, question, .confirm)
    case .notFound(let name, let kinds): return try missing(name, kinds)
    case .nothingFits(let slot):
      return try plain(turn.say("nothing.fits", ["text": text(of: slot, reading)]), .notFound)
    case .nothingMeant(let slot):
      return try plain(turn.say("nothing.meant", ["text": text(of: slot, reading)]), .ask)
    case .refused(let sentence): return try plain(sentence, .ask)
    }
  }

  /// The slot to ask for: another one before it that the question for it tells back, as in "Who should have {records}?".
  private func first(_ wanted: String, _ reading: Reading) -> String {
    guard case .intent(let intent, let slots) = reading.content,
      let question = intent.texts(turn.wording.language)?.ask[wanted]
    else { return wanted }
    let told = intent.slots.first {
      $0.name != wanted && slots[$0.name] == nil && intent.texts(turn.wording.language)?.ask[$0.name] != nil
        && question.contains("{\($0.name)}")
    }
    return told?.name ?? wanted
  }

  private func slotTexts(_ reading: Reading) -> [String: String] {
    guard case .intent(_, let slots) = reading.content else { return [:] }
    return slots.mapValues(\.text)
  }

  private func text(of slot: String, _ reading: Reading) -> String {
    guard case .intent(_, let slots) = reading.content, let filled = slots[slot] else { return turn.text }
    return filled.text
  }

  private func ask(
    _ sort: Question.Sort, _ text: String, _ status: Reply.Status, list: [String] = [], _ choices: [Choice] = [],
    settled: [String: RecordID] = [:]
  ) throws -> Reply {
    var outcome = Outcome.text(text)
    outcome.status = status
    if !list.isEmpty { outcome.blocks.append(.list(.init(title: nil, items: list))) }
    if status == .confirm {
      outcome.suggestions = [
        .init(title: turn.say("yes"), send: turn.say("yes")), .init(title: turn.say("no"), send: turn.say("no")),
      ]
    }
    if var list = turn.session.list, let reached = settled.values.first(where: list.shown.contains) {
      list.reached = reached
      outcome.list = list
    }
    outcome.focus = settled.sorted { $0.key < $1.key }.map(\.value)
    var answers = turn.answers
    answers.slots.merge(settled.mapValues { [$0] }) { _, new in new }
    let (reply, memory) = round.close(
      outcome, understood, changed: false, question: Question(sort, text: turn.text, answers: answers),
      choices: choices)
    if let memory { try round.assistant.store.remember(memory) }
    return reply
  }

  private func plain(_ text: String, _ status: Reply.Status) throws -> Reply {
    var outcome = Outcome.text(text)
    outcome.status = status
    return try round.finish(outcome, understood, changed: false)
  }

  private func missing(_ name: String, _ kinds: [KindID]) throws -> Reply {
    let near = try round.assistant.store.read(round.context) { try $0.nearest(to: name, kinds: kinds, limit: 3) }
    var lines = [turn.say("not.found", ["name": name])]
    if !near.isEmpty {
      lines.append(turn.say("did.you.mean", ["names": near.map { "“\($0.name)”" }.joined(separator: ", ")]))
    }
    var outcome = Outcome.text(lines.joined(separator: " "))
    outcome.status = .notFound
    return try round.finish(outcome, understood, changed: false)
  }
}
