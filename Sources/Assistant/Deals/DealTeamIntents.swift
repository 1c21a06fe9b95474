import CRM
import Conversation
import Language
import Model

/// Colleagues join a deal's team, and leave it. Members see and change the deal.
struct DealTeamIntent: IntentHandler {
  static let intents = ["deal.team", "deal.team-leave"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let member = try call.record("user")
    let team = DealTeam(call: call, deal: deal)
    let words = ["deal": deal.name, "user": member.name]
    if deal["owner"] == .record(member.id) { throw Interruption.refused(call.reply("owner", words)) }
    let known = try team.members.first { $0["user"] == .record(member.id) }
    if call.intent.id == "deal.team" {
      guard known == nil else { return .text(call.reply("same", words), focus: [deal.id, member.id]) }
      _ = try call.writing().create("deal_member", ["deal": .record(deal.id), "user": .record(member.id)])
      try call.notify(member.id, "team", ["deal": .text(deal.name)], about: deal.id)
    } else {
      guard let known else { return .text(call.reply("same", words), focus: [deal.id]) }
      try call.writing().delete(known.id)
    }
    var outcome = Outcome.text(
      ([call.reply("done", words)] + (try team.lines)).joined(separator: "\n"), focus: [deal.id, member.id])
    outcome.data = try team.data
    return outcome
  }
}

/// Who is on a deal's team.
struct ShowDealTeamIntent: IntentHandler {
  static let intents = ["deal.team-show"]

  func run(_ call: Call) throws -> Outcome {
    let team = DealTeam(call: call, deal: try call.record("deal"))
    var outcome = Outcome.text(try team.lines.joined(separator: "\n"), focus: [team.deal.id])
    outcome.data = try team.data
    return outcome
  }
}

struct DealTeam {
  let call: Call
  let deal: Record

  var members: [Record] {
    get throws {
      let query = Query(
        "deal_member", where: .oneOf(.path(["deal"]), [.record(deal.id)]), sort: [Sort(["user", "name"])])
      return try call.reader.page(query, offset: 0, size: 100, fields: ["user", "role", "share_percent"]).records
    }
  }

  /// One line: the owner first.
  var lines: [String] {
    get throws {
      let owner = call.turn.values.text("owner", of: deal)
      let names = try members.map { call.turn.values.text($0["user"], labels: $0.labels) }
      return [
        call.turn.say(
          names.isEmpty ? "team.alone" : "team.members",
          ["deal": deal.name, "owner": owner, "names": names.joined(separator: ", ")])
      ]
    }
  }

  var data: JSON {
    get throws {
      let people = try members.compactMap { row -> JSON? in
        guard case .record(let id)? = row["user"], let user = try call.reader.record(id) else { return nil }
        return RecordJSON.record(user, ["login", "team"])
      }
      return .object([
        .init("kind", "list"), .init("entity", "user"), .init("records", .array(people)),
        .init("total", .integer(Int64(people.count))),
      ])
    }
  }
}
