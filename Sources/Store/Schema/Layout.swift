import Model

/// Where the fields of all kinds stand in the database.
struct Layout: Sendable {
  let schema: Schema
  private let kinds: [KindID: KindLayout]

  init(_ schema: Schema) throws {
    self.schema = schema
    var kinds: [KindID: KindLayout] = [:]
    for kind in schema.kinds { kinds[kind.id] = try KindLayout(kind) }
    self.kinds = kinds
  }

  func kind(_ id: KindID) throws -> KindLayout {
    guard let layout = kinds[id] else { throw QueryFault.unknownKind(id.rawValue) }
    return layout
  }

  var all: [KindLayout] { schema.kinds.compactMap { kinds[$0.id] } }

  /// Every stored reference that can point to records of a kind.
  func references(to kind: KindID) -> [(KindLayout, FieldLayout)] {
    all.flatMap { layout in layout.stored.filter { $0.pointsTo(kind) }.map { (layout, $0) } }
  }
}
