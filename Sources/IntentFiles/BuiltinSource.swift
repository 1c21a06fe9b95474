import Language

extension Catalogue {
  /// The Swift file that carries this catalogue in the binary, as one string literal: a large array literal takes minutes
  /// to compile.
  public var builtinSource: String {
    """
    // Made by intentc from the files in Intents/.

    /// The intent files, compiled: `Catalogue(text:)` reads them.
    public enum BuiltinIntents {
      public static let text: String = ####\"\"\"
    \(text.dropLast())
    \"\"\"####
    }

    """
  }
}
