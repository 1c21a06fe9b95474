import Model
import Values

extension Collected {
  /// What is asked about the records; nil where the parts do not go together. Sets the query's groups and measures.
  func shape(_ query: inout Query, _ parser: SetParser) -> Shape? {
    var shape = Shape()
    var total = false
    var counted = false
    var most: Bool?
    var whichGroup: Modifier.GroupKey?
    var keys: [Modifier.GroupKey] = []
    var isSorted = false
    for word in roots {
      switch word {
      case .show, .which: shape.isShown = true
      case .who: shape.asksWho = true
      case .when: shape.asksWhen = true
      case .only: shape.isNarrowing = true
      case .sorted: isSorted = true
      case .countThem: counted = true
      case .total: total = true
      case .aggregate(let aggregate): shape.asked = .aggregate(aggregate)
      case .extreme(let aggregate, let fields):
        guard let path = Collected.path(to: fields, from: kind, parser.routes) else { return nil }
        shape.asked = .aggregate(aggregate)
        shape.field = .path(path)
      case .field(let fields):
        guard let path = Collected.path(to: fields, from: kind, parser.routes) else { return nil }
        shape.field = .path(path)
      case .measure(let owner, let id):
        guard owner == kind.id, kind.measure(id) != nil else { return nil }
        shape.asked = .measure(id)
      case .group(let more): keys = more
      case .whichGroup(let key): whichGroup = key
      case .most(let descending): most = descending
      }
    }
    guard (most == nil) == (whichGroup == nil) else { return nil }
    for key in keys + (whichGroup.map { [$0] } ?? []) {
      guard let group = expression(of: key, parser.routes) else { return nil }
      shape.groups.append(group)
    }
    // "top 10 accounts by won value": nobody groups by a figure.
    if shape.asked == .list, !counted, !total, shape.field == nil, let group = shape.groups.first,
      shape.groups.count == 1, isFigure(group, parser.schema)
    {
      isSorted = true
    }
    if isSorted {
      guard query.sort.isEmpty, let group = shape.groups.first, shape.groups.count == 1 else { return nil }
      query.sort = [Sort(.expression(group), descending: isFigure(group, parser.schema))]
      shape.groups = []
      shape.isShown = true
    }
    if let most { shape.top = most ? 1 : -1 }
    let isSummable = shape.field.map { isFigure($0, parser.schema) } ?? true
    settle(&shape, total: total && isSummable, counted: counted)
    guard measure(&query, shape) else { return nil }
    return shape
  }

  private func expression(of key: Modifier.GroupKey, _ routes: Routes) -> Expression? {
    switch key {
    case .meanings(let meanings): return Collected.path(to: meanings, from: kind, routes).map { .path($0) }
    case .period(let word):
      let grains: [GrammarWord: Grain] = [
        .periodDay: .day, .periodWeek: .week, .periodMonth: .month, .periodQuarter: .quarter, .periodYear: .year,
      ]
      let measured = roots.compactMap { word -> Event? in
        if case .measure(kind.id, let id) = word { return kind.measure(id)?.event.flatMap(kind.event) }
        return nil
      }.first
      let ownDate = measured.flatMap { $0.through == nil ? $0.date : nil }
      guard let grain = grains[word], let date = eventDate ?? ownDate ?? kind.date.map({ [$0] }) else { return nil }
      return .period(.path(date), grain)
    }
  }

  /// The largest figure stands first in a ranking; words are in their own order.
  func isFigure(_ expression: Expression, _ schema: Schema) -> Bool {
    guard case .path(let path) = expression, let field = schema.field(path, of: kind.id)?.field else { return false }
    switch field.kind {
    case .integer, .decimal, .money, .percent: return true
    default: return false
    }
  }

  /// What is meant where it is only hinted at: groups are counted, amounts are summed.
  private func settle(_ shape: inout Shape, total: Bool, counted: Bool) {
    if shape.asked == .list {
      if total {
        shape.asked = .aggregate(.sum)
      } else if counted {
        shape.asked = shape.field == nil ? .count : .field
      } else if shape.field != nil {
        shape.asked = shape.groups.isEmpty ? .field : .aggregate(.sum)
      } else if !shape.groups.isEmpty {
        shape.asked = .count
      }
    }
    if people > 1, shape.groups.isEmpty, shape.asked != .list, shape.asked != .field, let owner = kind.owner {
      shape.groups = [.path(owner)]
    }
  }

  private func measure(_ query: inout Query, _ shape: Shape) -> Bool {
    switch shape.asked {
    case .list, .field: return shape.groups.isEmpty
    case .count: query.measures = [.count]
    case .aggregate(let aggregate):
      guard let of = shape.field ?? kind.amount.map({ .path([$0]) }) else { return false }
      query.measures = [.aggregate(aggregate, of: of, matching: .always)]
    case .measure(let id):
      guard let measure = kind.measure(id) else { return false }
      query.measures = [measure.measure]
    }
    // One figure has no first ten.
    if shape.groups.isEmpty, query.limit != nil { return false }
    query.groups = shape.groups
    if shape.top != 0 {
      query.sort = [Sort(.measure(0), descending: shape.top > 0)]
      query.limit = 1
    } else if !query.groups.isEmpty {
      query.sort = query.sort.isEmpty ? [] : [Sort(.measure(0), descending: true)]
    }
    return true
  }
}
