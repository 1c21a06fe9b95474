import CRM
import Conversation
import Model

/// The rules' no in a sentence: which rule, and who can.
struct RefusalText {
  let turn: Turn
  /// Tells people's names by their logins.
  var reader: (any StoreReader)?

  func sentence(_ refusal: RuleRefusal) -> String {
    let wording = turn.wording
    switch refusal {
    case .notAllowed(let action, let kind, let name, let logins, let rule):
      let who = people(logins)
      let said = "refused.allowed.\(action)"
      return turn.say(
        wording.has(said) ? said : "refused.allowed",
        [
          "action": word("action", action), "noun": wording.noun(kind), "nouns": wording.nouns(kind), "record": name,
          "who": who.isEmpty ? turn.say("who.manager") : who.joined(separator: turn.say("or")),
          "rule": word("rule", rule),
        ])
    case .missing(let kind, let field):
      return turn.say("refused.missing", ["noun": wording.noun(kind), "field": wording.label(field, of: kind)])
    case .invalid(let kind, let field, let value, let reason):
      return turn.say(
        "refused.invalid",
        [
          "field": wording.label(field, of: kind), "value": text(value, field, kind),
          "reason": self.reason(reason, kind),
        ])
    case .notUnique(let kind, let field, let value):
      return turn.say(
        "refused.unique", ["noun": wording.noun(kind), "field": wording.label(field, of: kind), "value": value])
    case .noSuchRecord: return turn.say("refused.gone")
    case .already(let kind, let name, let field, let value):
      return turn.say(
        "refused.already",
        [
          "record": name, "field": wording.label(field, of: kind), "value": text(value, field, kind),
        ])
    case .needs(let kind, let field, let name, let reason):
      if let count = reason.after("in_use_by_") {
        return turn.say(
          "refused.used", ["record": name, "nouns": wording.nouns(KindID(field.rawValue)), "count": count])
      }
      return turn.say(
        "refused.needs",
        ["record": name, "field": wording.label(field, of: kind), "reason": self.reason(reason, kind)])
    case .readOnly(let kind, let field): return turn.say("refused.readonly", ["field": wording.label(field, of: kind)])
    }
  }

  /// What may be said instead: whoever can is asked to do it.
  func suggestion(_ refusal: RuleRefusal) -> Suggestion? {
    guard case .notAllowed(let action, _, let name, let who, _) = refusal, let first = people(who).first,
      !name.isEmpty, ["change", "delete"].contains(action)
    else { return nil }
    let said = turn.say("refused.ask.\(action)", ["who": first, "record": name])
    return Suggestion(title: said, send: said)
  }

  func sentence(_ refusal: PoolRules.Refusal) -> String {
    switch refusal {
    case .owned(let name, let owner): turn.say("pool.owned", ["record": name, "who": owner])
    case .holding(let limit): turn.say("pool.holding", ["limit": String(limit)])
    case .claims(let limit): turn.say("pool.claims", ["limit": String(limit)])
    case .coolDown(let name, let day): turn.say("pool.cooldown", ["record": name, "day": turn.values.day(day)])
    }
  }

  func sentence(_ refusal: LedgerRefusal) -> String {
    switch refusal {
    case .nothingToUndo: turn.say("undo.nothing")
    case .nothingToRedo: turn.say("redo.nothing")
    case .changedSince(_, let name, _, let by): turn.say("undo.changed", ["record": name, "who": by])
    case .irreversible(let sentence): turn.say("undo.never", ["sentence": sentence])
    }
  }

  // MARK: Words

  private func text(_ value: Value, _ field: FieldID, _ kind: KindID) -> String {
    var labels: [RecordID: String] = [:]
    if case .record(let id) = value { labels[id] = (try? reader?.record(id))??.name }
    return turn.values.text(value, field, of: kind, labels: labels)
  }

  private func word(_ area: String, _ id: String) -> String {
    turn.wording.has("\(area).\(id)") ? turn.say("\(area).\(id)") : id
  }

  /// Why a value may not be; `before_opened` names a field, `currency_USD` a currency.
  private func reason(_ reason: String, _ kind: KindID) -> String {
    if let field = reason.after("before_") {
      return turn.say("reason.before", ["field": turn.wording.label(FieldID(field), of: kind)])
    }
    if let currency = reason.after("currency_") { return turn.say("reason.currency.other", ["currency": currency]) }
    return word("reason", reason)
  }

  /// The names behind a refusal's logins.
  private func people(_ logins: String) -> [String] {
    let all = logins.split(separator: ",").map { $0.filter { $0 != " " } }
    guard let reader = reader?.unrestricted else { return all }
    let query = Query("user", where: .oneOf(.path(["login"]), all.map { .text($0) }))
    let users = (try? reader.page(query, offset: 0, size: 10, fields: ["login"]))?.records ?? []
    return all.map { login in users.first { $0["login"] == .text(login) }?.name ?? login }
  }
}

extension String {
  /// What follows a beginning.
  fileprivate func after(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
