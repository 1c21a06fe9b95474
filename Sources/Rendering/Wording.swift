import Values

/// The few words that a renderer adds of its own, in the reply's language.
struct Wording {
  let language: LanguageCode

  private var isChinese: Bool { language == .chinese }

  var suggestion: String { isChinese ? "试试：" : "Try: " }
  var comma: String { isChinese ? "、" : ", " }
  var colon: String { isChinese ? "：" : ": " }

  func quoted(_ text: String) -> String { isChinese ? "“\(text)”" : "\"\(text)\"" }

  func more(lines: Int) -> String {
    isChinese ? "……还有 \(lines) 行" : "… and \(lines) more line\(lines == 1 ? "" : "s")"
  }
}
