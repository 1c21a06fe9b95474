import Model
import Values

/// One line from the bridge, checked.
enum BotRequest: Equatable {
  case hello(Hello)
  case message(Spoken)
  case ping
  case clock(Moment)
  case acknowledge(String)

  /// What a bridge says of itself; anything left out is as it was.
  struct Hello: Equatable {
    var width: Int?
    var maxBytes: Int?
    var format: String?
    var wantsPush: Bool?
    var allowsGuests: Bool?
  }

  struct Spoken: Equatable {
    let id: String
    let conversation: String
    let from: String
    let text: String
    let isExplain: Bool
  }

  static let version: Int64 = 1

  init(line: [UInt8]) throws(BotError) {
    let json: JSON
    do { json = try JSONParser.parse(line) } catch {
      throw BotError(.parseError, "This line is not JSON: \(error).")
    }
    guard case .object = json else { throw BotError(.invalidMessage, "A line should hold one JSON object.") }
    let fields = Fields(json)
    do { self = try BotRequest.read(fields) } catch {
      var error = error
      error.inReplyTo = json["id"]?.string
      error.conversation = json["conversation"]?["id"]?.string
      throw error
    }
  }

  private static func read(_ fields: Fields) throws(BotError) -> BotRequest {
    if let version = fields.json["v"], version != .integer(BotRequest.version) {
      throw BotError(.unsupportedVersion, "I speak version 1 of the protocol, not \(version.text).")
    }
    let type = try fields.string("type")
    switch type {
    case "hello": return .hello(try hello(fields))
    case "message": return .message(try spoken(fields))
    case "ping": return .ping
    case "ack": return .acknowledge(try fields.string("id"))
    case "clock":
      guard let now = Moment(iso: try fields.string("now")) else {
        throw BotError(.invalidMessage, "\"now\" should be a time with an offset, such as 2026-11-23T09:00:00-05:00.")
      }
      return .clock(now)
    default: throw BotError(.unknownType, "There is no message of type \"\(type)\".")
    }
  }

  private static func spoken(_ fields: Fields) throws(BotError) -> Spoken {
    Spoken(
      id: try fields.string("id"), conversation: try fields.string("conversation", "id"),
      from: try fields.string("from", "id"), text: try fields.string("text"),
      isExplain: try fields.boolean("explain") ?? false)
  }

  private static func hello(_ fields: Fields) throws(BotError) -> Hello {
    let render = Fields(fields.json["render"] ?? .null)
    return Hello(
      width: try render.count("width"), maxBytes: try render.count("max_text_bytes"),
      format: render.json["format"]?.string, wantsPush: try fields.boolean("push"),
      allowsGuests: try fields.boolean("guests"))
  }
}

/// The members of an object, by type; what has another type is an invalid message.
private struct Fields {
  let json: JSON
  init(_ json: JSON) { self.json = json }

  /// A member that must be there, or a member of that.
  func string(_ name: String, _ inner: String? = nil) throws(BotError) -> String {
    let value = inner.map { json[name]?[$0] } ?? json[name]
    let path = inner.map { "\(name).\($0)" } ?? name
    guard let text = value?.string else {
      throw BotError(.invalidMessage, value == nil ? "\"\(path)\" is missing." : "\"\(path)\" should be a string.")
    }
    return text
  }

  func boolean(_ name: String) throws(BotError) -> Bool? {
    switch json[name] {
    case nil, .null: return nil
    case .boolean(let value): return value
    default: throw BotError(.invalidMessage, "\"\(name)\" should be true or false.")
    }
  }

  func count(_ name: String) throws(BotError) -> Int? {
    switch json[name] {
    case nil, .null: return nil
    case .integer(let value) where value > 0: return Int(value)
    default: throw BotError(.invalidMessage, "\"\(name)\" should be a whole number above zero.")
    }
  }
}

extension JSON {
  var string: String? { if case .string(let text) = self { text } else { nil } }
}
