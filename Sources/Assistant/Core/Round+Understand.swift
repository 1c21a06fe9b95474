import CRM
import Conversation
import Language
import Model
import Recognizers
import Values

extension Round {
  /// How the parts were understood, with what they mean looked up where that is possible.
  func understand(_ parts: [Part], _ turn: Turn) throws -> Understood? {
    let readings = parts.compactMap(\.readings.first)
    guard !readings.isEmpty else { return nil }
    return try assistant.store.read(context) { reader in
      var slots: [JSON.Member] = []
      var intents: [String] = []
      for (index, reading) in readings.enumerated() {
        let (intent, own) = SlotJSON(turn: turn, reader: reader).understood(reading)
        intents.append(intent)
        slots += own.map { .init(readings.count > 1 ? "\(index + 1).\($0.key)" : $0.key, $0.value) }
      }
      let others = parts.first?.readings.dropFirst().prefix(3).map(\.intent) ?? []
      return Understood(
        intent: intents.joined(separator: "+"), tier: tier(readings), slots: slots.sorted { $0.key < $1.key },
        reading: intents.joined(separator: " + ") + " "
          + slots.map { "\($0.key)=\($0.value.text)" }.joined(separator: " "),
        runnersUp: others.filter { !intents.contains($0) })
    }
  }

  private func tier(_ readings: [Reading]) -> String {
    if readings.contains(where: { $0.cost >= 250 }) { return "partial" }
    if readings.contains(where: { !$0.corrections.isEmpty }) { return "corrected" }
    return readings.contains { !$0.ignored.isEmpty } ? "partial" : "exact"
  }

  /// What would be done, said and not done. What it would ask, or be denied, is its status.
  func explain(_ parts: [Part], _ turn: Turn, _ understood: Understood?) throws -> Reply {
    var lines: [String] = []
    for (text, readings) in parts {
      guard let reading = readings.first else { continue }
      lines.append(turn.say("explain.intent", ["sentence": text, "intent": understood?.intent ?? reading.intent]))
      if case .intent(_, let slots) = reading.content {
        for (name, filled) in slots.sorted(by: { $0.key < $1.key }) {
          lines.append(turn.say("explain.slot", ["slot": name, "text": filled.text]))
        }
      }
      for correction in reading.corrections {
        lines.append(turn.say("corrected", ["written": correction.written, "read": correction.read]))
      }
    }
    let ignored = parts.flatMap { $0.readings.first?.ignored ?? [] }
    if !ignored.isEmpty { lines.append(turn.say("explain.ignored", ["words": ignored.joined(separator: ", ")])) }
    for slot in understood?.slots ?? [] { lines.append("  \(slot.key) = \(slot.value.text)") }
    if let others = understood?.runnersUp, !others.isEmpty {
      lines.append(turn.say("explain.others", ["intents": others.joined(separator: ", ")]))
    }
    lines.append(turn.say("explain.nothing.done"))
    var outcome = Outcome.text(lines.joined(separator: "\n"))
    outcome.focus = []
    let (reply, _) = close(outcome, understood, changed: false)
    return reply
  }
}
