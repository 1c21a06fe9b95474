import CRM
import Model
import Testing
import Values

@testable import Exchange

/// What is exported and imported elsewhere is the same.
struct RoundTripTests {
  private func copy(_ world: World) throws -> (World, [ExportFile]) {
    let files = try world.export()
    let other = try World()
    let report = try other.load(files.map { ImportFile(name: $0.name, bytes: Array($0.text.utf8)) })
    #expect(report.problems.isEmpty)
    return (other, files)
  }

  @Test func aCompanyComesBackAsItWas() throws {
    let world = try World()
    try world.load(ImportTests.company)
    let (other, files) = try copy(world)
    #expect(try other.export() == files)
  }

  @Test func aForeignSalesHistoryComesBackAsItWas() throws {
    let world = try World()
    try world.load(SalesHistoryTests.files)
    let (other, files) = try copy(world)
    #expect(try other.export() == files)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func recordsOfAnyContentComeBackAsTheyWere(seed: UInt64) throws {
    let world = try World()
    try world.store.write(world.context, world.command("fill", isImport: true)) { writer in
      var source = RecordSource(seed: seed, writer: writer)
      try source.fill()
    }
    let (other, files) = try copy(world)
    let back = try other.export()
    for (file, returned) in zip(files, back) {
      let lines = zip(CSVReader(file.text).rows, CSVReader(returned.text).rows)
      #expect(lines.first { $0 != $1 } == nil, "\(file.name)")
      #expect(file.text.utf8.count == returned.text.utf8.count, "\(file.name)")
    }
    #expect(files.count == back.count)
  }

  @Test func theSameExportChangesNothingWhereItCameFrom() throws {
    let world = try World()
    try world.load(ImportTests.company)
    let files = try world.export()
    let report = try world.load(files.map { ImportFile(name: $0.name, bytes: Array($0.text.utf8)) })
    #expect(report.problems.isEmpty)
    #expect(report.counts.allSatisfy { $0.count.created == 0 && $0.count.updated == 0 })
    #expect(try world.export() == files)
  }

  @Test func aFormulaIsGuardedInTheFileAndComesBack() throws {
    let world = try World()
    try world.load(["accounts.csv": "name,website\n\"'=HYPERLINK(\"\"x\"\")\",a.example\n"])
    let file = try #require(try world.export().first)
    #expect(file.text.contains("'=HYPERLINK"))
    let name = try world.store.read(world.context) {
      try $0.page(Query("account"), offset: 0, size: 1, fields: ["name"]).records.first?.name
    }
    #expect(name == "=HYPERLINK(\"x\")")
  }

  @Test func columnsWithNothingInThemAreLeftOut() throws {
    let world = try World()
    try world.load(["accounts.csv": "name\nAcme\n"])
    let head = try world.export().first.flatMap { CSVReader($0.text).rows.first }?.cells ?? []
    #expect(head.last == "exchange_id")
    #expect(!head.contains("parent"))
    #expect(head.contains("industry"))
  }
}
