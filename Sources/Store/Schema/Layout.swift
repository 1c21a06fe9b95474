import Model
import Synchronization

/// Where the fields of all kinds stand in the database; worked out for each kind when it is first wanted.
final class Layout: Sendable {
  let schema: Schema
  private let kinds = Mutex<[KindID: KindLayout]>([:])
  /// The kinds whose names are found, as a JSON array.
  let namedKinds: String

  init(_ schema: Schema) throws {
    self.schema = schema
    for kind in schema.kinds { try KindLayout.check(kind) }
    namedKinds = JSON.array(schema.kinds.filter { !$0.isPart }.map { .string($0.id.rawValue) }).text
  }

  func kind(_ id: KindID) throws -> KindLayout {
    try kinds.withLock { kinds in
      if let known = kinds[id] { return known }
      guard let schema = schema[id] else { throw QueryFault.unknownKind(id.rawValue) }
      let made = KindLayout(schema)
      kinds[id] = made
      return made
    }
  }

  var all: [KindLayout] { schema.kinds.compactMap { try? kind($0.id) } }

  /// Every stored reference that can point to records of a kind.
  func references(to kind: KindID) -> [(KindLayout, FieldLayout)] {
    all.flatMap { layout in layout.stored.filter { $0.pointsTo(kind) }.map { (layout, $0) } }
  }
}
