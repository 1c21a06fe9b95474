import CRM
import Conversation
import Language
import Model

/// A new field for a kind of record, which every sentence can use at once.
struct AddFieldIntent: IntentHandler {
  static let intents = ["field.add"]

  func run(_ call: Call) throws -> Outcome {
    let wish = try wish(call)
    guard let kind = call.schema[wish.kind] else { throw Interruption.ask(slot: "kind") }
    let words = ["label": wish.label, "kind": call.wording.noun(kind.id), "type": word(wish.type, call)]
    guard !isKnown(wish.label, kind, call), let key = CustomField.key(wish.label, of: kind) else {
      throw Interruption.refused(call.reply("taken", words))
    }
    _ = try call.writing().create(
      "custom_field",
      [
        "label": .text(wish.label), "of": .text(kind.id.rawValue), "key": .text(key.rawValue),
        "type": .text(wish.type), "created": .day(call.turn.context.today),
      ])
    return .text(
      call.reply("done", words), data: ["kind": "value", "value": .string(key.rawValue)])
  }

  private struct Wish {
    let label: String
    let kind: KindID
    let type: String
  }

  private func wish(_ call: Call) throws -> Wish {
    guard case .kind(let kind)? = call.slots["kind"]?.term else { throw Interruption.ask(slot: "kind") }
    let label = AddFieldIntent.label(try call.text("name"))
    guard !label.isEmpty else { throw Interruption.ask(slot: "name") }
    return Wish(label: label, kind: kind, type: type(call) ?? "text")
  }

  private static func label(_ text: String) -> String {
    Call.trimmed(text.filter { !"\"“”‘’「」『』".contains($0) })
  }

  private func type(_ call: Call) -> String? {
    if case .words(let words)? = call.slots["type"]?.term {
      for case .value("custom_field", "type", let stored) in words.meanings { return stored.first }
    }
    return call.optionalText("type").flatMap {
      call.turn.engine.lexicon.value(of: $0, kind: "custom_field", field: "type")
    }
  }

  /// The word means a field of the kind already.
  private func isKnown(_ label: String, _ kind: KindSchema, _ call: Call) -> Bool {
    let key = NameKey.fold(label)
    return kind.fields.contains { field in
      NameKey.fold(call.wording.label(field.id, of: kind.id)) == key || field.id.rawValue == key
    }
  }

  private func word(_ type: String, _ call: Call) -> String { call.turn.say("field.type.\(type)") }

  func normalForm(_ call: Call) -> [JSON.Member]? {
    guard let wish = try? wish(call) else { return nil }
    return [
      .init("kind", .string(wish.kind.rawValue)), .init("name", ["text": .string(wish.label)]),
      .init("type", .string(wish.type)),
    ]
  }
}
