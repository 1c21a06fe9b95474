import Model

extension CRMSchema {
  static let isDone = Predicate.filled("done_at")
  static let isToDo = Predicate.empty("done_at")

  /// A follow-up, or an interaction: planned while it has no `done_at`.
  ///
  /// `account`, `contact`, `deal`, `lead` and `ticket` follow from what it regards, unless they are given: a call with a
  /// contact may be about a deal.
  static let activity = KindSchema(
    "activity", file: "activities", code: "F", name: "subject",
    fields: [
      Field("type", .choice(["follow-up", "call", "email", "meeting", "note", "social", "feedback"]), required: true),
      Field("subject", .text, required: true),
      Field(
        "regarding",
        .anyReference([
          "account", "contact", "deal", "lead", "ticket", "order", "quote", "contract", "campaign", "partner",
        ])),
      Field("owner", .reference("user")),
      Field("due", .moment),
      Field("until", .moment),
      Field("done_at", .moment),
      Field("notes", .longText, personal: true),
      Field("account", .reference("account")),
      Field("contact", .reference("contact")),
      Field("deal", .reference("deal")),
      Field("lead", .reference("lead")),
      Field("ticket", .reference("ticket")),
      Field("asked_by", .reference("user")),
      Field("recurrence", .text),
      Field("declined_by", .reference("user")),
      Field("decline_reason", .text),
      Field("location", .text),
      Field("outcome", .text),
      Field("tone", .choice(["positive", "neutral", "negative"])),
      Field("topic", .category),
      Field("external_id", .text),
      Field("created", .moment),
      Field("duration_hours", .decimal, formula: .hours(from: .of("due"), to: .of("until"))),
      Field("overdue_days", .integer, formula: .days(from: .of("due"), to: .today)),
    ],
    filters: [
      NamedFilter("open", isToDo),
      NamedFilter("done", isDone),
      NamedFilter("overdue", .all([isToDo, .has("type", "follow-up"), .before("due", .now)])),
      NamedFilter("upcoming", .all([isToDo, .onOrAfter("due", .now)])),
      NamedFilter(
        "due_today", .all([isToDo, .compare(.days(from: .today, to: .of("due")), .equal, .whole(0))])),
      NamedFilter("repeated", .filled("recurrence")),
      NamedFilter("declined", .filled("declined_by")),
      NamedFilter("follow_up", .has("type", "follow-up")),
      NamedFilter("call", .has("type", "call")),
      NamedFilter("email", .has("type", "email")),
      NamedFilter("meeting", .has("type", "meeting")),
      NamedFilter("note", .has("type", "note")),
      NamedFilter("interaction", .has("type", "call", "email", "meeting", "note", "social", "feedback")),
    ],
    events: [
      Event("due", on: ["due"], implies: isToDo, tense: .future),
      Event("scheduled", on: ["due"], tense: .future),
      Event("done", on: ["done_at"], implies: isDone),
      Event("logged", on: ["done_at"], implies: isDone),
      Event("held", on: ["done_at"], implies: isDone),
      Event("sent", on: ["done_at"], implies: isDone),
      Event("completed", on: ["done_at"], implies: isDone),
    ],
    naturalKey: ["type", "subject", "regarding", "due", "done_at"],
    owner: ["owner"],
    date: "due",
    columns: ["type", "regarding", "due", "done_at", "owner"],
    sort: [.by("due"), .by("done_at")])
}
