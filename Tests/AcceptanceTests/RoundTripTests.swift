import Exchange
import Foundation
import Testing

/// Import → export → import into a fresh database → export: the same bytes, through the program itself.
struct RoundTripTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Exports `database`, imports that into a fresh one, and exports it again: where the two differ.
  private func differences(after database: String) throws -> [String] {
    for name in ["first", "second"] {
      try Program.run(["export", "--db", folder.file(name == "first" ? database : "copy.db"), folder.file(name)])
      if name == "first" { try Program.run(["import", "--db", folder.file("copy.db"), folder.file(name)]) }
    }
    let (first, second) = (try folder.contents(of: "first"), try folder.contents(of: "second"))
    #expect(!first.isEmpty)
    return Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
  }

  @Test func theDemoCompanyComesBackByteForByte() throws {
    try Program.run(["say", "--db", folder.file("demo.db"), "--as", "alex", "load the demo"])
    #expect(try differences(after: "demo.db") == [])
  }

  @Test func whatWasSaidToACompanyComesBackByteForByte() throws {
    try Program.run(["say", "--db", folder.file("demo.db"), "--as", "alex", "load the demo"])
    try Program.run(
      [
        "say", "--db", folder.file("demo.db"), "--as", "alex", "--now", Company.now,
        "set Acme's industry to logistics", "note on Hooli: \"quoted\", said شركة الشرق 🙂", "tag Initech as a;b, c",
      ])
    #expect(try differences(after: "demo.db") == [])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func anyTextComesBackByteForByte(seed: UInt64) throws {
    var texts = HostileTexts(seed: seed)
    let names = (0..<40).map { "\(texts.next()) \($0)" }
    let accounts =
      [["name", "industry", "city", "tags"]] + names.map { [$0, texts.next(), texts.next(), texts.next()] }
    let contacts = [["name", "account", "title"]] + names.map { ["\(texts.next()) of \($0)", $0, texts.next()] }
    let files = folder.file("files")
    try FileManager.default.createDirectory(atPath: files, withIntermediateDirectories: true)
    for (name, rows) in [("accounts.csv", accounts), ("contacts.csv", contacts)] {
      try CSVWriter.text(rows).write(toFile: "\(files)/\(name)", atomically: true, encoding: .utf8)
    }
    try Program.run(["import", "--db", folder.file("texts.db"), files])
    #expect(try differences(after: "texts.db") == [])
    let text = String(decoding: try #require(try folder.contents(of: "first")["accounts.csv"]), as: UTF8.self)
    let kept = Set(CSVReader(text).rows.dropFirst().compactMap(\.cells.first).map(FormulaGuard.undone))
    #expect(names.filter { !kept.contains($0) } == [])
  }
}

/// Texts that files find hard, in any combination.
private struct HostileTexts {
  private static let parts = [
    "Acme", "O'Reilly \"Plumbing\"", "two\nlines", "semi;colon, comma", "👩‍👩‍👧 family", "شركة الشرق", "שלום",
    "=1+1", "+cmd|x", "@home", "-dash", "'quoted", "晨星科技", "Müller & Söhne", "back\\slash", "e\u{301}", "1234",
    "\u{200F}mark", "𝒳", "yes",
  ]

  private var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  mutating func next() -> String {
    (0..<Int.random(in: 1...2, using: &dice)).compactMap { _ in Self.parts.randomElement(using: &dice) }
      .joined(separator: " ")
  }
}
