import Foundation

/// Finds out in which encoding a file is written.
public enum TextDecoding {
  /// UTF-8 or UTF-16 by its mark; UTF-16 without one by its zeros; else UTF-8 where it is valid, GB 18030 where that
  /// gives Chinese, and Latin-1 for the rest. Never fails: Latin-1 reads anything.
  public static func text(of bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittle: false) }
    let sample = bytes.prefix(200)
    let evens = zeros(sample, at: 0)
    let odds = zeros(sample, at: 1)
    if odds > sample.count / 4 || evens > sample.count / 4 { return utf16(bytes[...], isLittle: odds > evens) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if let text = chinese(bytes) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private static func zeros(_ bytes: ArraySlice<UInt8>, at parity: Int) -> Int {
    bytes.enumerated().count { $0.offset % 2 == parity && $0.element == 0 }
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var iterator = bytes.makeIterator()
    while let first = iterator.next(), let second = iterator.next() {
      units.append(isLittle ? UInt16(second) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(second))
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// Core Foundation's number of GB 18030, which contains GBK and GB 2312.
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  /// The text, if what is not ASCII in it reads as common Chinese in the main.
  private static func chinese(_ bytes: [UInt8]) -> String? {
    guard let text = String(data: Data(bytes), encoding: gb18030) else { return nil }
    var others = 0
    var ideographs = 0
    for scalar in text.unicodeScalars where scalar.value > 0x7F {
      if (0x4E00...0x9FFF).contains(scalar.value) || (0x3000...0x303F).contains(scalar.value)
        || (0xFF00...0xFFEF).contains(scalar.value)
      {
        ideographs += 1
      } else {
        others += 1
      }
    }
    return ideographs > others && followsItself(bytes) ? text : nil
  }

  /// Chinese stands in runs of pairs; an accented letter between plain ones is Latin.
  private static func followsItself(_ bytes: [UInt8]) -> Bool {
    var lone = 0
    var pairs = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] >= 0x80 {
        pairs += 1
        index += 2
      } else {
        lone += 1
        index += 2
      }
    }
    return pairs > lone
  }
}
