import Conversation
import Model
import Testing
import Values

@testable import Surfaces

@Suite struct BotSessionTests {
  private func session(_ responder: ScriptedResponder = ScriptedResponder(), now: String? = nil) -> BotSession {
    BotSession(responder, now: now.flatMap { Moment(iso: $0) }, log: { _ in })
  }

  private static let message =
    #"{"v":1,"type":"message","id":"m1","conversation":{"id":"c1"},"from":{"id":"dana","name":"Dana"},"text":"hi"}"#

  private func code(_ line: String, _ responder: ScriptedResponder = ScriptedResponder()) -> JSON? {
    var session = session(responder)
    let answer = session.answer(Array(line.utf8))
    return answer?["type"] == "error" ? answer?["code"] : nil
  }

  @Test func aMessageGetsOneReply() throws {
    let responder = ScriptedResponder()
    var session = session(responder)
    let reply = session.answer(Array(Self.message.utf8))
    let answer = try #require(reply)
    #expect(answer["type"] == "reply")
    #expect(answer["in_reply_to"] == "m1")
    #expect(answer["conversation"] == ["id": "c1"])
    #expect(answer["text"] == "You said: hi")
    #expect(responder.heard.withLock { $0 } == [Message(id: "m1", conversation: "c1", from: "dana", text: "hi")])
  }

  @Test(arguments: [
    ("no json", "parse_error"), ("[1]", "invalid_message"), ("{}", "invalid_message"),
    (#"{"type":"dance"}"#, "unknown_type"), (#"{"v":2,"type":"ping"}"#, "unsupported_version"),
    (#"{"type":"message","id":"m"}"#, "invalid_message"),
    (#"{"type":"message","id":1,"conversation":{"id":"c"},"from":{"id":"d"},"text":"x"}"#, "invalid_message"),
    (#"{"type":"hello","render":{"width":-1}}"#, "invalid_message"),
    (#"{"type":"clock","now":"2026-11-23T09:00:00-05:00"}"#, "invalid_message"),
  ])
  func aBadLineIsAnErrorWithItsCode(line: String, expected: String) { #expect(code(line) == .string(expected)) }

  @Test func faultsHaveTheProtocolsCodes() {
    #expect(code(Self.message, ScriptedResponder { _ in throw MessageFault.unknownUser("x") }) == "unknown_user")
    #expect(code(Self.message, ScriptedResponder { _ in throw MessageFault.idConflict("x") }) == "id_conflict")
    #expect(code(Self.message, ScriptedResponder { _ in throw MessageFault.storage("x") }) == "storage_locked")
    #expect(code(Self.message, ScriptedResponder { _ in throw ScriptedResponder.Breakdown() }) == "internal")
  }

  @Test func onlyWhatMayPassLaterIsRetryable() {
    let retryable = BotError.Code.allCases.filter(\.isRetryable).map(\.rawValue)
    #expect(retryable == ["busy", "storage_locked", "shutting_down", "internal"])
  }

  @Test func anErrorNamesTheMessageAsFarAsItWasReadable() throws {
    var session = session()
    let reply = session.answer(Array(#"{"type":"message","id":"m7","conversation":{"id":"c"}}"#.utf8))
    let answer = try #require(reply)
    #expect(answer["in_reply_to"] == "m7")
    #expect(answer["conversation"] == ["id": "c"])
  }

  @Test func helloSetsTheRenderingAndLetsGuestsIn() {
    let responder = ScriptedResponder { _ in .saying("word word word word word word word word word word word word word")
    }
    var session = session(responder)
    let hello = #"{"type":"hello","render":{"width":30,"max_text_bytes":400},"push":true,"guests":true,"more":[1]}"#
    #expect(session.answer(Array(hello.utf8)) == nil)
    let text = session.answer(Array(Self.message.utf8))?["text"]
    #expect(text == "word word word word word word\nword word word word word word\nword")
    #expect(responder.heard.withLock { $0.first?.allowsGuest } == true)
  }

  @Test func theClockStandsStillUntilItIsMoved() {
    let responder = ScriptedResponder()
    var session = session(responder, now: "2026-11-23T09:00:00-05:00")
    _ = session.answer(Array(Self.message.utf8))
    #expect(session.answer(Array(#"{"type":"clock","now":"2026-11-24T09:00:00-05:00"}"#.utf8)) == nil)
    _ = session.answer(Array(Self.message.utf8))
    #expect(
      responder.heard.withLock { $0.map { $0.now?.description } }
        == ["2026-11-23T09:00:00-05:00", "2026-11-24T09:00:00-05:00"])
  }

  @Test func pingGetsPongAndAcknowledgementsGetNothing() {
    var session = session()
    #expect(session.answer(Array(#"{"type":"ping"}"#.utf8))?["type"] == "pong")
    #expect(session.answer(Array(#"{"type":"ack","id":"p-1"}"#.utf8)) == nil)
    #expect(session.answer([]) == nil)
  }

  @Test func theLogNamesAFaultAndQuotesNobody() {
    var logged: [String] = []
    var session = BotSession(ScriptedResponder { _ in throw ScriptedResponder.Breakdown() }, log: { logged.append($0) })
    let answer = session.answer(Array(Self.message.utf8))
    #expect(answer?["reference"] == "fault-1")
    #expect(logged == ["rapport: fault-1: Breakdown while answering a message"])
  }
}

@Suite struct ProtocolSchemaTests {
  @Test func theSchemaIsJSONAndEveryReferenceLeadsSomewhere() throws {
    let schema = try JSONParser.parse(ProtocolSchema.text)
    var references: [String] = []
    func collect(_ json: JSON) {
      switch json {
      case .object(let members):
        for member in members {
          if member.key == "$ref", let name = member.value.string { references.append(name) }
          collect(member.value)
        }
      case .array(let items): items.forEach(collect)
      default: break
      }
    }
    collect(schema)
    #expect(references.count > 10)
    for name in references { #expect(schema["$defs"]?[String(name.dropFirst("#/$defs/".count))] != nil, "\(name)") }
  }
}
