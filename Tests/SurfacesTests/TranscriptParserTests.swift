import Testing
import Values

@testable import Surfaces

@Suite struct TranscriptParserTests {
  private func parse(_ text: String) throws -> Transcript { try TranscriptParser.parse(text, path: "x.chat") }

  @Test func theWholeFormatIsRead() throws {
    let transcript = try parse(
      """
      # Dana closes a deal
      clock: 2026-11-23 09:00 America/New_York
      data: demo
      users: dana, priya
      ---
      dana: we won the Initech pilot
      rapport: Initech pilot is won: $12,500.00, closed [date].
        Say "undo" to take it back.

      [check] deal Initech pilot: stage won, amount 12500
      [again]                          # the same message
      [clock +2 hours]
      [clock 2026-11-24 09:00]
      priya in #sales: show the pipeline
      rapport has:
        negotiation
      rapport lacks: Initech
      dana: flurb the zorp
      rapport not_understood
      rapport push to priya: [..]
      [check] deal Initech pilot: gone
      [check] count deal: 12
      [restart]                        # reopened
      """)
    #expect(transcript.header.clock.description == "2026-11-23T09:00:00-05:00")
    #expect(transcript.header.data == "demo")
    #expect(transcript.header.users == ["dana", "priya"])
    let fields = [StateCheck.Field(name: "stage", value: "won"), StateCheck.Field(name: "amount", value: "12500")]
    let evening = try #require(LocalTime(iso: "2026-11-24 09:00"))
    #expect(
      transcript.steps.map(\.action) == [
        .say(.init(from: "dana", conversation: "dm-dana", text: "we won the Initech pilot")),
        .reply(["Initech pilot is won: $12,500.00, closed [date].", "Say \"undo\" to take it back."]),
        .check(StateCheck(kind: "deal", name: "Initech pilot", expected: .fields(fields))), .again,
        .clock(.by(seconds: 7200)), .clock(.to(evening)),
        .say(.init(from: "priya", conversation: "#sales", text: "show the pipeline")), .has(["negotiation"]),
        .lacks(["Initech"]), .say(.init(from: "dana", conversation: "dm-dana", text: "flurb the zorp")),
        .status("not_understood"), .push(to: "priya", ["[..]"]),
        .check(StateCheck(kind: "deal", name: "Initech pilot", expected: .gone)),
        .check(StateCheck(kind: "deal", name: "", expected: .count(12))), .restart,
      ])
    #expect(transcript.steps[1].lines == 6..<8)
  }

  @Test func aTextMayBeginUnderItsColonAndHoldEmptyLines() throws {
    let transcript = try parse("---\ndana: log a call\n  with two lines\nrapport:\n    indented\n\n  last\n\n# end\n")
    #expect(
      transcript.steps[0].action
        == .say(.init(from: "dana", conversation: "dm-dana", text: "log a call\nwith two lines")))
    #expect(transcript.steps[1].action == .reply(["  indented", "", "last"]))
  }

  @Test func aCheckTakesQuotedCommasAndColons() throws {
    let transcript = try parse("---\n[check] activity Call: intro: note \"a, b\", due 2026-11-23 09:00")
    let fields = [
      StateCheck.Field(name: "note", value: "a, b"), StateCheck.Field(name: "due", value: "2026-11-23 09:00"),
    ]
    #expect(
      transcript.steps[0].action == .check(StateCheck(kind: "activity", name: "Call: intro", expected: .fields(fields)))
    )
  }

  @Test(arguments: [
    ("data: demo", "x.chat:2: a line \"---\" should follow the header"),
    ("clock: noon\n---", "x.chat:1: a clock looks like 2026-11-23 09:00 America/New_York"),
    ("colour: red\n---", "x.chat:1: the header knows clock, zone, data, users, language and files, not \"colour\""),
    ("---\nrapport: hi", "x.chat:2: nobody has said anything yet"),
    ("---\n[dance]", "x.chat:2: I know no directive like \"[dance]\""),
    ("---\ndana: x\nrapport great", "x.chat:3: \"great\" is no status"),
    ("users: dana\n---\nbob: x", "x.chat:3: bob is not among the users of the header"),
    ("---\nno colon", "x.chat:2: a line begins with a name and a colon, with \"rapport\", [ or #"),
  ])
  func aMistakeIsNamedWithItsLine(text: String, message: String) {
    #expect { try parse(text) } throws: { "\($0)" == message }
  }
}
