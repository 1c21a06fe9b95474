import Values

/// Plays transcripts, each with both drivers, and says how they went.
public struct TranscriptRun {
  private let world: any TranscriptWorld
  private let isBlessing: Bool
  private let output: Output
  private let intents: [String]
  private let usesBotProcess: Bool

  /// - Parameters:
  ///   - isBlessing: replies that differ are written into the files.
  ///   - intents: folders of intent files that the bot process is to lay over its own.
  public init(
    _ world: any TranscriptWorld, isBlessing: Bool = false, output: Output = .standard, intents: [String] = [],
    usesBotProcess: Bool = true
  ) {
    self.world = world
    self.isBlessing = isBlessing
    self.output = output
    self.intents = intents
    self.usesBotProcess = usesBotProcess
  }

  /// True if all went as written, or were blessed. The last line printed is `N passed, N failed`.
  public func play(_ paths: [String]) throws -> Bool {
    var passed = 0
    var failed = 0
    for path in try TranscriptFiles.find(paths) {
      if try play(file: path) { passed += 1 } else { failed += 1 }
    }
    output.write("\(passed) passed, \(failed) failed\n")
    return failed == 0
  }

  private func play(file path: String) throws -> Bool {
    do {
      var transcript = try TranscriptParser.parse(TranscriptFiles.read(path), path: path)
      var failures = try play(transcript) { now, database in
        try InProcessDriver(world, path: database, language: transcript.header.language, now: now)
      }
      for failure in failures { output.write(failure.report + "\n") }
      if isBlessing, !failures.isEmpty, failures.allSatisfy({ $0.blessing != nil }) {
        transcript = try bless(transcript, failures)
        failures = []
      }
      guard failures.isEmpty, usesBotProcess else { return failures.isEmpty }
      failures = try play(transcript) { now, database in
        try BotProcessDriver(path: database, language: transcript.header.language, intents: intents, now: now)
      }
      for failure in failures { output.write(failure.report + "\n") }
      return failures.isEmpty
    } catch let problem as TranscriptProblem {
      output.write("\(problem)\n")
    } catch let fault as DriverFault {
      output.write("\(path): \(fault)\n")
    }
    return false
  }

  private func play(
    _ transcript: Transcript, with open: (Moment, String) throws -> any TranscriptDriver
  ) throws -> [TranscriptPlayer.Failure] {
    let header = transcript.header
    let database = try world.make(data: header.data, users: header.users, clock: header.clock)
    defer { world.discard(database) }
    if let files = header.files {
      try TranscriptFiles.copy(from: TranscriptFiles.folder(of: transcript.path) + "/" + files, beside: database)
    }
    let driver = try open(header.clock, database)
    defer { driver.close() }
    var player = TranscriptPlayer(transcript, driver, world, database: database)
    return try player.play(goesOn: isBlessing)
  }

  /// The file with the failed steps rewritten, everything else as it was.
  private func bless(_ transcript: Transcript, _ failures: [TranscriptPlayer.Failure]) throws -> Transcript {
    var lines = transcript.lines
    for blessing in failures.compactMap(\.blessing).sorted(by: { $0.lines.lowerBound > $1.lines.lowerBound }) {
      lines.replaceSubrange(blessing.lines, with: blessing.text)
    }
    let text = lines.joined(separator: "\n")
    try TranscriptFiles.write(text, to: transcript.path)
    output.write("\(transcript.path): blessed \(failures.count)\n")
    return try TranscriptParser.parse(text, path: transcript.path)
  }
}
