import CRM
import Foundation
import IntentFiles
import Language
import Testing

struct BuiltinTests {
  /// The files that are compiled into the program.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Intents").path()

  @Test func theBuiltInFilesHaveNoProblemAgainstTheSchema() {
    let (_, problems) = IntentFiles.load(Self.folder, schema: CRMSchema.all)
    #expect(problems.isEmpty, "\(problems.map(\.description).joined(separator: "\n"))")
  }

  @Test func theyAreReadBackAsTheyWereWritten() throws {
    let (catalogue, _) = IntentFiles.load(Self.folder)
    #expect(try Catalogue(text: catalogue.text) == catalogue)
  }

  @Test func whatIsCompiledOfThemIsWhatTheyWouldBeCompiledToAtStart() throws {
    let (catalogue, _) = IntentFiles.load(Self.folder)
    let compiled = try Lexicon(LexiconImage(catalogue), schema: CRMSchema.all)
    #expect(compiled.hasSameWords(as: Lexicon(catalogue, schema: CRMSchema.all)))
    #expect(compiled.catalogue == catalogue.spoken)
  }
}
