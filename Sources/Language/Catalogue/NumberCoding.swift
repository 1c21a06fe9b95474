/// Lists of numbers as text that can stand in a source file: four letters for each number, six bits in each.
struct NumberWriter {
  fileprivate static let zero: Int32 = 1 << 20

  private(set) var text = ""

  /// Numbers from -1,048,576 to 15,728,639.
  mutating func write(_ list: [Int32]) {
    put(Int32(list.count))
    for number in list { put(number) }
  }

  private mutating func put(_ number: Int32) {
    var rest = UInt32(number + NumberWriter.zero)
    for _ in 0..<4 {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(0x30 + rest & 0x3F)))
      rest >>= 6
    }
  }
}

/// Reads lists back in the order in which they were written; empty ones where the text ends too soon.
struct NumberReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func read() -> [Int32] {
    guard position + 4 <= bytes.count else { return [] }
    let count = Int(number(at: position))
    position += 4
    guard count >= 0, position + count * 4 <= bytes.count else { return [] }
    let start = position
    position += count * 4
    return [Int32](unsafeUninitializedCapacity: count) { list, initialized in
      for index in 0..<count { list[index] = number(at: start &+ index &* 4) }
      initialized = count
    }
  }

  @inline(__always) private func number(at place: Int) -> Int32 {
    let word = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)) &- 0x3030_3030
    let bits = word & 0x3F | (word >> 2) & 0xFC0 | (word >> 4) & 0x3F000 | (word >> 6) & 0xFC_0000
    return Int32(bitPattern: bits) &- NumberWriter.zero
  }
}
