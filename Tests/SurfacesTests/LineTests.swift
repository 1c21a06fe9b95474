import Conversation
import Glibc
import Testing
import Values

@testable import Surfaces

@Suite struct LineTests {
  /// A pipe with `text` in it, its write end closed.
  private func pipeHolding(_ bytes: [UInt8]) throws -> Int32 {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    return ends[0]
  }

  private func lines(_ text: String, limit: Int = 100) throws -> [LineReader.Line] {
    let reader = LineReader(descriptor: try pipeHolding(Array(text.utf8)), limit: limit)
    var lines: [LineReader.Line] = []
    while true {
      let line = reader.next()
      if line == .end { return lines }
      lines.append(line)
    }
  }

  @Test func linesComeWithoutTheirEnds() throws {
    #expect(try lines("a\nb\r\n\nlast") == [.line([97]), .line([98]), .line([]), .line(Array("last".utf8))])
    #expect(try lines("") == [])
  }

  @Test func aLineBeyondTheLimitIsDroppedAndItsNeighboursAreNot() throws {
    let long = String(repeating: "x", count: 40)
    #expect(try lines("a\n\(long)\nb", limit: 10) == [.line([97]), .tooLong, .line([98])])
    #expect(try lines("a\n\(long)", limit: 10) == [.line([97]), .tooLong])
    #expect(try lines("0123456789\n", limit: 10) == [.line(Array("0123456789".utf8))])
  }

  @Test func aRequestToStopEndsTheWaiting() throws {
    var input: [Int32] = [-1, -1]
    try #require(pipe(&input) == 0)
    let stop = try pipeHolding([15])
    #expect(write(input[1], "done\nhalf", 9) == 9)
    let reader = LineReader(descriptor: input[0], stop: stop)
    #expect(reader.next() == .end)
  }

  @Test func outputThatNobodyReadsIsNoCrash() throws {
    Signals.ignorePipe()
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    #expect(!Output(descriptor: ends[1]).write("x"))
  }

  @Test func plainRepliesEndInOneBlankLine() {
    let responder = ScriptedResponder { $0.text == "quiet" ? .saying("", .silent) : .saying("one\n\ntwo") }
    let session = PlainSession(responder, Seat(from: "dana", conversation: "irc:#sales"), log: { _ in })
    #expect(session.answer(Array("x".utf8)) == "one\ntwo\n\n")
    #expect(session.answer(Array("quiet".utf8)) == "\n")
    #expect(session.answer([]) == "\n")
  }

  @Test func plainLinesAreBrokenBetweenCharacters() {
    let responder = ScriptedResponder { _ in .saying("晨星科技有限公司") }
    let session = PlainSession(responder, Seat(from: "d", conversation: "c"), maxLineBytes: 17, log: { _ in })
    #expect(session.answer(Array("x".utf8)) == "晨星科技有\n限公司\n\n")
  }

  @Test func linesOfIISayWhoSpeaks() {
    let responder = ScriptedResponder { message in
      if message.from == "stranger" { throw MessageFault.unknownUser("stranger") }
      return .saying("Hello, \(message.from): \(message.text)")
    }
    let seat = Seat(from: "rapport", conversation: "irc:#sales")
    let session = PlainSession(responder, seat, input: .ii(ownNick: "rapport"), log: { _ in })
    #expect(
      session.answer(Array("1700000000 <dana> show <priya> my deals".utf8)) == "Hello, dana: show <priya> my deals\n\n")
    for line in [
      "1700000000 <rapport> hi", "1700000000 -!- dana has joined", "<dana> hi", "dana: hi", "1700000000 <> hi",
      "1700000000 <stranger> hi",
    ] {
      #expect(session.answer(Array(line.utf8)) == "", "\(line)")
    }
  }

  @Test func aProcessAnswersThroughItsPipesAndSaysHowItEnded() throws {
    let cat = try ChildProcess("/bin/cat", ["cat"])
    #expect(cat.input.write("你好\n"))
    #expect(cat.reader.next() == .line(Array("你好".utf8)))
    #expect(cat.finish() == 0)
    #expect(try ChildProcess("/bin/sh", ["sh", "-c", "exit 3"]).finish() == 3)
    #expect(try ChildProcess("/bin/sh", ["sh", "-c", "kill -9 $$"]).finish() == 137)
    #expect(throws: DriverFault.self) { try ChildProcess("/nowhere/at/all", ["x"]) }
  }
}
