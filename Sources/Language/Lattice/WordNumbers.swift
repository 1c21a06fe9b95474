import Model

/// A number for each word that the grammar, the vocabulary or a template knows.
struct WordNumbers: Sendable, Equatable {
  /// All words, one after another, and where each begins.
  private var letters: [UInt8] = []
  private var starts: [Int32] = [0]
  /// By the hash of a word: its number, or -1.
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 12)

  init() {}

  var count: Int { starts.count - 1 }

  /// As `write` wrote them.
  init(letters: String, _ numbers: inout NumberReader) {
    self.letters = Array(letters.utf8)
    starts = Array(numbers.read())
    slots = Array(numbers.read())
  }

  /// All words without anything between them; where they begin goes into `numbers`.
  func write(into numbers: inout NumberWriter) -> String {
    numbers.write(starts)
    numbers.write(slots)
    return String(decoding: letters, as: UTF8.self)
  }

  /// The word's number, given now if it has none.
  mutating func number(_ word: String) -> Int32 {
    var word = word
    return word.withUTF8 { number($0) }
  }

  /// -1 for a word that nothing knows.
  func find(_ word: String) -> Int32 {
    var word = word
    return word.withUTF8 { slots[slot($0)] }
  }

  /// All of them, by number.
  var words: some Sequence<String> {
    (0..<starts.count - 1).lazy.map { String(decoding: letters[Int(starts[$0])..<Int(starts[$0 + 1])], as: UTF8.self) }
  }

  /// Those words of a length, in bytes, that have nearly the same letters as `letters`: at most `limit` of either that
  /// the other has not.
  func words(lengths: ClosedRange<Int>, like letters: [UInt8], limit: Int) -> [[UInt8]] {
    let wanted = WordNumbers.letterMask(letters[...])
    var found: [[UInt8]] = []
    for number in 0..<count {
      let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
      guard lengths.contains(end - start) else { continue }
      let mask = WordNumbers.letterMask(letters: self.letters, start, end)
      if (mask & ~wanted).nonzeroBitCount <= limit, (wanted & ~mask).nonzeroBitCount <= limit {
        found.append(Array(self.letters[start..<end]))
      }
    }
    return found
  }

  private static func letterMask(letters: [UInt8], _ start: Int, _ end: Int) -> UInt32 {
    var mask: UInt32 = 0
    for index in start..<end { mask |= 1 << UInt32(letters[index] & 31) }
    return mask
  }

  private static func letterMask(_ letters: ArraySlice<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  /// Numbers the tokens of a phrase that needs no folding: lower-case ASCII words, digits and marks, and ideographs.
  ///
  /// The same tokens as `Sentence` cuts, several times faster. False, with anything in `numbers`, for any other phrase.
  mutating func number(simple phrase: String, into numbers: inout [Int32]) -> Bool {
    var phrase = phrase
    return phrase.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        var end = index + 1
        switch byte {
        case 0x20:
          index = end
          continue
        case 0x61...0x7A: while end < bytes.count, (0x61...0x7A).contains(bytes[end]) { end += 1 }
        case 0x30...0x39: while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
        case 0x41...0x5A, 0x2D, 0x60, ..<0x20, 0x7F: return false
        case 0x21...0x7E: break
        case 0xE4...0xE9 where WordNumbers.isIdeograph(bytes, index): end = index + 3
        default: return false
        }
        // A letter of another script, or an accent, would belong to the word.
        if end < bytes.count, bytes[end] >= 0x80, byte < 0x80, !WordNumbers.isIdeograph(bytes, end) { return false }
        numbers.append(number(UnsafeBufferPointer(rebasing: bytes[index..<end])))
        index = end
      }
      return true
    }
  }

  /// U+4E00 to U+9FFF, the ideographs of everyday.
  private static func isIdeograph(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 2 < bytes.count else { return false }
    return bytes[index] >= 0xE5 && bytes[index] <= 0xE9 || bytes[index] == 0xE4 && bytes[index + 1] >= 0xB8
  }

  // MARK: The table

  private mutating func number(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let slot = slot(word)
    if slots[slot] >= 0 { return slots[slot] }
    let number = Int32(starts.count - 1)
    letters.append(contentsOf: word)
    starts.append(Int32(letters.count))
    slots[slot] = number
    if starts.count * 2 > slots.count { grow() }
    return number
  }

  /// Where the word's number is, or would be.
  private func slot(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = WordNumbers.hash(word) & mask
    while slots[slot] >= 0, !isWord(Int(slots[slot]), word) { slot = (slot + 1) & mask }
    return slot
  }

  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == word.count else { return false }
    for index in 0..<word.count where letters[start + index] != word[index] { return false }
    return true
  }

  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in 0..<(starts.count - 1) {
      let slot = letters[Int(starts[number])..<Int(starts[number + 1])].withUnsafeBufferPointer { self.slot($0) }
      slots[slot] = Int32(number)
    }
  }
}
