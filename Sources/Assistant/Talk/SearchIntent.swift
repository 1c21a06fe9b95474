import CRM
import Conversation
import Language
import Model
import Values

/// Full text over everything that people wrote, grouped by kind, the best first, the words marked.
struct SearchIntent: IntentHandler {
  static let intents = ["search"]
  private static let perKind = 5

  func run(_ call: Call) throws -> Outcome {
    let words = try call.text("words")
    let kinds = try call.reader.search(words)
    let total = kinds.reduce(0) { $0 + $1.records.count }
    guard total > 0 else {
      return .text(call.reply("none", ["words": words]), data: ["kind": "list", "records": [], "total": 0])
    }
    var outcome = Outcome.text(
      call.reply("title", ["words": words, "count": call.turn.say("search.count", ["count": String(total)])]))
    var shown: [(Record, String)] = []
    var number = 1
    for hits in kinds {
      let found = try hits.records.prefix(SearchIntent.perKind).compactMap { try call.reader.record($0) }
      let lines = found.map { ($0, Snippet(record: $0, words: words, schema: call.schema).text) }
      shown += lines
      outcome.blocks.append(
        .list(
          .init(
            title: call.reply(
              "section", ["noun": call.wording.noun(hits.kind), "total": String(hits.records.count)]),
            items: lines.map(\.1), first: number)))
      number += lines.count
    }
    outcome.focus = shown.map(\.0.id)
    let all = shown.map(\.0.id)
    outcome.data = .object([
      .init("kind", "list"), .init("records", .array(shown.map { json($0.0, $0.1) })),
      .init("total", .integer(Int64(total))),
    ])
    if let first = kinds.first, kinds.count == 1 {
      let query = Query(first.kind, where: .oneOf(.path(["id"]), first.records.prefix(200).map { .record($0) }))
      outcome.list = .init(query: query, offset: 0, shown: all, total: all.count)
    }
    return outcome
  }

  private func json(_ record: Record, _ text: String) -> JSON {
    [
      "entity": .string(record.id.kind.rawValue), "id": .string(record.code), "name": .string(record.name),
      "text": .string(text),
    ]
  }
}

/// A record's name and the place where it has the words, which stand in «».
struct Snippet {
  private static let around = 40

  let record: Record
  let words: String
  let schema: Schema

  var text: String {
    let pieces = words.split { $0 == " " || $0 == "\u{3000}" }.map { NameKey.fold(String($0)) }
    let needles = [NameKey.fold(words)] + pieces + pieces.compactMap(Snippet.singular)
    let name = marked(record.name, needles)
    var places: [String] = name.isMarked ? [] : [record.code]
    for field in schema[record.id.kind]?.fields ?? [] where field.id != schema[record.id.kind]?.nameField {
      guard case .text(let text)? = record[field.id] else { continue }
      let place = marked(text, needles)
      if place.isMarked {
        places = [place.text]
        break
      }
    }
    if places.isEmpty { places = [record.code] }
    return ([name.text] + places).joined(separator: " · ")
  }

  private static func singular(_ word: String) -> String? {
    word.count > 4 && word.hasSuffix("s") ? String(word.dropLast()) : nil
  }

  /// The first of the needles in a text, marked, with some of the text around it.
  private func marked(_ text: String, _ needles: [String]) -> (text: String, isMarked: Bool) {
    let scalars = Array(text.unicodeScalars)
    var folded: [(scalar: Unicode.Scalar, place: Int)] = []
    for (index, scalar) in scalars.enumerated() {
      var output = String.UnicodeScalarView()
      NameKey.fold(scalar, into: &output)
      folded += output.map { ($0, index) }
    }
    for needle in needles where !needle.isEmpty {
      let wanted = Array(needle.unicodeScalars)
      guard folded.count >= wanted.count else { continue }
      for start in 0...(folded.count - wanted.count)
      where wanted.indices.allSatisfy({ folded[start + $0].scalar == wanted[$0] }) {
        return (cut(scalars, folded[start].place, folded[start + wanted.count - 1].place + 1), true)
      }
    }
    return (text, false)
  }

  private func cut(_ scalars: [Unicode.Scalar], _ start: Int, _ end: Int) -> String {
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    let from = max(0, start - Snippet.around)
    let to = min(scalars.count, end + Snippet.around)
    return (from > 0 ? "…" : "") + text(from..<start) + "«" + text(start..<end) + "»" + text(end..<to)
      + (to < scalars.count ? "…" : "")
  }
}
