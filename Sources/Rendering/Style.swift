/// Whether to mark headings with terminal attributes.
public enum ColorChoice: String, Sendable, CaseIterable {
  case auto, always, never

  /// `auto` is yes for a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`.
  public func allows(isTerminal: Bool, noColor: Bool, term: String?) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isTerminal && !noColor && term != "dumb"
    }
  }
}

/// Terminal attributes, or none of them.
struct Style: Sendable {
  let isOn: Bool

  func bold(_ text: String) -> String { mark(text, "1") }
  func dim(_ text: String) -> String { mark(text, "2") }
  func refusal(_ text: String) -> String { mark(text, "33") }

  private func mark(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
