import CRM
import Conversation
import Exchange
import Language
import Model

/// Records from a file of the folder: first what would come in and what is wrong with it, then, after a yes, the import.
/// "all or nothing" in the sentence leaves everything out where a row is bad.
struct ImportIntent: IntentHandler {
  static let intents = ["data.import"]
  private static let most = 100_000_000

  func run(_ call: Call) throws -> Outcome {
    let name = try file(call)
    let file = ImportFile(name: name, bytes: try FileReading(call: call).bytes(name, limit: ImportIntent.most))
    let ending = name.split(separator: ".").last?.lowercased() ?? ""
    guard !["xlsx", "xls", "numbers", "ods"].contains(ending) else {
      throw Interruption.refused(call.turn.say("import.sheet", ["file": name]))
    }
    let isWhole = isAllOrNothing(call)
    let importer = Importer(.init(isAllOrNothing: isWhole))
    let writer = try call.writing()
    let report = try importer.write([renamed(file, call)], to: writer)
    let text = ImportText(call: call, report: report)
    guard report.counts.contains(where: { $0.count.created + $0.count.updated > 0 }) else {
      throw Interruption.refused(text.nothing(name))
    }
    if isWhole, !report.problems.isEmpty { throw Interruption.refused(text.refused(name)) }
    try call.confirm(text.preview(name))
    var outcome = Outcome.text(text.done(name))
    outcome.data = text.json
    return outcome
  }

  /// The words may hold "all or nothing" behind the name.
  private func file(_ call: Call) throws -> String {
    let said = try call.text("file")
    let name = said.split { " ,，;；(（".contains($0) }.first.map(String.init) ?? said
    return FileReading.looksLikeFile(said) ? said : name
  }

  private func isAllOrNothing(_ call: Call) -> Bool {
    let key = NameKey.fold(call.turn.text)
    return call.turn.say("import.whole").split(separator: "|").contains { key.contains($0) }
  }

  /// What it holds is told by the sentence, where it says so, else by the file's name and columns.
  private func renamed(_ file: ImportFile, _ call: Call) -> ImportFile {
    guard case .kind(let kind)? = call.slots["kind"]?.term, let schema = call.schema[kind] else { return file }
    return ImportFile(name: schema.file + ".csv", bytes: file.bytes)
  }
}

/// Files of the folder, with refusals in words.
struct FileReading {
  let call: Call

  func bytes(_ name: String, limit: Int) throws -> [UInt8] {
    do {
      return try call.turn.files.read(name, limit: limit)
    } catch let refusal as FileFolder.Refusal {
      let key: String
      switch refusal {
      case .missing: key = "file.missing"
      case .large: key = "file.large"
      default: key = "file.outside"
      }
      throw Interruption.refused(call.turn.say(key, ["file": name, "folder": call.turn.files.folder]))
    }
  }

  static func looksLikeFile(_ text: String) -> Bool {
    guard let dot = text.lastIndex(of: ".") else { return false }
    let ending = text[text.index(after: dot)...]
    return (2...5).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
  }
}

/// What an import did, or would do.
struct ImportText {
  private static let shown = 12

  let call: Call
  let report: ImportReport

  private var summary: String {
    report.counts.map { kind, count in
      let parts = [("new", count.created), ("updated", count.updated), ("unchanged", count.unchanged)]
        .filter { $0.1 > 0 }.map { call.turn.say("import.\($0.0)", ["count": String($0.1)]) }
      return "\(call.wording.noun(kind)): \(parts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  /// Each row that was left out, by its line.
  private var problems: [String] {
    let lines = report.problems.sorted { $0.line < $1.line }.prefix(ImportText.shown).map {
      "  " + call.turn.say("import.problem", ["line": String($0.line), "why": why($0)])
    }
    let more = report.problems.count - lines.count
    return more > 0 ? lines + ["  " + call.turn.say("and.more", ["count": String(more)])] : Array(lines)
  }

  private func why(_ problem: ImportProblem) -> String {
    func label(_ field: FieldID) -> String {
      report.counts.first.map { call.wording.label(field, of: $0.kind) } ?? field.rawValue
    }
    switch problem.reason {
    case .missing(let field): return call.turn.say("import.why.missing", ["field": label(field)])
    case .invalid(let field, let text, _):
      return call.turn.say("import.why.invalid", ["field": label(field), "value": text])
    case .noSuch(let kind, let name):
      return call.turn.say("import.why.unknown", ["noun": call.wording.noun(kind), "name": name])
    case .ambiguous(let kind, let name, let count):
      return call.turn.say(
        "import.why.several", ["noun": call.wording.noun(kind), "name": name, "count": String(count)])
    case .repeated(let line): return call.turn.say("import.why.repeated", ["line": String(line)])
    case .notAllowed(let kind): return call.turn.say("import.why.denied", ["noun": call.wording.noun(kind)])
    case .ruled(let refusal): return RefusalText(turn: call.turn).sentence(refusal)
    case .unknownFile: return call.turn.say("import.why.file")
    default: return problem.text
    }
  }

  private var notes: [String] {
    report.notes.compactMap { note in
      guard case .ignoredColumn(_, let column) = note.reason else { return nil }
      return "  " + call.turn.say("import.ignored", ["column": column])
    }
  }

  private func lines(_ key: String, _ name: String) -> String {
    var lines = [call.turn.say(key, ["file": name, "summary": summary])]
    if !report.problems.isEmpty {
      lines.append(call.turn.say("import.problems", ["count": String(report.problems.count)]))
      lines += problems
    }
    return (lines + notes).joined(separator: "\n")
  }

  func preview(_ name: String) -> String { lines("import.preview", name) + "\n" + call.turn.say("import.ask") }
  func done(_ name: String) -> String { lines("import.done", name) }
  func nothing(_ name: String) -> String { lines(report.counts.isEmpty ? "import.empty" : "import.known", name) }
  func refused(_ name: String) -> String { lines("import.refused", name) }

  var json: JSON {
    let kinds = report.counts.map { kind, count -> JSON in
      [
        "entity": .string(kind.rawValue), "created": .integer(Int64(count.created)),
        "updated": .integer(Int64(count.updated)), "unchanged": .integer(Int64(count.unchanged)),
      ]
    }
    let left = report.problems.map { problem -> JSON in
      ["line": .integer(Int64(problem.line)), "why": .string(why(problem))]
    }
    return ["kind": "report", "imported": .array(kinds), "left_out": .array(left)]
  }
}
