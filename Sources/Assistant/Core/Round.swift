import CRM
import Conversation
import Foundation
import Language
import Model
import Recognizers
import Values

/// One message and its reply: an answer to the open question, or a sentence of its own.
struct Round {
  let assistant: Assistant
  let message: Message
  let context: Context
  let session: Session

  private var language: LanguageCode {
    session.language ?? assistant.settings.language ?? spoken ?? context.speaker.language
  }

  /// The language the sentence is in, where its script says so.
  private var spoken: LanguageCode? {
    let scalars = message.text.unicodeScalars
    let ideographs = scalars.count { NameKey.isIdeograph($0) }
    if ideographs * 3 > scalars.count { return .chinese }
    return ideographs == 0 && scalars.contains(where: NameKey.isLetter) ? .english : nil
  }

  func turn(
    _ text: String, _ answers: Answers = Answers(), _ session: Session? = nil, in language: LanguageCode? = nil
  ) -> Turn {
    let wording = assistant.wording(language ?? self.language)
    return Turn(
      message: message, context: context, session: session ?? self.session, wording: wording,
      values: ValueText(wording, today: context.today), answers: answers, text: text, engine: assistant.engine,
      files: FileFolder(assistant.settings.files, database: assistant.settings.database),
      dial: assistant.settings.dial)
  }

  func run() throws -> Reply {
    if let question = session.question, !message.isExplain {
      switch try AnswerReader(round: self, question: question).read() {
      case .drop:
        return try finish(.text(turn(message.text).say("cancelled")), nil, changed: false)
      case .answered(let answers): return try carryOut(question.text, answers)
      case .unclear: break
      }
    }
    return try carryOut(taught(message.text) ?? message.text, Answers())
  }

  /// What the person has taught this phrase to stand for.
  private func taught(_ text: String) throws -> String? {
    try assistant.store.read(context) {
      try Shortcuts(reader: $0).sentence(of: text, assistant.wordings)
    }
  }

  /// Reads a sentence and does what it says.
  func carryOut(_ text: String, _ answers: Answers) throws -> Reply {
    var turn = turn(text, answers)
    let readings = try read(turn)
    if let other = readings.first.flatMap(further) { turn = self.turn(text, answers, in: other) }
    guard let best = readings.first else {
      if let parts = try Compound(round: self).split(turn) { return try run(parts, turn) }
      return try finish(nothingUnderstood(turn), nil, changed: false, missed: true)
    }
    if best.cost >= 250 || isQuestion(best), let parts = try Compound(round: self).split(turn) {
      return try run(parts, turn)
    }
    if answers == Answers(), let parts = try Compound(round: self).better(than: best, turn) {
      return try run(parts, turn)
    }
    return try run([(text, readings)], turn)
  }

  /// The language that a sentence was understood in, where its letters alone did not tell.
  private func further(_ reading: Reading) -> LanguageCode? {
    guard session.language == nil, assistant.settings.language == nil, spoken == .english,
      reading.language != .english, reading.language != .chinese
    else { return nil }
    return reading.language
  }

  /// A sentence without a question word that could be about records may also be two commands, if both halves are such.
  private func isQuestion(_ reading: Reading) -> Bool {
    if case .records(_, let shape) = reading.content { return !shape.isShown && !shape.isNarrowing && !shape.asksWho }
    return false
  }

  /// The readings of a sentence; `before` is what was said before it in the same message.
  func read(_ turn: Turn, after before: String? = nil) throws -> [Reading] {
    try assistant.store.read(context) { reader in
      var gazetteer = PinnedGazetteer(
        base: reader, pins: turn.answers.names, focus: turn.session.focus, reader: reader)
      if let before { gazetteer.named = try assistant.engine.names(in: before, gazetteer, situation(turn)) }
      let readings = try assistant.engine.read(turn.text, gazetteer: gazetteer, situation(turn))
      return try turn.answers.texts.isEmpty ? readings : readings.map { try filled($0, turn, gazetteer) }
    }
  }

  /// The reading with the slots that were answered.
  private func filled(_ reading: Reading, _ turn: Turn, _ gazetteer: any Gazetteer) throws -> Reading {
    guard case .intent(let definition, var slots) = reading.content else { return reading }
    for (name, text) in turn.answers.texts where slots[name] == nil {
      guard let slot = definition.slot(name) else { continue }
      slots[name] = try assistant.engine.fill(slot, with: text, gazetteer: gazetteer, situation(turn))
    }
    return Reading(
      content: .intent(definition, slots: slots), cost: reading.cost, act: reading.act,
      corrections: reading.corrections, ignored: reading.ignored, hasVerb: reading.hasVerb,
      language: reading.language)
  }

  func situation(_ turn: Turn) -> Engine.Situation {
    Engine.Situation(
      values: RecognizerContext(
        now: context.now, languages: [language, language == .english ? .chinese : .english],
        currency: spoken == .chinese && context.speaker.language != .english ? .cny : context.speaker.currency),
      lastKind: turn.session.list?.query.kind ?? turn.session.focus.first?.kind)
  }

  private func nothingUnderstood(_ turn: Turn) -> Outcome {
    var outcome = Outcome.text(turn.say("not.understood"))
    outcome.status = .notUnderstood
    let topics = HelpTopics(turn)
    let near = (try? assistant.store.read(context) { topics.about(turn.text, $0) }) ?? []
    let examples = near.compactMap { topics.examples(of: $0).first }.map { Suggestion(title: $0, send: $0) }
    outcome.suggestions = examples + Suggestions.start(turn).suffix(examples.isEmpty ? 3 : 1)
    return outcome
  }

  // MARK: The end of an exchange

  /// The reply of an outcome; the session after it, and the reply itself where messages have ids, are kept.
  func finish(_ outcome: Outcome, _ understood: Understood?, changed: Bool, missed: Bool = false) throws -> Reply {
    let (reply, memory) = close(outcome, understood, changed: changed, missed: missed)
    if let memory { try assistant.store.remember(memory) }
    return reply
  }

  /// The reply and what is to be remembered with it; nothing, where a sentence was only explained.
  func close(
    _ outcome: Outcome, _ understood: Understood?, changed: Bool, missed: Bool = false, question: Question? = nil,
    language chosen: LanguageCode? = nil, choices: [Choice] = [], text: String? = nil
  ) -> (Reply, Memory?) {
    var reply = Reply(
      outcome.status, language: chosen ?? language, blocks: outcome.blocks, understood: understood, data: outcome.data,
      choices: choices, suggestions: outcome.suggestions, changed: changed, undo: changed)
    if changed { reply.suggestions.append(.init(title: turn("").say("undo.title"), send: turn("").say("undo.send"))) }
    guard !message.isExplain else { return (reply, nil) }
    var after = session
    after.question = question
    after.mention(outcome.focus)
    if let list = outcome.list { after.list = list }
    if let chosen { after.language = chosen }
    if outcome.status == .ok { after.last = .init(text: text ?? message.text, changed: changed) }
    return (reply, memory(after, reply, missed))
  }

  private func memory(_ session: Session, _ reply: Reply, _ missed: Bool) -> Memory {
    Memory(
      login: context.speaker.login, conversation: message.conversation, session: session.text, message: message.id,
      text: message.text, reply: message.id == nil ? nil : reply.text, wasMissed: missed, at: context.now)
  }
}
