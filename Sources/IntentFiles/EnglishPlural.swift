/// English plurals by rule; a vocabulary gives the others itself ("person/people").
enum EnglishPlural {
  static func of(_ phrase: String) -> String {
    guard let last = phrase.unicodeScalars.last else { return phrase }
    let ends = { (suffix: String) in phrase.hasSuffix(suffix) }
    if ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh") { return phrase + "es" }
    if last == "y", let before = phrase.unicodeScalars.dropLast().last, !"aeiou".unicodeScalars.contains(before) {
      return phrase.dropLast() + "ies"
    }
    return phrase + "s"
  }
}
