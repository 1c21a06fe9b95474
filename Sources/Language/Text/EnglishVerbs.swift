/// The base of an English verb, as a command has it: showing → show, moved → move, sent → send.
enum EnglishVerbs {
  private static let irregular: [String: String] = [
    "sent": "send", "put": "put", "set": "set", "won": "win", "lost": "lose", "made": "make", "given": "give",
    "taken": "take", "brought": "bring", "cut": "cut", "shown": "show", "told": "tell", "sold": "sell", "held": "hold",
    "paid": "pay", "found": "find", "done": "do", "written": "write", "kept": "keep", "thrown": "throw",
    "bought": "buy",
    "run": "run", "got": "get", "gotten": "get", "stuck": "stick", "split": "split", "hidden": "hide", "undone": "undo",
    "redone": "redo", "withdrawn": "withdraw", "drawn": "draw", "taught": "teach", "begun": "begin", "broken": "break",
  ]

  /// The first that `isKnown` of what an -ing form may come from.
  static func base(ofGerund word: String, isKnown: (String) -> Bool) -> String? {
    guard word.hasSuffix("ing"), word.utf8.count > 5 else { return nil }
    return bases(String(word.dropLast(3))).first(where: isKnown)
  }

  /// The first that `isKnown` of what a past participle may come from.
  static func base(ofParticiple word: String, isKnown: (String) -> Bool) -> String? {
    if let base = irregular[word] { return isKnown(base) ? base : nil }
    guard word.hasSuffix("ed"), word.utf8.count > 4 else { return nil }
    let stem = String(word.dropLast(2))
    let ofY = stem.hasSuffix("i") ? [String(stem.dropLast()) + "y"] : []
    return (bases(stem) + ofY).first(where: isKnown)
  }

  private static func bases(_ stem: String) -> [String] {
    let isDoubled = stem.last == stem.dropLast().last
    return isDoubled ? [stem, String(stem.dropLast()), stem + "e"] : [stem, stem + "e"]
  }
}
