import Foundation
import Testing

struct StyleTests {
  /// Longer files should say why in a decision; past the limit the build is red.
  static let limit = 400
  static let aim = 300

  @Test func noFileIsLongerThanTheLimit() throws {
    let files = try SourceTree().files
    #expect(files.count > 50, "the sources were not found")
    for file in files where file.lines.count > Self.aim { print("long: \(file.path) has \(file.lines.count) lines") }
    #expect(files.filter { $0.lines.count > Self.limit }.map(\.path) == [])
  }

  @Test func nothingIsForced() throws {
    #expect(
      try SourceTree().uses(of: ["try!", "fatalError(", " as! ", "preconditionFailure(", "unsafeBitCast("]) == [])
  }

  /// Time and identities come in as parameters; only the program itself asks the machine for them.
  @Test func belowTheProgramNothingAsksTheClock() throws {
    let asks = ["Date()", "Date.now", "UUID()", "Clock.now", "TimeZone.current", "Locale.current"]
    #expect(try SourceTree().uses(of: asks, except: ["rapport", "intentc"]) == [])
  }

  /// Its first use costs 28 ms.
  @Test func nothingFormatsDatesByFoundation() throws {
    #expect(try SourceTree().uses(of: ["DateFormatter", "ISO8601DateFormatter", "NumberFormatter"]) == [])
  }

  @Test func nothingIsLeftForLater() throws {
    #expect(try SourceTree().uses(of: ["TODO:", "TODO ", "FIXME", "XXX:"]) == [])
  }
}
