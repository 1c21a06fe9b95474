import Conversation
import Model
import Rendering
import Values

/// The bot protocol, version 1, without the pipes: a line in, JSON objects out, in order.
public struct BotSession {
  public static let lineBytes = 1_048_576

  private let responder: any Responder
  private let log: (String) -> Void
  private let faults: FaultSentence
  /// nil for the system's clock; else it stands still until the bridge moves it.
  private var now: Moment?
  private var printer = ReplyPrinter(.text, TextRenderer())
  private var allowsGuests = false
  /// The bridge takes pushes.
  public private(set) var wantsPush = false
  /// What was pushed and may not have been acknowledged.
  private var pushed: Set<String> = []
  private var faultCount = 0

  /// - Parameter log: takes one line for whoever runs the bot; faults are in it under their reference number.
  public init(
    _ responder: any Responder, now: Moment? = nil, language: LanguageCode = .english,
    log: @escaping (String) -> Void
  ) {
    self.responder = responder
    self.now = now
    self.log = log
    faults = FaultSentence(language: language)
  }

  /// What the bot says first.
  public static func ready(version: String) -> JSON {
    [
      "v": 1, "type": "ready", "server": ["name": "rapport", "version": .string(version)],
      "protocol": ["min": 1, "max": 1], "features": ["push", "suggestions", "blocks"],
      "limits": ["line_bytes": .integer(Int64(lineBytes)), "in_flight": 64],
    ]
  }

  /// What to answer to one line: nothing to a blank one, a greeting or an acknowledgement.
  public mutating func answer(_ line: [UInt8]) -> JSON? {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
    do { return try answer(BotRequest(line: line)) } catch { return error.json }
  }

  /// What to answer to a line that was longer than the limit.
  public func answerToLongLine() -> JSON {
    BotError(.tooLarge, faults.tooLong(limit: BotSession.lineBytes)).json
  }

  private mutating func answer(_ request: BotRequest) throws(BotError) -> JSON? {
    switch request {
    case .hello(let hello): greet(hello)
    case .ping: return ["v": 1, "type": "pong"]
    case .acknowledge(let id): acknowledge(id)
    case .clock(let moment):
      guard now != nil else {
        throw BotError(.invalidMessage, "The clock moves only where the bot was started with --now.")
      }
      now = moment
    case .message(let spoken): return try answer(spoken)
    }
    return nil
  }

  private mutating func greet(_ hello: BotRequest.Hello) {
    let old = printer.renderer
    printer = ReplyPrinter(
      hello.format == "markdown" ? .markdown : .text,
      TextRenderer(width: hello.width ?? old.width, maxBytes: hello.maxBytes ?? old.maxBytes))
    allowsGuests = hello.allowsGuests ?? allowsGuests
    wantsPush = hello.wantsPush ?? wantsPush
  }

  /// What people are to be told now and were not told by this session: each again after a restart, until it is
  /// acknowledged. Nothing, unless the bridge takes pushes.
  public mutating func pushes() -> [JSON] {
    guard wantsPush else { return [] }
    do {
      let new = try responder.pushes(to: nil, now: now).filter { !pushed.contains($0.id) }
      pushed.formUnion(new.map(\.id))
      return new.map(\.json)
    } catch {
      log("rapport: \(type(of: error)) while looking for what to push")
      return []
    }
  }

  private func acknowledge(_ id: String) {
    do { try responder.delivered([id], now: now) } catch {
      log("rapport: \(type(of: error)) while keeping an acknowledgement")
    }
  }

  private mutating func answer(_ spoken: BotRequest.Spoken) throws(BotError) -> JSON {
    let message = Message(
      id: spoken.id, conversation: spoken.conversation, from: spoken.from, text: spoken.text,
      isExplain: spoken.isExplain, allowsGuest: allowsGuests, now: now)
    do {
      let reply = try responder.reply(to: message)
      return ReplyDocument(
        reply, text: printer.lines(of: reply), inReplyTo: spoken.id, conversation: spoken.conversation
      ).json
    } catch {
      throw failure(error, spoken)
    }
  }

  private mutating func failure(_ error: any Error, _ spoken: BotRequest.Spoken) -> BotError {
    let (id, conversation) = (spoken.id, spoken.conversation)
    if let fault = error as? MessageFault {
      let code: BotError.Code =
        switch fault {
        case .unknownUser: .unknownUser
        case .idConflict: .idConflict
        case .storage: .storageLocked
        }
      return BotError(code, faults.text(of: fault), inReplyTo: id, conversation: conversation)
    }
    faultCount += 1
    let reference = "fault-\(faultCount)"
    // The text of an error may quote what people wrote, so the log has its type only.
    log("rapport: \(reference): \(type(of: error)) while answering a message")
    var failure = BotError(
      .internal, faults.unexpected(reference: reference), inReplyTo: id, conversation: conversation)
    failure.reference = reference
    return failure
  }
}

extension Push {
  /// As the protocol has it. It names no conversation: what one person is told is not for a channel.
  fileprivate var json: JSON {
    var members: [JSON.Member] = [
      .init("v", 1), .init("type", "push"), .init("id", .string(id)), .init("to", ["user": .string(to)]),
      .init("kind", .string(kind)), .init("text", .string(text.safe)),
    ]
    if let about { members.append(.init("about", about)) }
    return .object(members)
  }
}
