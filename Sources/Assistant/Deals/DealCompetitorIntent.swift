import CRM
import Conversation
import Language
import Model

/// Who else is after a deal. Another one that stands there already is said before it is replaced.
struct DealCompetitorIntent: IntentHandler {
  static let intents = ["deal.competitor"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let said = try call.text("competitor")
    guard !isDenied(said, call) else { throw Interruption.refused(call.reply("denied", ["deal": deal.name])) }
    let known = try known(said, call)
    if case .text(let before)? = deal["competitor"], NameKey.key(before) != NameKey.key(known) {
      try call.confirm(call.reply("other", ["deal": deal.name, "before": before, "competitor": known]))
    }
    return try Change(call: call).set(
      deal, ["competitor": .text(known)], ["deal": deal.name, "competitor": known])
  }

  /// "Cyberdyne is not": a denial, no name; neither is what has clauses.
  private func isDenied(_ said: String, _ call: Call) -> Bool {
    if said.contains(where: { ",，;；:：。".contains($0) }) { return true }
    let words = said.split(separator: " ").map(String.init)
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    return (words + pairs).contains { call.turn.engine.lexicon.isPhrase($0, .not) }
  }

  /// As it is spelled already: "cyberdyne" is Cyberdyne, so that both are counted together.
  private func known(_ said: String, _ call: Call) throws -> String {
    let query = Query(
      "deal", where: .not(.isEmpty(.path(["competitor"]))), groups: [.path(["competitor"])], measures: [.count])
    for row in try call.reader.unrestricted.table(query).rows {
      if case .text(let stored)?? = row.first, NameKey.key(stored) == NameKey.key(said) { return stored }
    }
    return said
  }
}
