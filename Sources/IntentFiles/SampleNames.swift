import Language
import Model
import Values

/// What fills slots in sentences that are made up: the texts of the intents' own tests, which are taken for names.
struct SampleNames: Gazetteer {
  private var names: [(tokens: [String], kind: KindID)] = []

  init(_ catalogue: Catalogue) {
    var seen: Set<String> = []
    for intent in catalogue.intents {
      for test in intent.texts.flatMap(\.tests) {
        for (slot, text) in test.slots {
          let kind: KindID
          switch intent.slot(slot)?.kind {
          case .record(let own), .records(let own): kind = own ?? "account"
          default: continue
          }
          guard seen.insert("\(kind.rawValue) \(text)").inserted else { continue }
          names.append((NameKey.tokens(text).map(\.text), kind))
        }
      }
    }
  }

  func spans(in tokens: [NameToken]) -> [NameSpan] {
    let words = tokens.map(\.text)
    var found: [NameSpan] = []
    for (index, name) in names.enumerated() where !name.tokens.isEmpty && name.tokens.count <= words.count {
      for start in 0...(words.count - name.tokens.count)
      where Array(words[start..<start + name.tokens.count]) == name.tokens {
        let record = NamedRecord(
          RecordID(name.kind, Int64(index + 1)), name: name.tokens.joined(separator: " "), hint: "")
        found.append(
          NameSpan(
            start..<start + name.tokens.count, .records(name.kind, count: 1, few: [record]), isExact: true))
      }
    }
    return found
  }

  func nearest(to text: String, kinds: [KindID], limit: Int) -> [NamedRecord] { [] }

  /// A filling of a slot: what the intent's own tests say, else something of its sort.
  static func samples(of slot: SlotDefinition, _ texts: IntentTexts) -> [String] {
    let own = texts.tests.compactMap { $0.slots[slot.name] }
    if !own.isEmpty { return own }
    let isChinese = texts.language == .chinese
    switch slot.kind {
    case .text: return [isChinese ? "新的方案" : "the new plan"]
    case .value(let type): return values[type].map { [isChinese ? $0.1 : $0.0] } ?? []
    default: return []
    }
  }

  private static let values: [String: (String, String)] = [
    "date": ("December 15", "12月15日"), "time": ("at 3pm", "下午三点"), "datetime": ("Friday at 3pm", "周五下午三点"),
    "range": ("next week", "下周"), "duration": ("2 weeks", "两周"), "recurrence": ("every Monday", "每周一"),
    "number": ("5", "5"), "percent": ("10%", "10%"), "ordinal": ("the second", "第二"), "money": ("$500", "500元"),
    "phone": ("+1 212 555 0190", "13805550188"), "email": ("ana@acme.example", "ana@acme.example"),
    "url": ("acme.example", "acme.example"), "kind": ("deals", "商机"),
  ]
}
