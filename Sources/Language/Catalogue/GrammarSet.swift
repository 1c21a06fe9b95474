/// A set of grammar words, in two machine words.
struct GrammarSet: Sendable, ExpressibleByArrayLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  @inline(__always) init(arrayLiteral words: GrammarWord...) {
    for word in words { insert(word) }
  }

  @inline(__always) mutating func insert(_ word: GrammarWord) {
    let number = word.number
    if number < 64 { low |= 1 << UInt64(number) } else { high |= 1 << UInt64(number - 64) }
  }

  @inline(__always) func contains(_ word: GrammarWord) -> Bool {
    let number = word.number
    return (number < 64 ? low >> UInt64(number) : high >> UInt64(number - 64)) & 1 != 0
  }

  @inline(__always) func isDisjoint(with other: GrammarSet) -> Bool { low & other.low | high & other.high == 0 }

  mutating func subtract(_ other: GrammarSet) {
    low &= ~other.low
    high &= ~other.high
  }

  @inline(__always) func union(_ other: GrammarSet) -> GrammarSet {
    var result = self
    result.low |= other.low
    result.high |= other.high
    return result
  }
}

/// Something for some grammar words.
struct GrammarMap<Value: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
  let pairs: [(key: GrammarWord, value: Value)]
  private var places = [Int8](repeating: -1, count: GrammarWord.allCases.count)

  init(dictionaryLiteral pairs: (GrammarWord, Value)...) {
    self.pairs = pairs.map { ($0.0, $0.1) }
    for (place, pair) in pairs.enumerated() { places[pair.0.number] = Int8(place) }
  }

  @inline(__always) subscript(_ word: GrammarWord) -> Value? {
    let place = places[word.number]
    return place < 0 ? nil : pairs[Int(place)].value
  }
}

extension GrammarWord {
  /// Its place among all cases: what an enum without associated values is stored as.
  @inline(__always) var number: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
}
