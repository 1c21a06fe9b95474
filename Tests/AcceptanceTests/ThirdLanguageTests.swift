import Foundation
import Testing

/// A language is files: the Spanish of `Tests/Languages/es` has no line of Swift of its own.
struct ThirdLanguageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Languages/es").path()

  private func company() throws -> (TemporaryFolder, String) {
    let folder = try TemporaryFolder()
    let database = folder.file("es.db")
    for file in Company.demo {
      try FileManager.default.createDirectory(atPath: folder.file("demo"), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: URL(filePath: folder.file("demo/" + file.name)))
    }
    try Program.run(["import", folder.file("demo"), "--db", database, "--now", Company.now])
    return (folder, database)
  }

  private func say(_ sentence: String, _ database: String) throws -> String {
    try Program.run([
      "say", sentence, "--as", "dana", "--db", database, "--now", Company.now, "--intents", Self.folder,
    ])
  }

  @Test func itsFilesAreInOrder() throws {
    let report = try Program.run(["check", "--intents", Self.folder])
    #expect(!report.contains("error:"))
  }

  @Test func itsSentencesAreDoneAndAnsweredInIt() throws {
    let (folder, database) = try company()
    defer { _ = folder }
    #expect(try say("mueve Acme rollout a negotiation", database).contains("Acme rollout pasa de"))
    #expect(try say("recuérdame el próximo viernes llamar a Jane Doe", database).contains("2026-12-04"))
    #expect(try say("avísame en tres días: enviar la oferta", database).contains("2026-11-26"))
    #expect(try say("muestra mis negocios abiertos", database).contains("Acme rollout"))
  }

  @Test func theOtherLanguagesAreAsTheyWere() throws {
    let (folder, database) = try company()
    defer { _ = folder }
    #expect(try say("move Acme rollout to negotiation", database).contains("negotiation"))
    #expect(try say("把晨星ERP升级推进到谈判", database).contains("晨星"))
  }
}
