import GRDB
import Model
import Values

/// What is selected to read records: the key, the code, the name, and fields.
struct Selection: Sendable {
  private let kind: KindLayout
  private let code: Column?
  private let name: Column?
  private let fields: [(id: FieldID, column: Column)]
  let columns: Fragment
  /// How many columns those are.
  let width: Int

  init(_ place: Place, _ fields: [FieldID], _ compiler: Compiler) throws {
    kind = place.kind
    let code = try kind.schema.codeField.map { try compiler.field($0, place) }
    let name = try Self.name(place, compiler, depth: 0)
    let terms = try fields.map { try compiler.field($0, place) }
    self.code = code.map { Column($0) }
    self.name = name.map { Column($0) }
    self.fields = zip(fields, terms).map { ($0, Column($1)) }
    width = self.fields.reduce(3) { $0 + $1.column.width }
    columns = ([place.key, code?.sql ?? "NULL", name?.sql ?? "NULL"] + terms.flatMap(\.columns)).joined(", ")
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
    values.reserveCapacity(fields.count)
    var index = 3
    for (field, column) in fields {
      if let value = column.read(row, index, base: base) { values[field] = value }
      index += column.width
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
