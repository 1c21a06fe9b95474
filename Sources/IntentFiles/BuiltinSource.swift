import Language

extension Catalogue {
  /// The Swift file that carries this catalogue in the binary, as string literals: a large array literal takes minutes
  /// to compile.
  public var builtinSource: String {
    let image = LexiconImage(self).parts.map { name, text in
      let type = name == "numbers" ? "StaticString" : "String"
      return "  public static let \(name): \(type) = \(literal(text))"
    }
    return """
      // Made by intentc from the files in Intents/.

      /// The intent files, compiled: `Catalogue(text:)` reads all of them, and a `LexiconImage` is what sentences need.
      public enum BuiltinIntents {
        public static let text: String = \(literal(text))
      \(image.joined(separator: "\n"))
      }

      """
  }

  private func literal(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return "####\"\(text)\"####" }
    return "####\"\"\"\n\(text)\n\"\"\"####"
  }
}
