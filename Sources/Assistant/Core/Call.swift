import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

/// An intent being carried out: its slots, and the records as they are.
struct Call {
  let turn: Turn
  let intent: IntentDefinition
  let slots: [String: Reading.Filled]
  let reader: any StoreReader
  /// nil while a sentence is only read, or explained.
  let writer: (any StoreWriter)?
  let corrections: [Reading.Correction]

  var schema: Schema { reader.schema }
  var wording: Wording { turn.wording }
  var resolver: Resolver { Resolver(turn: turn, reader: reader) }

  /// The transaction to write in; a handler of a read has none.
  func writing() throws -> any StoreWriter {
    guard let writer else { throw Interruption.refused(turn.say("read.only")) }
    return writer
  }

  /// The one record that a slot means.
  func record(_ slot: String) throws -> Record {
    guard let found = try records(slot, single: true).first, let record = try reader.record(found) else {
      throw Interruption.ask(slot: slot)
    }
    return record
  }

  func optionalRecord(_ slot: String) throws -> Record? {
    slots[slot] == nil && turn.answers.slots[slot] == nil ? nil : try record(slot)
  }

  /// The records that a slot means, at most `limit`; more are refused rather than cut.
  func records(_ slot: String, single: Bool = false, limit: Int = 500) throws -> [RecordID] {
    guard let definition = intent.slot(slot) else { return [] }
    if let chosen = turn.answers.slots[slot] { return chosen }
    guard let filled = slots[slot] else { throw Interruption.ask(slot: slot) }
    return try resolver.records(filled.term, slot: definition, single: single, limit: limit)
  }

  /// Free text, without the marks around it.
  func text(_ slot: String) throws -> String {
    guard let text = optionalText(slot) else { throw Interruption.ask(slot: slot) }
    return text
  }

  func optionalText(_ slot: String) -> String? {
    switch slots[slot]?.term {
    case .text(let text)?: Call.trimmed(text)
    case .words(let words)?: Call.trimmed(words.text)
    case nil: nil
    default: slots[slot]?.text
    }
  }

  private static let marks: Set<Unicode.Scalar> = [
    " ", "\t", "\n", ".", ",", ";", ":", "，", "。", "：", "；", "\"", "“", "”", "「", "」", "-",
  ]

  static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, marks.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, marks.contains(last) { scalars.removeLast() }
    return String(scalars)
  }

  func value(_ slot: String) throws -> RecognizedValue {
    if case .value(let value)? = slots[slot]?.term {
      guard !value.isImpossible else {
        throw Interruption.refused(turn.say("value.impossible", ["value": slots[slot]?.text ?? ""]))
      }
      return value
    }
    throw Interruption.ask(slot: slot)
  }

  /// Tells a colleague of this command, in the same transaction: `notice.TOPIC` in `Intents/_messages` words it. Nobody is
  /// told what they did themselves.
  func notify(_ user: RecordID, _ topic: String, _ values: [String: Value] = [:], about: RecordID? = nil) throws {
    guard user.kind == "user", user != turn.context.speaker.user else { return }
    try writing().notify(Notice(topic, to: .user(user), values, about: about))
  }

  /// Asks for a yes, unless it was given.
  func confirm(_ question: @autoclosure () -> String) throws {
    if !turn.answers.isConfirmed { throw Interruption.confirm(question()) }
  }

  /// The intent's own wording of a reply.
  func reply(_ name: String, _ values: [String: String]) -> String { wording.reply(intent.id, name, values) }
}
