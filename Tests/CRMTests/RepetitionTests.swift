import CRM
import Model
import Testing
import Values

struct RepetitionTests {
  /// Monday 2026-11-23 09:00.
  private let monday = LocalTime(Day(number: 20_780), hour: 9)

  @Test(arguments: [
    ("FREQ=WEEKLY;BYDAY=MO;AT=09:00", "2026-11-30T09:00"), ("FREQ=WEEKLY;BYDAY=MO;AT=09:30", "2026-11-23T09:30"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;AT=09:00", "2026-12-07T09:00"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;AT=08:00", "2026-11-24T08:00"), ("FREQ=DAILY;AT=17:00", "2026-11-23T17:00"),
    ("FREQ=DAILY;INTERVAL=3", "2026-11-26T09:00"), ("FREQ=WEEKLY", "2026-11-30T09:00"),
    ("FREQ=MONTHLY;BYMONTHDAY=1", "2026-12-01T09:00"), ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30T09:00"),
    ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-11-30T09:00"), ("FREQ=MONTHLY;BYDAY=1MO", "2026-12-07T09:00"),
    ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27T09:00"),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30T09:00"),
    ("FREQ=MONTHLY;INTERVAL=3", "2027-02-23T09:00"), ("FREQ=YEARLY", "2027-11-23T09:00"),
    ("FREQ=YEARLY;BYMONTH=3", "2027-03-23T09:00"), ("FREQ=HOURLY;INTERVAL=2", "2026-11-23T11:00"),
  ])
  func theNextTimeComesByTheRule(rule: String, next: String) throws {
    let repetition = try #require(Repetition(rule))
    #expect(repetition.next(after: monday, began: monday)?.description == next)
  }

  @Test func itEndsWithItsLastDay() throws {
    let repetition = try #require(Repetition("FREQ=WEEKLY;BYDAY=MO;AT=09:00;UNTIL=2026-12-07"))
    let second = try #require(repetition.next(after: LocalTime(Day(number: 20_787), hour: 10), began: monday))
    #expect(second.description == "2026-12-07T09:00")
    #expect(repetition.next(after: second, began: monday) == nil)
  }

  @Test(arguments: ["", "FREQ=MINUTELY", "every Monday", "BYDAY=MO", "FREQ=SOMETIMES"])
  func whatIsNoRuleIsNone(rule: String) {
    #expect(Repetition(rule) == nil)
  }

  @Test func doneOnceTheNextIsPlanned() throws {
    let office = try Office()
    let first = try office.create(
      "dana", "activity",
      [
        "type": .text("follow-up"), "subject": .text("Review the pipeline"), "due": .moment(office.now),
        "recurrence": .text("FREQ=WEEKLY;BYDAY=MO;AT=09:00"),
      ])
    try office.update("dana", first, ["done_at": .moment(office.now)])
    #expect(try office.count("activity") == 2)
    #expect(try office.count("activity", where: .isEmpty(.path(["done_at"]))) == 1)
    // Changed once it is done, it plans nothing more.
    try office.update("dana", first, ["notes": .text("took an hour")])
    #expect(try office.count("activity") == 2)
  }
}
