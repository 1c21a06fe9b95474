import CRM
import Conversation
import Language
import Model
import Values

/// What is missing, invalid, stale or double, by owner too, and the sentence that mends each.
struct QualityIntent: IntentHandler {
  static let intents = ["data.quality"]

  func run(_ call: Call) throws -> Outcome {
    guard [.admin, .manager].contains(call.turn.context.speaker.role) else {
      var outcome = Outcome.text(call.reply("denied", [:]))
      outcome.status = .denied
      return outcome
    }
    let findings = try DataQuality(call.reader).findings()
    let total = findings.reduce(0) { $0 + $1.count }
    var outcome = Outcome()
    outcome.data = .object([
      .init("kind", "report"), .init("total", .integer(Int64(total))),
      .init("findings", .array(try findings.map { try json($0, call) })),
    ])
    guard !findings.isEmpty else {
      outcome.blocks = [.text(call.reply("clean", [:]))]
      return outcome
    }
    let rows = try findings.map { finding in
      [
        what(finding, call), String(finding.count), try owners(finding, call), mend(finding, call),
      ]
    }
    outcome.blocks = [
      .table(
        .init(
          title: call.reply("title", ["total": String(total)]),
          columns: [
            .init(call.reply("what", [:])), .init(call.reply("count", [:]), .right), .init(call.reply("owners", [:])),
            .init(call.reply("mend", [:])),
          ], rows: rows))
    ]
    outcome.suggestions = findings.prefix(3).map { Suggestion(title: mend($0, call), send: mend($0, call)) }
    return outcome
  }

  private func words(_ finding: DataQuality.Finding, _ call: Call) -> [String: String] {
    let nouns = String(call.wording.count(2, finding.kind).drop { $0.isNumber || $0 == " " || $0 == "个" })
    return [
      "noun": call.wording.noun(finding.kind), "nouns": nouns,
      "field": call.wording.label(finding.field, of: finding.kind), "record": finding.example,
    ]
  }

  private func what(_ finding: DataQuality.Finding, _ call: Call) -> String {
    call.turn.say("quality.\(finding.sort.rawValue)", words(finding, call))
  }

  private func mend(_ finding: DataQuality.Finding, _ call: Call) -> String {
    let special = "quality.mend.\(finding.kind).\(finding.field)"
    let key = finding.sort == .stale && call.wording.has(special) ? special : "quality.mend.\(finding.sort.rawValue)"
    return call.turn.say(key, words(finding, call))
  }

  private func owners(_ finding: DataQuality.Finding, _ call: Call) throws -> String {
    let shown = try finding.owners.prefix(4).map { owner, count in
      let name = try owner.map { try call.reader.unrestricted.record($0)?.code ?? "" } ?? call.reply("nobody", [:])
      return "\(name) \(count)"
    }
    return shown.joined(separator: ", ") + (finding.owners.count > 4 ? " …" : "")
  }

  private func json(_ finding: DataQuality.Finding, _ call: Call) throws -> JSON {
    let owners = try finding.owners.map { owner, count -> JSON in
      [
        "owner": try owner.flatMap { try call.reader.unrestricted.record($0)?.code }.map { .string($0) } ?? .null,
        "count": .integer(Int64(count)),
      ]
    }
    return [
      "sort": .string(finding.sort.rawValue), "entity": .string(finding.kind.rawValue),
      "field": .string(finding.field.rawValue), "count": .integer(Int64(finding.count)), "owners": .array(owners),
    ]
  }
}
