import Conversation
import Rendering

/// Sentences given on the command line, answered one after the other.
public struct Say {
  /// What `say` exits with.
  public enum Outcome: Int32, Sendable, Comparable {
    case done = 0
    /// Not understood, not found, or asked back.
    case open = 1
    case denied = 2
    case fault = 3
    case usage = 64

    public static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }

    init(_ status: Reply.Status) {
      switch status {
      case .ok, .silent: self = .done
      case .ask, .choose, .confirm, .notUnderstood, .notFound: self = .open
      case .denied: self = .denied
      }
    }
  }

  private let responder: any Responder
  private let speaker: Seat
  private let printer: ReplyPrinter

  public init(_ responder: any Responder, _ speaker: Seat, _ printer: ReplyPrinter) {
    self.responder = responder
    self.speaker = speaker
    self.printer = printer
  }

  /// The worst that happened. A question that the next sentence could answer is none of it; after a fault, nothing
  /// more is said.
  public func run(_ sentences: [String], output: Output = .standard, errors: Output = .errors) -> Outcome {
    var worst = Outcome.done
    for (index, sentence) in sentences.enumerated() {
      do {
        let reply = try responder.reply(to: speaker.message(sentence))
        let isAnswered = reply.isQuestion && index < sentences.count - 1
        worst = max(worst, isAnswered ? .done : Outcome(reply.status))
        guard output.write(printer.text(of: reply)) else { return worst }
      } catch let fault as MessageFault {
        errors.write("rapport: \(FaultSentence(language: speaker.language).text(of: fault))\n")
        if case .unknownUser = fault { return .usage }
        return .fault
      } catch {
        errors.write("rapport: fault: \(error)\n")
        return .fault
      }
    }
    return worst
  }
}

extension Reply {
  var isQuestion: Bool { [.ask, .choose, .confirm].contains(status) }
}
