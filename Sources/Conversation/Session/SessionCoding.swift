import Foundation
import Model
import Recognizers
import Values

/// Sessions as text and back. A session of another version, or a damaged one, is forgotten rather than misread.
extension Session {
  private static let queries = QueryCoding(
    write: { (try? JSONEncoder().encode($0)).map { String(decoding: $0, as: UTF8.self) } },
    read: { try? JSONDecoder().decode(TimeTerm.self, from: Data($0.utf8)) })

  public var text: String {
    var members: [JSON.Member] = [
      .init("version", .integer(Int64(version))), .init("focus", .array(focus.map(Session.json))),
    ]
    if let list {
      members.append(
        .init(
          "list",
          [
            "query": Session.queries.json(list.query), "offset": .integer(Int64(list.offset)),
            "shown": .array(list.shown.map(Session.json)), "total": .integer(Int64(list.total)),
          ]))
    }
    if let question { members.append(.init("question", question.json)) }
    if let last { members.append(.init("last", [.string(last.text), .boolean(last.changed)])) }
    if let language { members.append(.init("language", .string(language.rawValue))) }
    return JSON.object(members).text
  }

  public init?(text: String) {
    guard let json = try? JSONParser.parse(Array(text.utf8)), json["version"] == .integer(Int64(Session.version)) else {
      return nil
    }
    self.init()
    focus = Session.records(json["focus"])
    if let kept = json["list"], let query = kept["query"].flatMap(Session.queries.query),
      case .integer(let offset)? = kept["offset"], case .integer(let total)? = kept["total"]
    {
      list = ShownList(query: query, offset: Int(offset), shown: Session.records(kept["shown"]), total: Int(total))
    }
    question = json["question"].flatMap(Question.init(json:))
    if case .array(let parts)? = json["last"], case .string(let said)? = parts.first,
      case .boolean(let changed)? = parts.last
    {
      last = LastTurn(text: said, changed: changed)
    }
    if case .string(let code)? = json["language"] { language = LanguageCode(code) }
  }

  static func json(_ id: RecordID) -> JSON { ValueCoding.json(.record(id)) }

  static func records(_ json: JSON?) -> [RecordID] {
    guard case .array(let parts)? = json else { return [] }
    return parts.compactMap { if case .record(let id)? = ValueCoding.value($0) { id } else { nil } }
  }
}

extension Question {
  fileprivate var json: JSON {
    let kind: JSON =
      switch sort {
      case .slot(let name): ["slot", .string(name)]
      case .choose(let slot, let name, let among):
        ["choose", slot.map { .string($0) } ?? .null, .string(name), .array(among.map(Session.json))]
      case .confirm: ["confirm"]
      }
    return [
      "sort": kind, "text": .string(text),
      "slots": .object(
        answers.slots.sorted { $0.key < $1.key }.map { .init($0.key, .array($0.value.map(Session.json))) }),
      "names": .object(answers.names.sorted { $0.key < $1.key }.map { .init($0.key, Session.json($0.value)) }),
      "texts": .object(answers.texts.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }),
      "confirmed": .boolean(answers.isConfirmed),
    ]
  }

  fileprivate init?(json: JSON) {
    guard case .array(let kind)? = json["sort"], case .string(let name)? = kind.first,
      case .string(let text)? = json["text"]
    else { return nil }
    var answers = Answers()
    if case .object(let members)? = json["slots"] {
      for member in members { answers.slots[member.key] = Session.records(member.value) }
    }
    if case .object(let members)? = json["names"] {
      for member in members {
        if case .record(let id)? = ValueCoding.value(member.value) { answers.names[member.key] = id }
      }
    }
    if case .object(let members)? = json["texts"] {
      for member in members { if case .string(let said) = member.value { answers.texts[member.key] = said } }
    }
    answers.isConfirmed = json["confirmed"] == .boolean(true)
    switch (name, kind.count) {
    case ("slot", 2):
      guard case .string(let slot) = kind[1] else { return nil }
      self.init(.slot(slot), text: text, answers: answers)
    case ("choose", 4):
      guard case .string(let called) = kind[2] else { return nil }
      var slot: String?
      if case .string(let given) = kind[1] { slot = given }
      self.init(.choose(slot: slot, name: called, among: Session.records(kind[3])), text: text, answers: answers)
    case ("confirm", _): self.init(.confirm, text: text, answers: answers)
    default: return nil
    }
  }
}
