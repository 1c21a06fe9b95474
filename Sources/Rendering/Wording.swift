import Values

/// The few words that a renderer adds of its own, in the reply's language.
struct Wording {
  let language: LanguageCode

  private var isChinese: Bool { language == .chinese }

  var suggestion: String { isChinese ? "试试：" : "Try: " }
  var comma: String { isChinese ? "、" : ", " }
  var colon: String { isChinese ? "：" : ": " }

  func quoted(_ text: String) -> String { isChinese ? "“\(text)”" : "\"\(text)\"" }

  /// The columns of a table that there was no room for.
  func leftOut(_ columns: [String]) -> String {
    isChinese
      ? "（宽度不够，未列出：\(columns.joined(separator: "、"))）" : "(No room here for: \(columns.joined(separator: ", ")).)"
  }

  /// What a table says once instead of in every row.
  func inAllRows(_ texts: [String]) -> String {
    isChinese ? "（每一行都是 \(texts.joined(separator: "、"))）" : "(In all rows: \(texts.joined(separator: ", ")).)"
  }

  func more(lines: Int) -> String {
    isChinese ? "……还有 \(lines) 行" : "… and \(lines) more line\(lines == 1 ? "" : "s")"
  }
}
