import CRM
import Conversation
import Model
import Values

/// What a day asks of one person, the most urgent first.
struct Agenda {
  struct Section {
    let title: String
    let records: [Record]
    let line: (Record) -> String
  }

  let call: Call
  let user: RecordID
  let day: Day

  private static let most = 20
  /// How many days ahead deals and quotes are shown.
  private static let ahead = 7

  private var turn: Turn { call.turn }
  private var isToday: Bool { day == turn.context.today }
  private var isMine: Predicate { .oneOf(.path(["owner"]), [.record(user)]) }

  func sections() throws -> [Section] {
    let zone = turn.context.speaker.zone
    let start = zone.moment(local: LocalTime(day))
    let end = Value.moment(zone.moment(local: LocalTime(day + 1)))
    let now = turn.context.now
    var all: [Section] = []
    if isToday {
      all.append(try section("overdue", plans("follow-up", from: nil, to: .moment(now)), late))
    }
    all += [
      try section("followups", plans("follow-up", from: .moment(isToday ? now : start), to: end), timed),
      try section("meetings", plans("meeting", from: .moment(start), to: end), timed),
      try section("deals", deals) { line($0, ["stage", "amount", "close_date"]) },
      try tickets(before: end),
      try section("quotes", quotes) { line($0, ["deal", "total", "valid_until"]) },
    ]
    return all.filter { !$0.records.isEmpty }
  }

  private func section(_ name: String, _ query: Query, _ line: @escaping (Record) -> String) throws -> Section {
    let columns = (call.schema[query.kind]?.columns ?? []) + (query.kind == "activity" ? ["until"] : [])
    let page = try call.reader.page(query, offset: 0, size: Self.most, fields: columns)
    let more = page.total > page.records.count ? " (\(page.total))" : ""
    let suffix = isToday ? "" : ".day"
    let key = turn.wording.has("agenda.\(name)\(suffix)") ? "agenda.\(name)\(suffix)" : "agenda.\(name)"
    return Section(title: turn.say(key) + more, records: page.records, line: line)
  }

  // MARK: What is asked

  private func plans(_ type: String, from: Value?, to: Value) -> Query {
    var parts: [Predicate] = [
      .oneOf(.path(["type"]), [.text(type)]), isMine, .isEmpty(.path(["done_at"])),
      .compare(.path(["due"]), .less, .constant(to)),
    ]
    if let from { parts.append(.compare(.path(["due"]), .atLeast, .constant(from))) }
    return Query("activity", where: .all(parts), sort: [Sort(["due"])])
  }

  /// Today: past their date or soon; another day: those of that day.
  private var deals: Query {
    let open = call.schema["deal"]?.filter("open")?.predicate ?? .always
    let dated: Predicate =
      isToday
      ? .compare(.path(["close_date"]), .atMost, .constant(.day(day + Self.ahead)))
      : .oneOf(.path(["close_date"]), [.day(day)])
    return Query("deal", where: open.and(isMine).and(dated), sort: [Sort(["close_date"])])
  }

  private var quotes: Query {
    let open = call.schema["quote"]?.filter("open")?.predicate ?? .always
    return Query(
      "quote",
      where: .all([
        open, .via("deal", isMine), .compare(.path(["valid_until"]), .atLeast, .constant(.day(day))),
        .compare(.path(["valid_until"]), .atMost, .constant(.day(isToday ? day + Self.ahead : day))),
      ]), sort: [Sort(["valid_until"])])
  }

  /// The speaker's open tickets, and for support also nobody's, whose answer or solution is owed by then.
  private func tickets(before end: Value) throws -> Section {
    var whose = Predicate.oneOf(.path(["assignee"]), [.record(user)])
    if turn.context.speaker.role == .support { whose = .any([whose, .isEmpty(.path(["assignee"]))]) }
    let open = Query("ticket", where: whose.and(.oneOf(.path(["status"]), [.text("open")])), sort: [Sort(["opened"])])
    let fields = (call.schema["ticket"]?.columns ?? []) + ["number", "replied"]
    let page = try call.reader.page(open, offset: 0, size: 200, fields: fields)
    var owed: [(ticket: Record, promise: ServiceLevel.Promise, due: Moment)] = []
    for ticket in page.records {
      guard case .text(let priority)? = ticket["priority"],
        let next = try ServiceLevel(priority: priority, reader: call.reader)?.next(of: ticket),
        case .moment(let last) = end, next.due.epoch < last.epoch,
        isToday || next.due.epoch >= turn.context.speaker.zone.moment(local: LocalTime(day)).epoch
      else { continue }
      owed.append((ticket, next.promise, next.due))
    }
    owed.sort { $0.due.epoch < $1.due.epoch }
    let promises = Dictionary(owed.map { ($0.ticket.id, ($0.promise, $0.due)) }, uniquingKeysWith: { $1 })
    return Section(title: turn.say("agenda.tickets"), records: owed.map(\.ticket)) { ticket in
      guard let (promise, due) = promises[ticket.id] else { return ticket.name }
      let when = turn.values.moment(turn.context.speaker.zone.moment(epoch: due.epoch).local)
      let isPast = due.epoch < turn.context.now.epoch
      let owing = turn.say("agenda.\(promise.rawValue)\(isPast ? ".late" : "")", ["when": when])
      return joined([
        turn.values.text("number", of: ticket), ticket.name, turn.values.filled("priority", of: ticket), owing,
        turn.values.filled("account", of: ticket),
      ])
    }
  }

  // MARK: Lines

  private func line(_ record: Record, _ fields: [FieldID]) -> String {
    joined([record.name] + fields.map { turn.values.filled($0, of: record) })
  }

  /// "14:00–15:00 · Renewal review · Marcus Lee": on the day itself the hour is enough.
  private func timed(_ plan: Record) -> String {
    guard case .moment(let due)? = plan["due"] else { return line(plan, ["regarding"]) }
    var time = clock(due.local)
    if case .moment(let until)? = plan["until"] { time += "–" + clock(until.local) }
    return joined([time, plan.name, about(plan)])
  }

  /// "Send security questionnaire · Globex expansion · 8 days late".
  private func late(_ plan: Record) -> String {
    guard case .moment(let due)? = plan["due"] else { return line(plan, ["regarding"]) }
    let days = turn.context.today - due.local.day
    let since =
      days == 0
      ? turn.say("agenda.since", ["when": clock(due.local)])
      : turn.say(days == 1 ? "agenda.late.one" : "agenda.late", ["days": String(days)])
    return joined([plan.name, about(plan), turn.values.moment(due.local), since])
  }

  /// Whom or what it is about, where its own subject does not say so.
  private func about(_ plan: Record) -> String? {
    turn.values.filled("regarding", of: plan).flatMap { plan.name.contains($0) ? nil : $0 }
  }

  private func clock(_ time: LocalTime) -> String { String(time.sortable.suffix(8).prefix(5)) }

  private func joined(_ parts: [String?]) -> String { parts.compactMap { $0 }.joined(separator: " · ") }
}
