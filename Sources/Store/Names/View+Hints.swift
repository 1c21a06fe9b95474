import CRM
import GRDB
import Model
import Values

extension View {
  /// Which of the records may be seen; nil for all.
  func seen(_ keys: Set<Int64>, _ kind: KindID) throws -> Set<Int64>? {
    guard isLimited, core.policy.visible(kind, to: context) != .always else { return nil }
    return Set(try names(of: keys, kind).keys.map(\.key))
  }

  /// Whether any record the speaker may see has this value of a category.
  func mayKnow(_ stored: String, _ kind: KindID, _ field: FieldID) throws -> Bool {
    let compiler = self.compiler
    let scope = try compiler.scope(kind)
    guard let visible = try compiler.visible(scope.place) else { return true }
    let same = try compiler.condition(
      .compare(.path([field]), .equal, .constant(.text(stored))), scope.place)
    var found = false
    try db.each("SELECT 1 FROM \(scope.from) WHERE \(same) AND \(visible) LIMIT 1") { _ in found = true }
    return found
  }

  /// What tells records apart: the first column of their kind that says more than the name, a contact's account or a
  /// deal's stage; else the code.
  func hints(of keys: Set<Int64>, _ kind: KindID) throws -> [RecordID: String] {
    let schema = try core.layout.kind(kind).schema
    let field = schema.columns.first {
      $0 != schema.nameField && $0 != schema.codeField && schema.field($0).map { $0.formula == nil } == true
    }
    guard let field else {
      return Dictionary(uniqueKeysWithValues: keys.map { (RecordID(kind, $0), Selection.code(schema, $0)) })
    }
    let compiler = self.compiler
    let statement = try statements.statement(.hints(field), kind, compiler) {
      let scope = try compiler.scope(kind)
      let term = try Selection.label(field, scope.place, compiler, depth: 0)
      let columns = ([scope.place.key] + (term?.columns ?? [])).joined(", ")
      return KeyedStatement(
        columns, scope, many: true, "1", try Selection(compiler.scope(kind).place, [], compiler),
        hint: term.map { Column($0) })
    }
    guard let hint = statement.hint else { return [:] }
    var hints: [RecordID: String] = [:]
    try statement.each(Self.array(keys.sorted()).databaseValue, db) {
      hints[RecordID(kind, $0[0])] = text(hint.read($0, 1, base: context.baseCurrency))
    }
    return hints
  }

  private func text(_ value: Value?) -> String {
    switch value {
    case .text(let text): text
    case .day(let day): day.description
    case .moment(let moment): moment.local.day.description
    case .money(let money): money.description
    case .integer(let number): String(number)
    case .list(let labels): labels.joined(separator: ", ")
    case nil, .decimal, .boolean, .amounts, .record: ""
    }
  }
}
