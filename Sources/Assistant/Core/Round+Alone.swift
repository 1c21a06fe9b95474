import CRM
import Conversation
import Language
import Model
import Values

extension Round {
  /// What cannot be part of another transaction: undo, redo, repair, explain, more.
  func runAlone(_ reading: Reading, _ parts: [Part], _ turn: Turn, _ understood: Understood?) throws -> Reply? {
    guard case .intent(let intent, let slots) = reading.content, parts.count == 1 else { return nil }
    if message.isExplain, intent.id != "talk.explain" { return nil }
    if intent.id == "talk.explain", turn.text != message.text { return nil }
    let call: (any StoreReader) -> Call = {
      Call(turn: turn, intent: intent, slots: slots, reader: $0, writer: nil, corrections: [])
    }
    switch intent.id {
    case "talk.undo", "talk.redo": return try reverse(intent.id == "talk.undo", turn, understood)
    case "talk.explain":
      let sentence = try assistant.store.read(context) { try call($0).text("sentence") }
      let inner = Message(
        id: message.id, conversation: message.conversation, from: message.from, text: sentence, isExplain: true,
        allowsGuest: message.allowsGuest, now: message.now)
      var reply = try Round(assistant: assistant, message: inner, context: context, session: session)
        .carryOut(sentence, Answers())
      // What was understood is that an explanation was wanted, and of what.
      reply.understood = reply.understood.map {
        Understood(
          intent: intent.id, tier: $0.tier, slots: $0.slots + [.init("sentence_intent", .string($0.intent))],
          reading: "\(intent.id): \($0.reading)", runnersUp: $0.runnersUp)
      }
      return reply
    case "talk.repair":
      let correction = try assistant.store.read(context) { try call($0).text("correction") }
      return try Repair(round: self, turn: turn).run(correction)
    case "talk.more":
      guard let list = session.list else { throw Interruption.nothingMeant(slot: "list") }
      let outcome = try assistant.store.read(context) { reader in
        try Listing(turn: turn, reader: reader).list(list.query, offset: list.offset + list.shown.count)
      }
      return try finish(outcome, understood, changed: false)
    case "talk.notices":
      return try finish(try NoticeList(round: self, turn: turn).outcome(), understood, changed: false)
    case "data.backup":
      if reading.act != .command, !turn.answers.isConfirmed {
        throw Interruption.confirm(turn.say("question.about.action"))
      }
      let name = try assistant.store.read(context) { try call($0).text("file") }
      return try finish(try Backup(round: self, turn: turn).outcome(name), understood, changed: false)
    default: return nil
    }
  }

  private func name(_ login: String) -> String { (try? assistant.store.speaker(login: login)?.name) ?? login }

  private func reverse(_ isUndo: Bool, _ turn: Turn, _ understood: Understood?) throws -> Reply {
    let command = Command(
      intent: isUndo ? "talk.undo" : "talk.redo", sentence: turn.text, conversation: message.conversation,
      message: message.id)
    let done = try isUndo ? assistant.store.undo(context, command) : assistant.store.redo(context, command)
    var lines = [turn.say(isUndo ? "undone" : "redone", ["sentence": done.sentence])]
    let schema = assistant.engine.lexicon.schema
    let told = done.changes.filter { schema[$0.record.kind]?.isPart != true }
    let labels = try assistant.store.read(context) { try ChangeText.labels(told, $0) }
    lines += told.prefix(6).map { ChangeText(turn: turn, schema: schema, labels: labels).line($0) }
    if told.count > 6 { lines.append(turn.say("and.more", ["count": String(told.count - 6)])) }
    if !done.told.isEmpty {
      lines.append(turn.say("undo.told", ["who": done.told.map(name).joined(separator: ", ")]))
    }
    var outcome = Outcome.text(lines.joined(separator: "\n"))
    outcome.focus = Array(done.changes.filter { $0.sort != .delete }.map(\.record).prefix(3))
    return try finish(outcome, understood, changed: true)
  }
}
