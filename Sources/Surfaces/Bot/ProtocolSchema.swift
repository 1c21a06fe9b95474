import Conversation
import Model

/// The JSON Schema (2020-12) of the bot protocol, version 1, for those who write bridges.
public enum ProtocolSchema {
  /// One line a definition, so that it reads well and is JSON all the same.
  public static var text: String {
    let definitions = requests + answers + parts
    let lines = definitions.map { "    \(JSON.string($0.key).text): \($0.value.text)" }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rapport bot protocol, version 1: one of these a line",
        "oneOf": \(JSON.array((requests + answers).map { reference($0.key) }).text),
        "$defs": {
      \(lines.joined(separator: ",\n"))
        }
      }

      """
  }

  private static let string: JSON = ["type": "string"]
  private static let boolean: JSON = ["type": "boolean"]
  private static let count: JSON = ["type": "integer", "minimum": 1]

  private static func reference(_ name: String) -> JSON { ["$ref": .string("#/$defs/\(name)")] }

  private static func list(of items: JSON) -> JSON { ["type": "array", "items": items] }

  /// An object; more members than these may come.
  private static func object(_ required: [JSON.Member], _ optional: [JSON.Member] = []) -> JSON {
    [
      "type": "object", "required": .array(required.map { .string($0.key) }),
      "properties": .object(required + optional),
    ]
  }

  private static func line(_ type: String, _ required: [JSON.Member], _ optional: [JSON.Member] = []) -> JSON {
    object([.init("type", ["const": .string(type)])] + required, [.init("v", ["const": 1])] + optional)
  }

  private static let identified = object([.init("id", string)])

  /// What a bridge sends.
  private static let requests: [JSON.Member] = [
    .init(
      "hello",
      line(
        "hello", [],
        [
          .init("bridge", object([], [.init("name", string)])),
          .init(
            "render",
            object(
              [],
              [
                .init("format", ["enum": ["text", "markdown"]]), .init("max_text_bytes", count), .init("width", count),
              ])), .init("push", boolean), .init("guests", boolean),
        ])),
    .init(
      "message",
      line(
        "message",
        [.init("id", string), .init("conversation", identified), .init("from", identified), .init("text", string)],
        [.init("explain", boolean)])),
    .init("ping", line("ping", [])), .init("ack", line("ack", [.init("id", string)])),
    .init("clock", line("clock", [.init("now", ["type": "string", "format": "date-time"])])),
  ]

  /// What the bot sends.
  private static let answers: [JSON.Member] = [
    .init(
      "ready",
      line(
        "ready",
        [
          .init("server", object([.init("name", string), .init("version", string)])),
          .init("protocol", object([.init("min", count), .init("max", count)])),
          .init("features", list(of: string)),
          .init("limits", object([.init("line_bytes", count), .init("in_flight", count)])),
        ])),
    .init(
      "reply",
      line(
        "reply",
        [
          .init("in_reply_to", string), .init("conversation", identified),
          .init("status", ["enum": .array(Reply.Status.allCases.map { .string($0.rawValue) })]), .init("text", string),
          .init("changed", boolean), .init("undo", boolean),
        ],
        [
          .init("language", string), .init("blocks", list(of: reference("block"))),
          .init("understood", reference("understood")), .init("runners_up", list(of: string)),
          .init("data", object([.init("kind", string)])), .init("choices", list(of: reference("choice"))),
          .init("suggestions", list(of: reference("suggestion"))), .init("replayed", boolean),
        ])),
    .init(
      "error",
      line(
        "error",
        [
          .init("code", ["enum": .array(BotError.Code.allCases.map { .string($0.rawValue) })]),
          .init("message", string), .init("retryable", boolean),
        ], [.init("in_reply_to", string), .init("conversation", identified), .init("reference", string)])),
    .init("pong", line("pong", [])),
    .init(
      "push",
      line(
        "push",
        [
          .init("id", string), .init("to", object([.init("user", string)])), .init("kind", string),
          .init("text", string),
        ],
        [.init("about", object([.init("entity", string), .init("id", string), .init("name", string)]))])),
  ]

  private static let parts: [JSON.Member] = [
    .init(
      "understood",
      object([
        .init("intent", string), .init("tier", ["enum": ["exact", "corrected", "partial", "ambiguous", "none"]]),
        .init("slots", ["type": "object"]), .init("reading", string),
      ])), .init("choice", object([.init("number", count), .init("title", string), .init("send", string)])),
    .init("suggestion", object([.init("title", string), .init("send", string)])),
    .init("block", ["oneOf": .array(["text", "record", "table", "list"].map { reference("\($0)_block") })]),
    .init("text_block", line("text", [.init("text", string)])),
    .init(
      "record_block",
      line(
        "record",
        [
          .init("title", string),
          .init("fields", list(of: object([.init("label", string), .init("value", string)]))),
        ])),
    .init(
      "table_block",
      line(
        "table",
        [
          .init("columns", list(of: object([.init("title", string), .init("align", ["enum": ["left", "right"]])]))),
          .init("rows", list(of: list(of: string))),
        ], [.init("title", string), .init("footer", list(of: string)), .init("first", ["type": "integer"])])),
    .init(
      "list_block",
      line("list", [.init("first", ["type": "integer"]), .init("items", list(of: string))], [.init("title", string)])),
  ]
}
