import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// Answers on an empty database: whatever is said first opens a short conversation (company, people, currency, language)
/// that ends with a company of one's own; "load the demo" loads the demo company instead.
struct SetUp: Responder {
  let workshop: Workshop

  func reply(to message: Message) throws -> Reply {
    if try workshop.store.logins().isEmpty == false { return try workshop.assistant().reply(to: message) }
    if let id = message.id, let known = try workshop.store.answered(conversation: message.conversation, message: id),
      var reply = Reply(text: known.reply)
    {
      reply.replayed = true
      return reply
    }
    let lexicon = try workshop.lexicon()
    let stored = try workshop.store.session(login: message.from, conversation: message.conversation)
    var progress = stored.flatMap(SetUpProgress.init(text:)) ?? SetUpProgress()
    let language = progress.spoken(in: message.text)
    let wording = Wording(lexicon.catalogue, language)
    let answer = message.text.trimmingMarks
    if wording.lists("setup.demo", answer), !message.isExplain { return try loadDemo(wording) }
    if wording.lists("setup.again", answer) { progress = SetUpProgress() }
    let text = try progress.take(answer, wording, lexicon)
    guard progress.step == .done else { return try ask(text, progress, wording, message) }
    guard !message.isExplain else { return try ask(text, progress, wording, message) }
    try SetUpCompany(workshop: workshop, progress: progress, login: message.from).make()
    return try close(
      Reply(
        .ok, language: progress.language ?? language, blocks: [.text(text)],
        suggestions: ["help", "setup.first"].map { key in
          let said = wording.say(key == "help" ? "suggestion.help" : key)
          return Suggestion(title: said, send: said)
        }, changed: true), "", message)
  }

  private func loadDemo(_ wording: Wording) throws -> Reply {
    try workshop.loadDemo()
    let logins = try workshop.store.logins().joined(separator: ", ")
    return Reply(
      .ok, language: wording.language, blocks: [.text(wording.say("setup.loaded", ["logins": logins]))], changed: true)
  }

  private func ask(_ text: String, _ progress: SetUpProgress, _ wording: Wording, _ message: Message) throws -> Reply {
    var suggestions: [Suggestion] = []
    if progress.step == .company {
      suggestions = [Suggestion(title: wording.say("setup.load"), send: wording.say("setup.load"))]
    }
    return try close(
      Reply(.ask, language: wording.language, blocks: [.text(text)], suggestions: suggestions), progress.text, message)
  }

  private func close(_ reply: Reply, _ session: String, _ message: Message) throws -> Reply {
    if message.isExplain { return reply }
    try workshop.store.remember(
      Memory(
        login: message.from, conversation: message.conversation, session: session, message: message.id,
        text: message.text, reply: message.id == nil ? nil : reply.text, wasMissed: false))
    return reply
  }

  func pushes(to login: String?, now: Moment?) throws -> [Push] {
    try workshop.store.logins().isEmpty ? [] : workshop.assistant().pushes(to: login, now: now)
  }

  func delivered(_ ids: [String], now: Moment?) throws { try workshop.assistant().delivered(ids, now: now) }

  func completions(of line: String, from: String) -> [String] { ["load the demo"] }
}

extension String {
  /// Without spaces and marks at its ends.
  var trimmingMarks: String {
    var scalars = Substring(self).unicodeScalars
    let marks = " \t\n.!。！\"“”".unicodeScalars
    while let first = scalars.first, marks.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, marks.contains(last) { scalars.removeLast() }
    return String(scalars)
  }
}

extension Wording {
  /// The text is one of the phrases that a message lists, whatever its case.
  func lists(_ key: String, _ text: String) -> Bool {
    let said = NameKey.fold(text)
    return say(key).split(separator: "|").contains { $0 == said }
  }
}
