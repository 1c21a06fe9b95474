import Conversation
import Glibc
import Rendering
import Testing

@testable import Surfaces

@Suite struct SayTests {
  private func outcome(_ sentences: String..., as script: @escaping @Sendable (Message) throws -> Reply) -> Say.Outcome
  {
    let nowhere = Output(descriptor: open("/dev/null", O_WRONLY))
    defer { close(nowhere.descriptor) }
    return Say(
      ScriptedResponder(script), Seat(from: "dana", conversation: "say"), ReplyPrinter(.text, TextRenderer())
    ).run(sentences, output: nowhere, errors: nowhere)
  }

  @Test(arguments: [
    (Reply.Status.ok, Say.Outcome.done), (.silent, .done), (.ask, .open), (.choose, .open), (.confirm, .open),
    (.notUnderstood, .open), (.notFound, .open), (.denied, .denied),
  ])
  func theExitCodeSaysHowItWent(status: Reply.Status, expected: Say.Outcome) {
    #expect(outcome("x") { _ in .saying("", status) } == expected)
  }

  @Test func aQuestionThatTheNextSentenceAnswersIsNoFailure() {
    #expect(outcome("delete it", "yes") { .saying("", $0.text == "yes" ? .ok : .confirm) } == .done)
    #expect(outcome("yes", "delete it") { .saying("", $0.text == "yes" ? .ok : .confirm) } == .open)
  }

  @Test func theWorstOfSeveralCounts() {
    #expect(outcome("a", "b", "c") { .saying("", $0.text == "b" ? .denied : .ok) } == .denied)
  }

  @Test func faultsHaveTheirOwnCodes() {
    #expect(outcome("x") { _ in throw MessageFault.storage("The disk is full.") } == .fault)
    #expect(outcome("x") { _ in throw MessageFault.unknownUser("x") } == .usage)
  }
}
