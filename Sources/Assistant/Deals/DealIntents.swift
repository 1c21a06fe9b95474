import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// Another stage; stage, probability and history change.
struct MoveDealIntent: IntentHandler {
  static let intents = ["deal.move"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let stage = try call.record("stage")
    let stages = try DealStages(call: call)
    return try Change(call: call).set(
      deal, ["stage": .record(stage.id)],
      ["deal": deal.name, "from": stages.name(of: deal), "stage": stages.name(stage.id)])
  }
}

/// The next stage; never silently into won.
struct AdvanceDealIntent: IntentHandler {
  static let intents = ["deal.advance"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let stages = try DealStages(call: call)
    guard let next = stages.after(deal) else {
      throw Interruption.refused(call.turn.say("stage.none.next", ["deal": deal.name]))
    }
    guard stages.kind(next) == "open" else {
      throw Interruption.refused(
        call.turn.say("stage.next.closes", ["deal": deal.name, "stage": stages.name(next.id)]))
    }
    let name = stages.name(next.id)
    return try Change(call: call).set(
      deal, ["stage": .record(next.id)],
      ["deal": deal.name, "from": stages.name(of: deal), "to": name, "stage": name])
  }
}

/// Closed today; the account becomes a customer.
struct WinDealIntent: IntentHandler {
  static let intents = ["deal.win"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    guard let won = try DealStages(call: call).first(kind: "won") else {
      throw Interruption.refused(call.turn.say("stage.none", ["stage": "won"]))
    }
    return try Change(call: call).set(
      deal, ["stage": .record(won.id)],
      [
        "deal": deal.name, "amount": call.turn.values.text("amount", of: deal),
        "day": call.turn.values.day(call.turn.context.today),
      ])
  }
}

/// Closed today with a reason, asked for where it is missing.
struct LoseDealIntent: IntentHandler {
  static let intents = ["deal.lose"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    guard let lost = try DealStages(call: call).first(kind: "lost") else {
      throw Interruption.refused(call.turn.say("stage.none", ["stage": "lost"]))
    }
    var values: [FieldID: Value?] = ["stage": .record(lost.id)]
    let competitor = call.optionalText("competitor").flatMap { reason(call, "competitor") == nil ? $0 : nil }
    if let competitor { values["competitor"] = .text(competitor) }
    guard let reason = reason(call, "reason") ?? (call.slots["competitor"] == nil ? nil : "competitor") else {
      throw Interruption.ask(slot: "reason")
    }
    values["lost_reason"] = .text(reason)
    var outcome = try Change(call: call).set(
      deal, values, reply: competitor == nil ? "done" : "competitor",
      [
        "deal": deal.name, "reason": reason, "competitor": competitor ?? "",
        "day": call.turn.values.day(call.turn.context.today),
      ])
    if let quotes = try openQuotes(deal, call) { outcome.blocks.append(.text(quotes)) }
    return outcome
  }

  /// The quotes that are still open, named.
  private func openQuotes(_ deal: Record, _ call: Call) throws -> String? {
    guard let open = call.schema["quote"]?.filter("open") else { return nil }
    let query = Query(
      "quote", where: open.predicate.and(.oneOf(.path(["deal"]), [.record(deal.id)])), sort: [Sort(["number"])])
    let quotes = try call.reader.page(query, offset: 0, size: 10, fields: []).records
    guard !quotes.isEmpty else { return nil }
    return call.turn.say("lost.quotes", ["quotes": quotes.map(\.name).joined(separator: ", "), "deal": deal.name])
  }

  /// The stored reason that the words stand for.
  private func reason(_ call: Call, _ slot: String) -> String? {
    if case .words(let words)? = call.slots[slot]?.term {
      for case .value("deal", "lost_reason", let stored) in words.meanings { return stored.first }
    }
    guard let text = call.slots[slot]?.text ?? call.turn.answers.texts[slot] else { return nil }
    return call.turn.engine.lexicon.value(of: text, kind: "deal", field: "lost_reason")
  }
}

/// Back to the stage it was closed from, by its history; else the first, and that is said.
struct ReopenDealIntent: IntentHandler {
  static let intents = ["deal.reopen"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let stages = try DealStages(call: call)
    guard let stage = try stages.before(closing: deal) ?? stages.first(kind: "open") else {
      throw Interruption.refused(call.turn.say("stage.none", ["stage": ""]))
    }
    return try Change(call: call).set(deal, ["stage": .record(stage.id)], ["deal": deal.name, "stage": stage.name])
  }
}

struct DealAmountIntent: IntentHandler {
  static let intents = ["deal.amount"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    guard let field = call.schema["deal"]?.field("amount"),
      let amount = ValueReader(turn: call.turn).number(try call.value("amount"), field, deal)
    else { throw Interruption.ask(slot: "amount") }
    let lines = try DealLines(call: call).count(deal)
    if lines > 0, deal["amount"] != amount {
      throw Interruption.refused(
        call.turn.say(
          "amount.lines",
          ["deal": deal.name, "amount": call.turn.values.text("amount", of: deal), "count": String(lines)]))
    }
    return try Change(call: call).set(
      deal, ["amount": amount], ["deal": deal.name, "amount": call.turn.values.text(amount)])
  }
}

struct DealDateIntent: IntentHandler {
  static let intents = ["deal.date"]

  func run(_ call: Call) throws -> Outcome {
    try put(try call.record("deal"), try call.value("date"), call)
  }

  /// "push it to December 15" where "it" is the deal that was mentioned last: the verb is a follow-up's too.
  static func meant(_ call: Call, by slot: String) -> (deal: RecordID, call: Call)? {
    guard case .set(let set)? = call.slots[slot]?.term, case .it? = set.pronoun, !set.isDemonstrative,
      let deal = call.turn.session.focus.first, deal.kind == "deal",
      let own = call.turn.engine.lexicon.catalogue.intents.first(where: { $0.id == "deal.date" })
    else { return nil }
    return (
      deal,
      Call(
        turn: call.turn, intent: own, slots: ["date": call.slots["when"]].compactMapValues(\.self), reader: call.reader,
        writer: call.writer, corrections: call.corrections)
    )
  }

  func put(_ deal: Record, _ value: RecognizedValue, _ call: Call) throws -> Outcome {
    guard let span = value.time.map(ValueReader.point)?.resolve(at: call.turn.context.now.local, prefer: .future),
      let day = ValueReader(turn: call.turn).day(of: span)
    else { throw Interruption.ask(slot: "date") }
    return try Change(call: call).set(
      deal, ["close_date": .day(day)], ["deal": deal.name, "date": call.turn.values.day(day)])
  }
}

/// The forecast category: pipeline, best case, commit, omitted.
struct DealCategoryIntent: IntentHandler {
  static let intents = ["deal.category"]

  /// "commit it" says the category with its verb.
  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard let deal = try? call.record("deal") else { return nil }
    let said = call.optionalText("category") ?? "commit"
    let stored = call.turn.engine.lexicon.value(of: said, kind: "deal", field: "category") ?? said
    return [.init("category", .string(stored)), .init("deal", RecordJSON.reference(deal))]
  }

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let said = call.optionalText("category") ?? "commit"
    guard let stored = call.turn.engine.lexicon.value(of: said, kind: "deal", field: "category") else {
      throw Interruption.ask(slot: "category")
    }
    return try Change(call: call).set(deal, ["category": .text(stored)], ["deal": deal.name, "category": stored])
  }
}
