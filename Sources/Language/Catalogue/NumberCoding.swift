/// Lists of numbers as text that can stand in a source file: four letters for each number, six bits in each.
struct NumberWriter {
  fileprivate static let zero: Int32 = 1 << 20

  private(set) var text = ""

  /// Numbers from -1,048,576 to 15,728,639.
  mutating func write(_ list: some Collection<Int32>) {
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

/// A list of numbers where it lies in the text, each decoded when it is wanted: nothing needs to be done at start. The
/// text never changes, and lives as long as the list.
struct NumberList: @unchecked Sendable, RandomAccessCollection {
  private let base: UnsafeRawPointer
  let count: Int
  /// Keeps the text alive.
  private let store: NumberStore

  fileprivate init(_ base: UnsafeRawPointer, count: Int, _ store: NumberStore) {
    (self.base, self.count, self.store) = (base, count, store)
  }

  init(_ numbers: [Int32]) {
    var writer = NumberWriter()
    writer.write(numbers)
    var reader = NumberReader(NumberStore(writer.text))
    self = reader.read()
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  @inline(__always) subscript(_ index: Int) -> Int32 {
    precondition(index >= 0 && index < count)
    return NumberList.number(base + index &* 4)
  }

  @inline(__always) fileprivate static func number(_ place: UnsafeRawPointer) -> Int32 {
    let word = UInt32(littleEndian: place.loadUnaligned(as: UInt32.self)) &- 0x3030_3030
    let bits = word & 0x3F | (word >> 2) & 0xFC0 | (word >> 4) & 0x3F000 | (word >> 6) & 0xFC_0000
    return Int32(bitPattern: bits) &- NumberWriter.zero
  }
}

extension NumberList: Equatable {
  static func == (left: NumberList, right: NumberList) -> Bool { left.elementsEqual(right) }
}

/// The bytes of such a text; they never move or change.
final class NumberStore: @unchecked Sendable {
  fileprivate let start: UnsafeRawPointer
  fileprivate let count: Int
  private let isOwned: Bool

  init(_ text: StaticString) {
    start = UnsafeRawPointer(text.utf8Start)
    count = text.utf8CodeUnitCount
    isOwned = false
  }

  init(_ text: String) {
    count = text.utf8.count
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count + 1)
    for (index, byte) in text.utf8.enumerated() { copy[index] = byte }
    start = UnsafeRawPointer(copy)
    isOwned = true
  }

  deinit { if isOwned { start.deallocate() } }
}

/// Reads lists back in the order in which they were written; empty ones where the text ends too soon.
struct NumberReader {
  private let store: NumberStore
  private var position = 0

  init(_ store: NumberStore) { self.store = store }

  mutating func read() -> NumberList {
    let base = store.start
    guard position + 4 <= store.count else { return NumberList(base, count: 0, store) }
    let count = Int(NumberList.number(base + position))
    let start = position + 4
    guard count >= 0, start + count * 4 <= store.count else { return NumberList(base, count: 0, store) }
    position = start + count * 4
    return NumberList(base + start, count: count, store)
  }
}
