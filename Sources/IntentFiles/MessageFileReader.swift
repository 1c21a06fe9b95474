import Language
import Values
import Yams

/// Reads `Intents/_messages/<code>.yaml`: what the program says, a key and its text a line.
enum MessageFileReader {
  static func read(_ source: SourceFile, language: LanguageCode) -> (LanguageWords, [Problem]) {
    var reader = NodeReader(source)
    var words = LanguageWords(language: language)
    for (key, node) in reader.root() ?? [] {
      if let text = reader.text(node, of: "a message") { words.messages[key.string] = text.string }
    }
    return (words, reader.problems)
  }
}
