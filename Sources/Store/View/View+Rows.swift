import GRDB
import Model
import Values

extension View {
  func rows(of kind: KindID, each body: (Record) throws -> Void) throws {
    let compiler = self.compiler
    let scope = try compiler.scope(kind)
    let visible = try compiler.visible(scope.place) ?? "1"
    let fields: [FieldID] = ["exchange_id"] + scope.kind.stored.map(\.field.id)
    let selection = try Selection(scope.place, fields, compiler)
    var batch: [Record] = []
    func flush() throws {
      let labels = try labels(of: batch.flatMap { Array($0.values.values) })
      for var record in batch {
        label(&record, labels)
        try body(record)
      }
      batch.removeAll(keepingCapacity: true)
    }
    try db.each(
      "SELECT \(selection.columns) FROM \(scope.from) WHERE \(visible) ORDER BY \(scope.place.key)"
    ) { row in
      batch.append(selection.record(row, base: context.baseCurrency))
      if batch.count == 500 { try flush() }
    }
    try flush()
  }
}
