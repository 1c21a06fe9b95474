import GRDB
import Model
import Values

/// What is selected to read records: the key, the code, the name, and fields.
struct Selection: Sendable {
  private let kind: KindLayout
  private let code: Term?
  private let name: Term?
  private let fields: [(FieldID, Term)]
  let columns: Fragment

  init(_ place: Place, _ fields: [FieldID], _ compiler: Compiler) throws {
    kind = place.kind
    code = try kind.schema.codeField.map { try compiler.field($0, place) }
    name = try Self.name(place, compiler, depth: 0)
    self.fields = try fields.map { ($0, try compiler.field($0, place)) }
    columns =
      ([place.key, code?.sql ?? "NULL", name?.sql ?? "NULL"] + self.fields.flatMap { $0.1.columns }).joined(", ")
  }

  /// What a record is called: its name field; where that is a reference, the name of what it leads to.
  private static func name(_ place: Place, _ compiler: Compiler, depth: Int) throws -> Term? {
    try label(place.kind.schema.nameField, place, compiler, depth: depth)
  }

  /// A field for people: of a reference the name behind it.
  static func label(_ id: FieldID, _ place: Place, _ compiler: Compiler, depth: Int) throws -> Term? {
    guard let field = place.kind.field(id), depth < 3 else { return nil }
    switch field.kind {
    case .reference: return try name(compiler.follow(id, from: place), compiler, depth: depth + 1)
    case .anyReference: return nil
    default: return try compiler.field(id, place)
    }
  }

  func record(_ row: Row, base: Currency) -> Record {
    let key = row[0] as Int64
    let code = self.code.flatMap { Self.text($0.read(row, 1, base: base)) } ?? Self.code(kind.schema, key)
    let name = self.name.flatMap { Self.text($0.read(row, 2, base: base)) } ?? code
    var values: [FieldID: Value] = [:]
    var index = 3
    for (field, term) in fields {
      values[field] = term.read(row, index, base: base)
      index += term.columns.count
    }
    return Record(RecordID(kind.id, key), code: code, name: name, values: values)
  }

  static func code(_ kind: KindSchema, _ key: Int64) -> String { "\(kind.codePrefix)-\(key)" }

  private static func text(_ value: Value?) -> String? {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .day(let day): day.description
    case nil, .decimal, .boolean, .money, .amounts, .moment, .record, .list: nil
    }
  }
}
