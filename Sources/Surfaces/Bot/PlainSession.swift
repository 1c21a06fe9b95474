import Conversation
import Rendering
import Values

/// The plain bot: one speaker in one conversation, lines of text in and out.
public struct PlainSession {
  private let responder: any Responder
  private let speaker: Seat
  private let input: PlainInput
  private let maxLineBytes: Int?
  private let renderer: TextRenderer
  private let faults: FaultSentence
  private let log: (String) -> Void
  /// What the speaker is told without having asked is shown; never where the lines of several come together.
  let wantsPush: Bool

  /// - Parameter maxLineBytes: longer lines of a reply are broken, between characters.
  public init(
    _ responder: any Responder, _ speaker: Seat, input: PlainInput = .lines, maxLineBytes: Int? = nil,
    push: Bool = false, log: @escaping (String) -> Void
  ) {
    self.responder = responder
    self.speaker = speaker
    self.input = input
    self.maxLineBytes = maxLineBytes.map { max(16, $0) }
    self.log = log
    if case .lines = input { wantsPush = push } else { wantsPush = false }
    renderer = TextRenderer()
    faults = FaultSentence(language: speaker.language)
  }

  /// The reply with its blank line; the blank line alone where there is nothing to say, so that a bridge can always
  /// wait for one. Empty for a line that nobody said to the bot.
  public func answer(_ line: [UInt8]) -> String {
    guard let (from, text) = input.read(String(decoding: line, as: UTF8.self), speaker: speaker.from) else { return "" }
    guard text.contains(where: { !$0.isWhitespace }) else { return "\n" }
    do {
      return lines(renderer.text(of: try responder.reply(to: speaker.message(text, from: from))))
    } catch let fault as MessageFault {
      if case .unknownUser = fault, case .ii = input {
        log("rapport: a line of somebody unknown was not answered")
        return ""
      }
      return lines(faults.text(of: fault))
    } catch {
      log("rapport: fault: \(type(of: error)) while answering a line")
      return lines(faults.unexpected(reference: "fault"))
    }
  }

  /// What the speaker is to be told, on lines that begin with "! ", and the pushes' ids.
  func pushes() -> (text: String, ids: [String]) {
    guard wantsPush else { return ("", []) }
    do {
      let pushes = try responder.pushes(to: speaker.from, now: speaker.now)
      let text = pushes.flatMap { $0.text.split(separator: "\n") }.map { "! \($0)\n".safe }.joined()
      return (text, pushes.map(\.id))
    } catch {
      log("rapport: \(type(of: error)) while looking for what to push")
      return ("", [])
    }
  }

  func delivered(_ ids: [String]) {
    do { try responder.delivered(ids, now: speaker.now) } catch {
      log("rapport: \(type(of: error)) while keeping what was pushed")
    }
  }

  public func answerToLongLine() -> String { lines(faults.tooLong(limit: BotSession.lineBytes)) }

  private func lines(_ text: String) -> String {
    var output = ""
    for line in text.split(separator: "\n") where line.contains(where: { $0 != " " }) {
      for piece in pieces(of: line) { output += piece + "\n" }
    }
    return output + "\n"
  }

  private func pieces(of line: Substring) -> [String] {
    guard let maxLineBytes, line.utf8.count > maxLineBytes else { return [String(line)] }
    var pieces: [String] = []
    var piece = ""
    for character in line {
      if piece.utf8.count + character.utf8.count > maxLineBytes {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return (pieces + [piece]).filter { $0.contains { $0 != " " } }
  }
}
