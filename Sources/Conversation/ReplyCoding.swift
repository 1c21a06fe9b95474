import Model
import Values

/// Replies as text and back, for messages that are delivered again. Written out, since a reply is kept with every
/// message, and coding by reflection took a tenth of its time.
extension Reply {
  public var text: String {
    JSON.object([
      .init("status", .string(status.rawValue)), .init("language", .string(language.rawValue)),
      .init("blocks", .array(blocks.map(\.json))), .init("understood", understood?.json ?? .null),
      .init("data", .array(data.map { [$0] } ?? [])),
      .init("choices", .array(choices.map { [.string($0.title), .string($0.send)] })),
      .init("suggestions", .array(suggestions.map { [.string($0.title), .string($0.send)] })),
      .init("changed", .boolean(changed)), .init("undo", .boolean(undo)), .init("replayed", .boolean(replayed)),
    ]).text
  }

  /// nil for what `text` did not write.
  public init?(text: String) {
    guard let json = try? JSONParser.parse(text), let status = json["status"]?.word.flatMap(Status.init(rawValue:)),
      let language = json["language"]?.word, let blocks = json["blocks"]?.list
    else { return nil }
    self.init(
      status, language: LanguageCode(language), blocks: blocks.compactMap(Block.init(json:)),
      understood: json["understood"].flatMap(Understood.init(json:)), data: json["data"]?.list?.first,
      choices: Reply.pairs(json["choices"]).map { Choice(title: $0, send: $1) },
      suggestions: Reply.pairs(json["suggestions"]).map { Suggestion(title: $0, send: $1) },
      changed: json["changed"] == true, undo: json["undo"] == true)
    replayed = json["replayed"] == true
    guard self.blocks.count == blocks.count else { return nil }
  }

  private static func pairs(_ json: JSON?) -> [(String, String)] {
    json?.list?.compactMap { item in
      guard let pair = item.words, pair.count == 2 else { return nil }
      return (pair[0], pair[1])
    } ?? []
  }
}

extension Understood {
  fileprivate var json: JSON {
    [
      "intent": .string(intent), "tier": .string(tier), "slots": .object(slots), "reading": .string(reading),
      "others": .words(runnersUp),
    ]
  }

  fileprivate init?(json: JSON) {
    guard let intent = json["intent"]?.word, let tier = json["tier"]?.word, case .object(let slots)? = json["slots"],
      let reading = json["reading"]?.word, let others = json["others"]?.words
    else { return nil }
    self.init(intent: intent, tier: tier, slots: slots, reading: reading, runnersUp: others)
  }
}

extension Block {
  fileprivate var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .record(let card):
      ["card": .string(card.title), "fields": .array(card.fields.map { [.string($0.label), .string($0.value)] })]
    case .table(let grid):
      [
        "grid": .array(grid.columns.map { [.string($0.title), .string($0.alignment.rawValue)] }),
        "title": .word(grid.title), "rows": .array(grid.rows.map { .words($0) }), "footer": .words(grid.footer),
        "first": grid.first.map { .integer(Int64($0)) } ?? .null,
      ]
    case .list(let list):
      ["list": .words(list.items), "title": .word(list.title), "first": .integer(Int64(list.first))]
    }
  }

  fileprivate init?(json: JSON) {
    if let text = json.word {
      self = .text(text)
    } else if let title = json["card"]?.word, let fields = json["fields"]?.list {
      self = .record(
        Card(title: title, fields: fields.compactMap(\.words).map { Card.Line($0[0], $0[1]) }))
    } else if let columns = json["grid"]?.list, let rows = json["rows"]?.list, let footer = json["footer"]?.words {
      self = .table(
        Grid(
          title: json["title"]?.word,
          columns: columns.compactMap(\.words).map { Grid.Column($0[0], Grid.Alignment(rawValue: $0[1]) ?? .left) },
          rows: rows.compactMap(\.words), footer: footer, first: json["first"]?.whole))
    } else if let items = json["list"]?.words {
      self = .list(Numbered(title: json["title"]?.word, items: items, first: json["first"]?.whole ?? 1))
    } else {
      return nil
    }
  }
}

extension JSON {
  fileprivate static func word(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
  fileprivate static func words(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

  fileprivate var word: String? { if case .string(let text) = self { text } else { nil } }
  fileprivate var whole: Int? { if case .integer(let number) = self { Int(exactly: number) } else { nil } }
  fileprivate var list: [JSON]? { if case .array(let items) = self { items } else { nil } }
  /// nil unless all are strings.
  fileprivate var words: [String]? {
    guard let list else { return nil }
    let words = list.compactMap(\.word)
    return words.count == list.count ? words : nil
  }
}
