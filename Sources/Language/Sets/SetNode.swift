/// One step of a description being read from left to right: all that was read before stands in its parents.
struct SetNode {
  let parent: Int32
  /// Into the parser's modifiers; -1 for a word that adds nothing.
  let modifier: Int32
  let position: Int16
  /// The kind, by its place in the schema; -1 until a noun or name decides it.
  let head: Int16
  let cost: Int32
  let flags: Flags

  struct Flags: OptionSet {
    let rawValue: UInt16
    static let event = Flags(rawValue: 1)
    static let bareTime = Flags(rawValue: 2)
    static let noun = Flags(rawValue: 4)
    static let name = Flags(rawValue: 8)
    /// Ends with a word that adds nothing.
    static let loose = Flags(rawValue: 16)
    static let asked = Flags(rawValue: 32)
    static let field = Flags(rawValue: 64)
    static let grouped = Flags(rawValue: 128)
    /// The last thing read was a related set, so "and" may add another.
    static let related = Flags(rawValue: 256)
    static let whichGroup = Flags(rawValue: 512)
    static let most = Flags(rawValue: 1024)
    static let content = Flags(rawValue: 2048)
    static let narrowing = Flags(rawValue: 4096)
    /// Ends with "and".
    static let afterAnd = Flags(rawValue: 8192)
    /// A related set was joined on by "and", or by a verb of its own: it may as well belong to what stands outside.
    static let conjoined = Flags(rawValue: 16384)
    /// 有 behind a noun: what is had by it; in Chinese the noun it describes comes later.
    static let had = Flags(rawValue: 32768)
  }
}

/// One way on from a token: what stands there, and where it ends.
struct Tile {
  enum Effect {
    /// A word that adds nothing; "and" is remembered.
    case skip
    case modifier
    /// Decides the kind.
    case noun(Int16)
    /// A name that decides the kind where no noun does: "Acme" is the account.
    case named(Int16)
    /// Belongs to a whole sentence only.
    case root
    /// What was read so far becomes a modifier of a noun still to come: 我的客户|的|联系人.
    case promote
  }

  let end: Int
  let modifier: Int32
  let cost: Int32
  let effect: Effect
  let flags: SetNode.Flags
}
