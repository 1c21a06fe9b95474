import CRM
import Conversation
import Language
import Model

/// A short overview by area, with sentences that work on the speaker's own data.
struct HelpIntent: IntentHandler {
  static let intents = ["talk.help"]
  /// What comes first; other areas follow in the order of their files.
  private static let order = ["deal", "followup", "call", "meeting", "record", "account", "lead", "data", "talk"]

  func run(_ call: Call) throws -> Outcome {
    let turn = call.turn
    var lines: [String] = []
    let own = try OwnExamples(call: call).sentences()
    if !own.isEmpty {
      lines.append(turn.say("help.own"))
      lines += own.map { "  \($0)" } + [""]
    }
    lines.append(turn.say("help.title"))
    let areas = HelpTopics(turn).byArea.filter { turn.wording.has("area.\($0.area)") }
    func rank(_ area: String) -> Int { HelpIntent.order.firstIndex(of: area) ?? HelpIntent.order.count }
    let sorted = areas.enumerated().sorted {
      (rank($0.element.area), $0.offset) < (rank($1.element.area), $1.offset)
    }.map(\.element)
    for (area, topics) in sorted {
      let name = turn.say("area.\(area)")
      lines.append(turn.say("help.area", ["area": name, "examples": topics.prefix(3).joined(separator: " · ")]))
    }
    lines += ["", turn.say("help.questions")]
    var outcome = Outcome.text(lines.joined(separator: "\n"))
    outcome.suggestions = own.prefix(3).map { Suggestion(title: $0, send: $0) }
    return outcome
  }
}

/// The phrases for one thing: "how do I log a call?"
struct HelpTopicIntent: IntentHandler {
  static let intents = ["talk.help_topic"]

  func run(_ call: Call) throws -> Outcome {
    let topic = try call.text("topic")
    let topics = HelpTopics(call.turn)
    let found = topics.about(topic, call.reader)
    guard !found.isEmpty else {
      var outcome = Outcome.text(call.turn.say("help.none", ["topic": topic]))
      outcome.suggestions = Suggestions.start(call.turn)
      return outcome
    }
    var lines = [call.turn.say("help.topic", ["topic": topic])]
    for id in found {
      if let help = topics.help(of: id) { lines.append("\(help):") }
      lines += topics.examples(of: id).map { "  \($0)" }
    }
    var outcome = Outcome.text(lines.joined(separator: "\n"))
    outcome.suggestions = found.flatMap(topics.examples).prefix(3).map { Suggestion(title: $0, send: $0) }
    return outcome
  }

  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard let topic = call.optionalText("topic") else { return nil }
    let found = HelpTopics(call.turn).about(topic, call.reader)
    return found.isEmpty ? nil : [.init("about", .array(found.prefix(1).map { .string($0) }))]
  }
}

/// Sentences about what the speaker has: a deal of theirs, a contact, an account, a lead, a ticket.
struct OwnExamples {
  let call: Call

  func sentences() throws -> [String] {
    guard call.turn.context.speaker.user != nil else { return [] }
    var sentences: [String] = []
    if let deal = try first("deal", "open", sort: ["close_date"]) {
      if let stage = try next(after: deal) { sentences.append(say("move", ["deal": deal.name, "stage": stage])) }
      sentences.append(say("history", ["deal": deal.name]))
    }
    if let contact = try first("contact", nil, sort: ["name"]) {
      sentences.append(say("remind", ["contact": contact.name]))
      sentences.append(say("log", ["contact": contact.name]))
    }
    if let account = try first("account", nil, sort: ["name"]) {
      sentences.append(say("account", ["account": account.name]))
    }
    if sentences.isEmpty, let ticket = try first("ticket", "unresolved", sort: ["opened"]) {
      sentences.append(say("ticket", ["ticket": ticket.code]))
    }
    return sentences
  }

  private func say(_ key: String, _ values: [String: String]) -> String { call.turn.say("help.own.\(key)", values) }

  /// The first of the speaker's own.
  private func first(_ kind: KindID, _ filter: String?, sort: [FieldID]) throws -> Record? {
    guard let schema = call.schema[kind], let owner = schema.owner else { return nil }
    var condition = Predicate.compare(.path(owner), .equal, .speaker)
    if let filter, let named = schema.filter(filter) { condition = condition.and(named.predicate) }
    let fields = schema.field("stage") == nil ? [] : ["stage" as FieldID]
    let query = Query(kind, where: condition, sort: [Sort(sort)])
    return try call.reader.page(query, offset: 0, size: 1, fields: fields).records.first
  }

  /// The name of the stage that a deal would come to next, while it is open.
  private func next(after deal: Record) throws -> String? {
    guard case .record(let stage)? = deal["stage"] else { return nil }
    let stages = try call.reader.page(
      Query("stage", where: .oneOf(.path(["kind"]), [.text("open")]), sort: [Sort(["position"])]), offset: 0, size: 50,
      fields: ["name_zh"]
    ).records
    guard let index = stages.firstIndex(where: { $0.id == stage }), stages.indices.contains(index + 1) else {
      return nil
    }
    let next = stages[index + 1]
    if call.wording.language == .chinese, case .text(let name)? = next["name_zh"] { return name }
    return next.name
  }
}
