import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// A day: overdue and the day's follow-ups, meetings, deals about to close, tickets about to breach what was promised,
/// quotes about to expire. An empty heading is left out; the lines are numbered through, so that "the third one" is one.
struct AgendaIntent: IntentHandler {
  static let intents = ["talk.agenda"]

  func run(_ call: Call) throws -> Outcome {
    guard let user = call.turn.context.speaker.user else { throw Interruption.refused(call.turn.say("agenda.guest")) }
    let day = AgendaIntent.day(call) ?? call.turn.context.today
    let agenda = Agenda(call: call, user: user, day: day)
    var outcome = Outcome()
    var shown: [JSON] = []
    var ids: [RecordID] = []
    for section in try agenda.sections() {
      let lines = section.records.map { section.line($0) }
      outcome.blocks.append(.list(.init(title: section.title, items: lines, first: ids.count + 1)))
      shown += section.records.map { RecordJSON.record($0, call.schema[$0.id.kind]?.columns ?? []) }
      ids += section.records.map(\.id)
    }
    if day != call.turn.context.today {
      outcome.blocks.insert(.text(call.reply("day", ["day": call.turn.values.day(day)])), at: 0)
    }
    if ids.isEmpty {
      let key = day == call.turn.context.today ? "empty" : "free"
      outcome.blocks = [.text(call.reply(key, ["day": call.turn.values.day(day)]))]
    } else {
      outcome.list = .init(query: Query("activity", where: .any([])), offset: 0, shown: ids, total: ids.count)
    }
    outcome.data = .object([
      .init("kind", "list"), .init("records", .array(shown)), .init("total", .integer(Int64(shown.count))),
    ])
    return outcome
  }

  /// The day that was asked for; nil for today.
  private static func day(_ call: Call) -> Day? {
    guard let value = try? call.value("day"), let expression = value.time,
      let span = expression.resolve(at: call.turn.context.now.local, prefer: .future)
    else { return nil }
    return ValueReader(turn: call.turn).day(of: span)
  }

  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard let day = AgendaIntent.day(call), day != call.turn.context.today else { return [] }
    return [.init("day", .string(day.description))]
  }
}
