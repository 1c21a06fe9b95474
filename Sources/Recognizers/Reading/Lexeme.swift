/// A word of the lists, found at a place of the sentence.
struct Lexeme {
  let start: Int
  let end: Int
  let meaning: Meaning
}
