import Conversation
import Foundation
import Synchronization
import Testing
import Values

@testable import Surfaces

/// One "database" whose deals are whatever was said with `deal NAME`.
private final class FakeWorld: TranscriptWorld {
  private let deals = Mutex<[String]>([])
  private let replies = Mutex<[String: Reply]>([:])

  func make(data: String?, users: [String], clock: Moment) -> String {
    deals.withLock { $0 = [] }
    replies.withLock { $0 = [:] }
    return "fake"
  }

  func responder(at path: String, language: LanguageCode?) -> any Responder {
    ScriptedResponder { message in
      if var reply = self.replies.withLock({ $0[message.id ?? ""] }) {
        reply.replayed = true
        return reply
      }
      let reply = self.answer(message)
      self.replies.withLock { $0[message.id ?? ""] = reply }
      return reply
    }
  }

  private func answer(_ message: Message) -> Reply {
    if message.text.hasPrefix("deal ") {
      let count = deals.withLock { deals in
        deals.append(String(message.text.dropFirst(5)))
        return deals.count
      }
      return .saying("Deal D-\(count) is new.\nIt is \(message.now?.local.description ?? "late").")
    }
    return message.text == "flurb" ? .saying("What?", .notUnderstood) : .saying("You said: \(message.text)")
  }

  func check(at path: String, kind: String, name: String, now: Moment) -> [String: String]? {
    deals.withLock { $0.contains(name) } ? ["stage": "Won", "amount": "12500.00 USD", "note": ""] : nil
  }

  func count(at path: String, kind: String, now: Moment) -> Int { deals.withLock { $0.count } }
  func discard(_ path: String) {}
}

@Suite struct TranscriptRunTests {
  /// Plays `body` from a file: whether it passed, what was printed, and what the file holds afterwards.
  private func play(_ body: String, isBlessing: Bool = false) throws -> (passed: Bool, printed: String, file: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "transcripts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "x.chat")
    try body.write(to: file, atomically: true, encoding: .utf8)
    let log = folder.appending(path: "log")
    #expect(FileManager.default.createFile(atPath: log.path, contents: nil))
    let output = try FileHandle(forWritingTo: log)
    let run = TranscriptRun(
      FakeWorld(), isBlessing: isBlessing, output: Output(descriptor: output.fileDescriptor), usesBotProcess: false)
    let passed = try run.play([folder.path])
    let printed = try String(contentsOf: log, encoding: .utf8)
    return (
      passed, printed.split(separator: folder.path + "/").joined(), try String(contentsOf: file, encoding: .utf8)
    )
  }

  @Test func aConversationAsWrittenPasses() throws {
    let run = try play(
      """
      clock: 2026-11-23 09:00 America/New_York
      ---
      dana: deal Acme
      rapport: Deal [id:deal] is new.
        It is [date]T09:00.
      [again]
      [check] count deal: 1
      [check] deal Acme: stage won, amount 12,500, note none
      [check] deal Other: gone
      [clock +2 days]
      dana: deal Globex
      rapport has:
        T09:00
        is new
      rapport lacks: $deal
      [restart]
      dana: show $deal
      rapport: You said: show D-1
      dana: flurb
      rapport not_understood
      """)
    #expect(run.printed == "1 passed, 0 failed\n")
    #expect(run.passed)
  }

  @Test func aFailureShowsTheLineTheConversationAndTheDifference() throws {
    let run = try play("---\ndana: deal Acme\nrapport: Deal D-7 is new.\n  It is [..]\n")
    #expect(!run.passed)
    #expect(
      run.printed == """
        x.chat:3: the reply differs (in process)
          | dana: deal Acme
          | rapport: Deal D-1 is new.
          |   It is 2026-11-23T09:00.
          -Deal D-7 is new.
          +Deal D-1 is new.
           It is [..]
          understood: nothing
        0 passed, 1 failed

        """)
  }

  @Test(arguments: [
    ("[check] deal Acme: stage lost", "deal Acme: stage should be lost, and is Won"),
    ("[check] deal Other: stage won", "there is no deal Other"),
    ("[check] deal Acme: gone", "deal Acme is still there"),
    ("[check] count deal: 2", "there should be 2 of deal, and there are 1"),
    ("rapport denied", "expected denied, came ok"), ("rapport has: missing", "the reply lacks what it should have"),
    ("rapport lacks: new", "the reply has what it should not have"),
    ("dana: flurb", "nothing is expected of this, and it is not_understood"),
  ])
  func whatIsNotAsWrittenFails(line: String, message: String) throws {
    let run = try play("---\ndana: deal Acme\n\(line)\n")
    #expect(!run.passed)
    #expect(run.printed.hasPrefix("x.chat:3: \(message)"), "\(run.printed)")
  }

  @Test func blessingRewritesOnlyWhatDiffers() throws {
    let run = try play(
      "# why\n---\ndana: deal Acme\nrapport: Deal [id:deal] is old.\n  It is [..]\n# more\ndana: hi\nrapport ask\n",
      isBlessing: true)
    #expect(run.passed)
    #expect(
      run.file
        == "# why\n---\ndana: deal Acme\nrapport: Deal D-1 is new.\n  It is [..]\n# more\ndana: hi\nrapport ok\n")
    #expect(run.printed.contains("-Deal [id:deal] is old."))
  }

  @Test func blessingLeavesChecksAlone() throws {
    let body = "---\ndana: deal Acme\nrapport: old\n[check] deal Acme: stage lost\n"
    let run = try play(body, isBlessing: true)
    #expect(!run.passed)
    #expect(run.file == body)
  }
}
