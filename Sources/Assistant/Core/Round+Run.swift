import CRM
import Conversation
import Language
import Model
import Values

extension Round {
  typealias Part = (text: String, readings: [Reading])

  /// Does the parts of a sentence in order, in one transaction if any of them writes.
  func run(_ parts: [Part], _ turn: Turn) throws -> Reply {
    guard let first = parts.first?.readings.first else { throw MessageFault.storage("nothing to run") }
    let understood = try understand(parts, turn)
    do {
      if let special = try runAlone(first, parts, turn, understood) { return special }
      if let asked = questioned(parts, turn) { throw Interruption.confirm(asked) }
      let writes = parts.contains { $0.readings.first.map(isWrite) ?? false }
      if message.isExplain { return try explain(parts, turn, understood) }
      guard writes else {
        let outcome = try assistant.store.read(context) { reader in try perform(parts, turn, reader, nil) }
        return close(outcome, understood, turn)
      }
      return try write(parts, turn, understood)
    } catch let interruption as Interruption {
      return try Interrupted(round: self, turn: turn, understood: understood).reply(to: interruption, first)
    } catch let refusal as RuleRefusal {
      let (sentence, suggestion) = try assistant.store.read(context) { reader in
        let text = RefusalText(turn: turn, reader: reader)
        return (text.sentence(refusal), text.suggestion(refusal))
      }
      return try denied(sentence, understood, [suggestion].compactMap(\.self))
    } catch let refusal as PoolRules.Refusal {
      return try denied(RefusalText(turn: turn).sentence(refusal), understood)
    } catch let refusal as LedgerRefusal {
      return try denied(RefusalText(turn: turn).sentence(refusal), understood)
    }
  }

  private func close(_ outcome: Outcome, _ understood: Understood?, _ turn: Turn) -> Reply {
    let (reply, memory) = close(outcome, understood, changed: false, language: outcome.language, text: turn.text)
    if let memory { try? assistant.store.remember(memory) }
    return reply
  }

  private func denied(_ sentence: String, _ understood: Understood?, _ suggestions: [Suggestion] = []) throws -> Reply {
    var outcome = Outcome.text(sentence)
    outcome.suggestions = suggestions
    outcome.status = .denied
    return try finish(outcome, understood, changed: false)
  }

  private func isWrite(_ reading: Reading) -> Bool {
    if case .intent(let definition, _) = reading.content { return definition.effect != .read }
    return false
  }

  private func questioned(_ parts: [Part], _ turn: Turn) -> String? {
    guard !turn.answers.isConfirmed, !message.isExplain,
      let reading = parts.compactMap(\.readings.first).first(where: { isWrite($0) && needsYes($0) }), reading.cost < 250
    else { return nil }
    let names = reading.corrections.filter(\.isName)
    if reading.act != .command { return turn.say(Round.question(of: reading.act)) }
    if reading.isTerse { return turn.say("question.terse") }
    if names.isEmpty { return turn.say("question.passed", ["words": reading.ignored.joined(separator: ", ")]) }
    return turn.say(
      "name.corrected",
      ["written": names.map(\.written).joined(separator: ", "), "read": names.map(\.read).joined(separator: ", ")])
  }

  /// The message that asks whether to do what was said, but not as a command.
  private static func question(of act: SpeechAct) -> String {
    switch act {
    case .negated, .hypothetical, .wish, .hearsay, .quotation, .rule: "question.\(act.rawValue)"
    case .command, .report, .question: "question.about.action"
    }
  }

  /// What was not said as a command or a report, with a name that had to be mended, or with words passed over beside
  /// free text, waits for a yes; "when …, …" is no question to an intent that is meant for it.
  private func needsYes(_ reading: Reading) -> Bool {
    let isSure = reading.ignored.isEmpty || reading.hasPreamble || !reading.hasText && !reading.ignoresMuch
    if reading.corrections.contains(where: \.isName) || !isSure || reading.isTerse { return true }
    guard reading.act != .command, case .intent(let definition, _) = reading.content else { return false }
    return !([.question, .rule].contains(reading.act) && definition.acts.contains(reading.act))
  }

  private func write(_ parts: [Part], _ turn: Turn, _ understood: Understood?) throws -> Reply {
    let command = Command(
      intent: parts.compactMap(\.readings.first?.intent).joined(separator: "+"), sentence: turn.text,
      conversation: message.conversation, message: message.id,
      isImport: parts.count == 1 && parts[0].readings.first?.intent == "data.import")
    return try assistant.store.write(context, command) { writer in
      let outcome = try perform(parts, turn, writer, writer)
      let (reply, memory) = close(
        outcome, understood, changed: !writer.changes.isEmpty || writer.hasNotices, text: turn.text)
      if let memory { try writer.remember(memory) }
      return reply
    }
  }

  /// Each part sees what the parts before it were about.
  private func perform(_ parts: [Part], _ turn: Turn, _ reader: any StoreReader, _ writer: (any StoreWriter)?) throws
    -> Outcome
  {
    var result = Outcome()
    var session = turn.session
    for (index, part) in parts.enumerated() {
      let here = index == 0 ? turn : self.turn(part.text, Answers(), session)
      guard let reading = part.readings.first else { continue }
      let outcome = try perform(reading, here, reader, writer)
      session.mention(outcome.focus)
      if let list = outcome.list { session.list = list }
      result.blocks += outcome.blocks
      result.data = outcome.data ?? result.data
      result.focus = outcome.focus + result.focus
      result.list = outcome.list ?? result.list
      result.suggestions += outcome.suggestions
      result.language = outcome.language ?? result.language
      if outcome.status != .ok { result.status = outcome.status }
    }
    return result
  }

  func perform(_ reading: Reading, _ turn: Turn, _ reader: any StoreReader, _ writer: (any StoreWriter)?) throws
    -> Outcome
  {
    var outcome: Outcome
    switch reading.content {
    case .records(let set, let shape):
      outcome =
        try shape.isNarrowing
        ? narrow(set, shape, turn, reader) : Listing(turn: turn, reader: reader).answer(set, shape)
    case .intent(let definition, let slots):
      guard let handler = Handlers.byIntent[definition.id] else {
        throw Interruption.refused(turn.say("not.yet", ["intent": definition.id]))
      }
      let call = Call(
        turn: turn, intent: definition, slots: slots, reader: reader, writer: writer, corrections: reading.corrections)
      outcome = try handler.run(call)
    }
    if !reading.corrections.isEmpty {
      let said = reading.corrections.map { turn.say("corrected", ["written": $0.written, "read": $0.read]) }
      outcome.blocks.insert(.text(said.joined(separator: " ")), at: 0)
    }
    return outcome
  }

  /// "only the ones over 20k": the last list with one more condition.
  private func narrow(_ set: SetReading, _ shape: Shape, _ turn: Turn, _ reader: any StoreReader) throws -> Outcome {
    guard let list = turn.session.list, list.query.kind == set.query.kind else {
      throw Interruption.nothingMeant(slot: "list")
    }
    var query = list.query
    query.predicate = NormalForm.sorted(query.predicate.and(set.query.predicate))
    if !set.query.sort.isEmpty { query.sort = set.query.sort }
    query.limit = set.query.limit ?? query.limit
    return try Listing(turn: turn, reader: reader).list(query, offset: 0)
  }
}
