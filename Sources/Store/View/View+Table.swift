import GRDB
import Model
import Values

extension View {
  func table(_ query: Query) throws -> Table {
    let compiler = self.compiler
    let measuring = try Measuring(query, compiler)
    let lines = try measuring.lines(db)
    let labels = try labels(of: lines.flatMap(\.groups))
    let base = context.baseCurrency
    var rows = lines.map { line -> MeasuredGroup in
      var next = 0
      let measures = query.measures.map {
        MeasureValue($0, line, isMoney: measuring.isMoney, next: &next)
      }
      return MeasuredGroup(line: line, measures: measures)
    }
    rows = GroupOrder(query, labels).sorted(rows)
    if let limit = query.limit { rows = Array(rows.prefix(limit)) }
    return Table(
      columns: query.groups.map { .init(Self.title($0), isKey: true) }
        + query.measures.map { .init(Self.title($0), isKey: false) },
      rows: rows.map { row in row.line.groups + row.measures.map { $0.value(base: base) } }, labels: labels)
  }

  static func title(_ expression: Expression) -> String {
    switch expression {
    case .path(let steps): steps.map(\.rawValue).joined(separator: ".")
    case .period(_, let grain): grain.rawValue
    case .aggregate(let aggregate, let relation, _, let of):
      "\(aggregate.rawValue)(\(([relation.rawValue] + (of.map { [title($0)] } ?? [])).joined(separator: ".")))"
    case .days: "days"
    case .hours: "hours"
    default: "value"
    }
  }

  static func title(_ measure: Measure) -> String {
    switch measure {
    case .aggregate(let aggregate, let of, _): of.map { "\(aggregate.rawValue)(\(title($0)))" } ?? aggregate.rawValue
    case .ratio: "ratio"
    case .difference: "difference"
    }
  }
}
