import CRM
import Conversation
import Language
import Model

/// The credit for a deal shared with a colleague: the speaker's share first. The shares add up to all of it, since what
/// members do not have is the owner's.
struct DealSplitIntent: IntentHandler {
  static let intents = ["deal.split"]

  func run(_ call: Call) throws -> Outcome {
    let deal = try call.record("deal")
    let colleague = try call.record("user")
    guard let (mine, theirs) = DealSplitIntent.shares(try call.text("shares")) else {
      throw Interruption.ask(slot: "shares")
    }
    guard mine + theirs == 100 else {
      throw Interruption.refused(call.reply("sum", ["total": String(mine + theirs)]))
    }
    guard let speaker = call.turn.context.speaker.user, speaker != colleague.id else {
      throw Interruption.ask(slot: "user")
    }
    let writer = try call.writing()
    let team = DealTeam(call: call, deal: deal)
    for (user, share) in [(speaker, mine), (colleague.id, theirs)] where deal["owner"] != .record(user) {
      let known = try team.members.first { $0["user"] == .record(user) }
      let id = try known?.id ?? writer.create("deal_member", ["deal": .record(deal.id), "user": .record(user)])
      try writer.update(id, ["share_percent": .decimal(Double(share))])
    }
    try call.notify(
      colleague.id, "split", ["deal": .text(deal.name), "share": .integer(Int64(theirs))], about: deal.id)
    let words = ["deal": deal.name, "user": colleague.name, "mine": String(mine), "theirs": String(theirs)]
    var outcome = Outcome.text(call.reply("done", words), focus: [deal.id, colleague.id])
    outcome.data = try team.data
    return outcome
  }

  /// "60/40", 六四: two shares in percent, or in tenths.
  static func shares(_ text: String) -> (Int, Int)? {
    let han: [Character: Int] = [
      "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
    ]
    let lower = text.lowercased()
    if ["half", "even", "equal", "fifty", "对半", "平分", "均分", "平均", "一半"].contains(where: lower.contains) {
      return (50, 50)
    }
    var numbers = lower.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).compactMap { Int($0) }
    if numbers.isEmpty { numbers = lower.compactMap { han[$0] } }
    guard numbers.count == 2 else { return nil }
    if numbers[0] + numbers[1] == 10 { return (numbers[0] * 10, numbers[1] * 10) }
    return (numbers[0], numbers[1])
  }
}
