import Foundation
import Model
import Testing

/// The program that was built with these tests.
enum Program {
  /// Beside the tests' own binary, where SwiftPM puts what they depend on.
  static func path() throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let folders = [own] + CommandLine.arguments
    for folder in folders.map({ URL(filePath: $0).deletingLastPathComponent() }) {
      let path = folder.appending(path: "rapport").path()
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw Missing(searched: folders)
  }

  struct Missing: Error { let searched: [String] }

  /// Runs one command to its end; its standard output.
  @discardableResult
  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: try path())
    process.arguments = arguments
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "rapport \(arguments.joined(separator: " ")): \(text)")
    return text
  }
}

/// A running `rapport bot --jsonl`.
final class BotProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var buffer: [UInt8] = []

  init(database: String) throws {
    process.executableURL = URL(filePath: try Program.path())
    process.arguments = ["bot", "--jsonl", "--db", database, "--now", Company.now]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    #expect(try answer()["type"] == "ready")
  }

  deinit { if process.isRunning { kill() } }

  /// Sends a sentence without waiting for the reply.
  func send(
    _ text: String, id: String, as login: String, in conversation: String, isExplain: Bool = false
  ) throws {
    let line: JSON = [
      "type": "message", "id": .string(id), "conversation": ["id": .string(conversation)],
      "from": ["id": .string(login)], "text": .string(text),
      "explain": .boolean(isExplain),
    ]
    try input.fileHandleForWriting.write(contentsOf: Data((line.text + "\n").utf8))
  }

  /// The next line that the bot writes.
  func answer() throws -> JSON {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = Array(buffer[..<end])
        buffer.removeFirst(end + 1)
        return try JSONParser.parse(line)
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Ended() }
      buffer += more
    }
  }

  struct Ended: Error {}

  func ask(_ text: String, id: String, as login: String, in conversation: String) throws -> JSON {
    try send(text, id: id, as: login, in: conversation)
    return try answer()
  }

  /// As `kill -9` does: at once, whatever it is doing.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Ends its input and waits for it; what it exited with.
  func finish() throws -> Int32 {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
