import BuiltinIntents
import CRM
import Language
import Model

/// How long the grammar takes to load.
struct LoadTimes {
  func run() throws {
    let schema = CRMSchema.all
    for _ in 0..<5 {
      let start = Measure.nanoseconds()
      let lexicon = try Lexicon(Measure.image, schema: schema)
      let end = Measure.nanoseconds()
      print("grammar load\t\((end - start) / 1000)\tµs, \(lexicon.languages.count) languages")
    }
  }
}
