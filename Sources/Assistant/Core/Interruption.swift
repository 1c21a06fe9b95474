import Model

/// Why a sentence that was understood is not carried out now. Whatever was begun is rolled back.
enum Interruption: Error {
  /// A slot that it needs is missing.
  case ask(slot: String)
  /// A slot that can only be known later, asked for in a sentence of its own; the records that other slots mean are
  /// settled, and talked about from then on.
  case askLater(slot: String, question: String, settled: [String: RecordID])
  /// Several records fit a slot, or a name in the sentence.
  case choose(slot: String?, name: String, among: [NamedRecord], total: Int)
  /// It does much, or cannot be mended easily: a yes first. The question is worded.
  case confirm(String)
  /// Nothing of that name is there.
  case notFound(name: String, kinds: [KindID])
  /// A description that fits no record.
  case nothingFits(slot: String)
  /// "it" where nothing was talked about.
  case nothingMeant(slot: String)
  /// A value that the field cannot hold; worded.
  case refused(String)
}
