extension Character {
  /// How many columns of a terminal the character takes: 0, 1 or 2. East Asian wide and full-width characters, emoji,
  /// flags and joined sequences take 2 (Unicode Standard Annex 11), combining marks on their own 0.
  public var columns: Int {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var widest = 0
    var count = 0
    for scalar in unicodeScalars {
      count += 1
      // VS16 asks for the emoji form; a pair of regional indicators is a flag.
      if scalar.value == 0xFE0F || count == 2 && 0x1F1E6...0x1F1FF ~= scalar.value { return 2 }
      widest = max(widest, scalar.columns)
    }
    return widest
  }
}

extension StringProtocol {
  /// How many columns of a terminal the text takes, on one line.
  public var columns: Int {
    if let count = plainColumns { return count }
    var count = 0
    for character in self { count += character.columns }
    return count
  }

  /// The same for text of ASCII and everyday ideographs alone, several times faster; nil for any other.
  private var plainColumns: Int? {
    utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      var count = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte >= 0x20, byte != 0x7F { count += 1 }
          index += 1
        } else if byte >= 0xE5 && byte <= 0xE9 || byte == 0xE4 && index + 1 < bytes.count && bytes[index + 1] >= 0xB8 {
          count += 2
          index += 3
        } else {
          return nil
        }
      }
      return count
    }.flatMap(\.self)
  }
}

extension Unicode.Scalar {
  var columns: Int {
    if value < 0x300 { return value < 0x20 || 0x7F..<0xA0 ~= value || value == 0xAD ? 0 : 1 }
    if isWide { return 2 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 0x1160...0x11FF ~= value ? 0 : 1
    }
  }

  /// East Asian Width W or F, or shown as an emoji by itself.
  private var isWide: Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
      0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
