import CRM
import Model
import Values

/// Finds the record that a cell names.
struct ReferenceResolver {
  enum Answer {
    case found(RecordID)
    case none
    case many(Int)
  }

  let run: ImportRun

  /// A record of a kind by its name, code or login; of several of the name, the one of this account.
  func find(_ name: String, _ kind: KindID, account: RecordID?) throws -> Answer {
    let entry = try run.index.entry(kind)
    let key = RecordIndex.fold(name)
    guard var ids = entry.byName[key], !ids.isEmpty else {
      if let id = entry.byExternal[name] { return .found(id) }
      return .none
    }
    if ids.count > 1 { ids = Array(Set(ids)).sorted() }
    if ids.count > 1, let account {
      let own = ids.filter { run.index.accounts[$0] == account }
      if own.count == 1 { ids = own }
    }
    return ids.count == 1 ? .found(ids[0]) : .many(ids.count)
  }

  /// Kinds whose records an import makes when a row names one that no file lists.
  private static let made: [KindID: Bool] = ["account": true, "product": false, "stage": false, "user": false]

  func mayMake(_ kind: KindID) -> Bool {
    ReferenceResolver.made[kind].map { $0 || run.isAdmin } ?? false
  }

  /// Makes the record that is named, and says so in the report.
  func make(_ name: String, _ kind: KindID, field: FieldID) throws -> RecordID? {
    guard mayMake(kind), let schema = run.schema[kind] else { return nil }
    var values: [FieldID: Value] = [schema.nameField: .text(name)]
    switch kind {
    case "stage": values.merge(try StageGuess(run).values(of: name)) { old, _ in old }
    case "user": values.merge(try UserGuess(run).values(named: name, isManager: field == "manager")) { old, _ in old }
    default: break
    }
    let id = try run.create(schema, values)
    run.made[kind, default: []].insert(name)
    return id
  }
}

/// What a stage is that rows name and no file lists.
struct StageGuess {
  private let run: ImportRun

  init(_ run: ImportRun) { self.run = run }

  /// In the order in which sales go, as people call it.
  private static let order = [
    "new", "lead", "prospecting", "prospect", "qualification", "qualified", "engaging", "contacted", "discovery",
    "needsanalysis", "demo", "evaluation", "proposal", "quote", "quoted", "negotiation", "contract", "contractsent",
    "commit",
  ]

  func values(of name: String) throws -> [FieldID: Value] {
    let plain = Synonyms.plain(name)
    if let kind = CellText.choice(name, of: ["won", "lost"]) ?? word(in: plain) {
      let isWon = kind == "won"
      return [
        "kind": .text(kind), "probability": .decimal(isWon ? 100 : 0), "position": .integer(isWon ? 98 : 99),
      ]
    }
    let known = StageGuess.order.firstIndex(of: plain)
    let position = try known.map { $0 + 1 } ?? (run.index.entry("stage").byKey.count + 30)
    return ["kind": .text("open"), "position": .integer(Int64(position))]
  }

  private func word(in plain: String) -> String? {
    if plain.hasSuffix("won") || plain.hasPrefix("won") || plain.contains("赢单") { return "won" }
    if plain.hasSuffix("lost") || plain.hasPrefix("lost") || plain.contains("输单") { return "lost" }
    return nil
  }
}

/// What a user is filled with whom rows name and no file lists, or whose file has no logins.
struct UserGuess {
  private let run: ImportRun

  init(_ run: ImportRun) { self.run = run }

  func values(named name: String, isManager: Bool) throws -> [FieldID: Value] {
    [
      "login": .text(try login(for: name)), "role": .text(isManager ? "manager" : "rep"),
      "timezone": .text(try run.companyZone.identifier), "locale": .text("en"),
      "currency": .text(try run.baseCurrency.code),
    ]
  }

  /// The first name, or first and last where that is taken: "Moses Frase" → `moses`, `moses.frase`, `moses.frase2`.
  private func login(for name: String) throws -> String {
    let taken = try run.index.entry("user").byName
    func isFree(_ login: String) -> Bool { taken[login] == nil && !run.newLogins.contains(login) }
    let words = name.split { $0 == " " || $0 == "." }.map { Synonyms.plain(String($0)) }.filter { !$0.isEmpty }
    let whole = words.isEmpty ? "user" : words.joined(separator: ".")
    var login = [words.first, whole].compactMap { $0 }.first(where: isFree)
    var number = 2
    while login == nil {
      if isFree("\(whole)\(number)") { login = "\(whole)\(number)" }
      number += 1
    }
    run.newLogins.insert(login ?? whole)
    return login ?? whole
  }
}
