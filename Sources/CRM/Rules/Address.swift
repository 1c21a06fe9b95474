/// What can be an e-mail address, a phone number, a website: strict enough to catch slips, loose enough for the world.
enum Address {
  /// One `@` with something before it, a dot inside what follows, and no space or control character.
  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254, isUnspaced(text) else { return false }
    return isDomain(parts[1])
  }

  /// Three to twenty digits, with spaces, `+ - . / ( )`, and an extension.
  static func isPhone(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "0"..."9": digits += 1
      case " ", "\u{A0}", "+", "-", ".", "/", "(", ")", "（", "）", "#", "x", "e", "t", "转", "*", ",": break
      default: return false
      }
    }
    return (3...20).contains(digits)
  }

  /// A host with a dot in it, with or without a scheme and a path.
  static func isWebsite(_ text: String) -> Bool {
    guard isUnspaced(text) else { return false }
    var rest = Substring(text)
    for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    return isDomain(rest.prefix { !"/?#:".contains($0) })
  }

  private static func isDomain(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      }
  }

  private static func isUnspaced(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !$0.properties.isWhitespace }
  }
}
