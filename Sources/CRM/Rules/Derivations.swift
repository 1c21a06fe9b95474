import Model
import Values

/// Stored fields that follow from others of the record, in imports too.
enum Derivations {
  static func fill(_ draft: Draft) throws {
    switch draft.kind {
    case "activity": try follow("regarding", to: ["account", "contact", "deal", "lead", "ticket"], draft)
    case "file": try follow("about", to: ["account", "contact", "deal", "lead"], draft)
    case "campaign_member": try member(draft)
    case "product": draft.values["plural"] = plural(of: draft.name).map { .text($0) }
    case "target": target(draft)
    case "quote": try draft.fill("currency", draft.lookup.text("currency", of: draft.record("deal")).map(Value.text))
    case "quote_line":
      draft.fill("discount_percent", .decimal(0))
      try lineCurrency(draft, of: "quote")
    case "deal_line":
      draft.fill("discount_percent", .decimal(0))
      try lineCurrency(draft, of: "deal")
    case "order_line": try lineCurrency(draft, of: "order")
    case "lead": draft.values["score"] = .integer(Int64(LeadScore.total(of: draft.values)))
    default: break
    }
  }

  /// What a record of each kind leads to: an activity on a deal is one on its account.
  private static let links: [KindID: [FieldID]] = [
    "account": [], "contact": ["account"], "deal": ["account"], "lead": [], "ticket": ["account"],
    "order": ["account", "deal"], "quote": ["deal"], "contract": ["account"],
    "activity": ["account", "contact", "deal", "lead"],
  ]

  /// What a record is about leads to others, for the fields that are not given.
  private static func follow(_ source: FieldID, to fields: [FieldID], _ draft: Draft) throws {
    if draft.before != nil, draft.changes(source) {
      for field in fields where !draft.changes(field) { draft.values[field] = nil }
    }
    guard let record = draft.record(source), let steps = links[record.kind] else { return }
    if fields.contains(FieldID(record.kind.rawValue)) { draft.fill(FieldID(record.kind.rawValue), .record(record)) }
    let open = steps.filter { fields.contains($0) && draft.values[$0] == nil }
    if !open.isEmpty, let found = try draft.lookup.fields(open, of: record) {
      for step in open { draft.values[step] = found[step] }
    }
    if draft.values["account"] == nil, let deal = draft.record("deal") {
      draft.values["account"] = try draft.lookup.reference("account", of: deal).map(Value.record)
    }
  }

  private static func member(_ draft: Draft) throws {
    for field in ["lead", "contact", "deal", "account"] as [FieldID] { draft.values[field] = nil }
    guard let member = draft.record("member") else { return }
    draft.values[FieldID(member.kind.rawValue)] = .record(member)
    if draft.changes("member") || draft.values["name"] == nil {
      draft.values["name"] = try draft.lookup.text("name", of: member).map(Value.text)
    }
  }

  /// What several are called, so that "20 Sensor Kits" are found: the name where it ends in a Latin word of its own.
  private static func plural(of name: String) -> String? {
    guard let last = name.last, last.isASCII, last.isLetter, last.isLowercase, last != "s" else { return nil }
    let isHissing = ["x", "z", "ch", "sh"].contains { name.hasSuffix($0) }
    let consonant = name.dropLast().last.map { !"aeiou".contains($0) } ?? false
    if last == "y", consonant { return name.dropLast() + "ies" }
    return name + (isHissing ? "es" : "s")
  }

  private static func target(_ draft: Draft) {
    guard let period = draft.text("period").flatMap(Period.init) else { return }
    draft.values["starts"] = .day(period.first)
    draft.values["ends"] = .day(period.last)
  }

  private static func lineCurrency(_ draft: Draft, of parent: FieldID) throws {
    if let price = draft.money("unit_price") {
      draft.values["currency"] = .text(price.currency.code)
    } else {
      try draft.fill("currency", draft.lookup.text("currency", of: draft.record(parent)).map(Value.text))
    }
  }
}
