import Conversation
import Model

/// A reply as the protocol's JSON object, version 1.
public struct ReplyDocument: Sendable {
  public let reply: Reply
  /// What people read; complete on its own.
  public let text: String
  /// nil outside the bot.
  public let inReplyTo: String?
  public let conversation: String?

  public init(_ reply: Reply, text: String, inReplyTo: String? = nil, conversation: String? = nil) {
    self.reply = reply
    self.text = text
    self.inReplyTo = inReplyTo
    self.conversation = conversation
  }

  public var json: JSON {
    var members: [JSON.Member] = [.init("v", 1), .init("type", "reply")]
    if let inReplyTo { members.append(.init("in_reply_to", .string(inReplyTo))) }
    if let conversation { members.append(.init("conversation", ["id": .string(conversation)])) }
    members += [
      .init("status", .string(reply.status.rawValue)), .init("language", .string(reply.language.rawValue)),
      .init("text", .string(text)),
    ]
    if !reply.blocks.isEmpty { members.append(.init("blocks", .array(reply.blocks.map(\.json)))) }
    if let understood = reply.understood { members.append(.init("understood", understood.json)) }
    if let understood = reply.understood, !understood.runnersUp.isEmpty {
      members.append(.init("runners_up", .array(understood.runnersUp.map { .string($0.safe) })))
    }
    if let data = reply.data { members.append(.init("data", data)) }
    if !reply.choices.isEmpty { members.append(.init("choices", choices)) }
    if !reply.suggestions.isEmpty { members.append(.init("suggestions", suggestions)) }
    members.append(.init("changed", .boolean(reply.changed)))
    members.append(.init("undo", .boolean(reply.undo)))
    if reply.replayed { members.append(.init("replayed", true)) }
    return .object(members)
  }

  private var choices: JSON {
    .array(
      reply.choices.enumerated().map { index, choice in
        [
          "number": .integer(Int64(index + 1)), "title": .string(choice.title.safeLine),
          "send": .string(choice.send.safeLine),
        ]
      })
  }

  private var suggestions: JSON {
    .array(reply.suggestions.map { ["title": .string($0.title.safeLine), "send": .string($0.send.safeLine)] })
  }
}

extension Understood {
  fileprivate var json: JSON {
    [
      "intent": .string(intent), "tier": .string(tier), "slots": .object(slots), "reading": .string(reading.safeLine),
    ]
  }
}

extension Block {
  /// The block as the protocol has it, its texts made safe.
  fileprivate var json: JSON {
    switch self {
    case .text(let text): return ["type": "text", "text": .string(text.safe)]
    case .record(let card):
      let fields = card.fields.map { line -> JSON in
        ["label": .string(line.label.safeLine), "value": .string(line.value.safe)]
      }
      return ["type": "record", "title": .string(card.title.safeLine), "fields": .array(fields)]
    case .table(let grid): return grid.json
    case .list(let list):
      var members = [JSON.Member("type", "list")]
      if let title = list.title { members.append(.init("title", .string(title.safeLine))) }
      members.append(.init("first", .integer(Int64(list.first))))
      members.append(.init("items", .array(list.items.map { .string($0.safeLine) })))
      return .object(members)
    }
  }
}

extension Block.Grid {
  fileprivate var json: JSON {
    var members = [JSON.Member("type", "table")]
    if let title { members.append(.init("title", .string(title.safeLine))) }
    let headings = columns.map { column -> JSON in
      ["title": .string(column.title.safeLine), "align": .string(column.alignment.rawValue)]
    }
    members.append(.init("columns", .array(headings)))
    members.append(.init("rows", .array(rows.map { .array($0.map { .string($0.safe) }) })))
    if !footer.isEmpty { members.append(.init("footer", .array(footer.map { .string($0.safe) }))) }
    if let first { members.append(.init("first", .integer(Int64(first)))) }
    return .object(members)
  }
}
