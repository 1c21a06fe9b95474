import Model

/// The ways from each kind of record to every other, by references and relations, shortest first.
struct Routes: Sendable {
  enum Step: Sendable, Hashable {
    case via(FieldID)
    case exists(FieldID)
  }

  struct Route: Sendable {
    let steps: [Step]
    /// 0 for the kind itself, 2 a reference, 5 a relation, 1 to its own parts.
    let cost: Int

    /// A condition on the far record as a condition on the near one.
    func wrap(_ predicate: Predicate) -> Predicate {
      steps.reversed().reduce(predicate) { inner, step in
        switch step {
        case .via(let field): .via(field, inner)
        case .exists(let relation): .exists(relation, inner)
        }
      }
    }

    /// The path of references to the far record, if it has no relation in it.
    var path: [FieldID]? {
      var path: [FieldID] = []
      for step in steps {
        guard case .via(let field) = step else { return nil }
        path.append(field)
      }
      return path
    }
  }

  private let schema: Schema
  /// By the places of both kinds in the schema.
  private var table: [Route?]

  init(_ schema: Schema) {
    self.schema = schema
    table = []
    table.reserveCapacity(schema.kinds.count * schema.kinds.count)
    let steps = schema.kinds.map { Routes.steps(of: $0, schema) }
    let user = schema.place(of: "user")
    for start in schema.kinds.indices { table += Routes.search(from: start, schema, steps, user) }
  }

  func route(from: KindID, to: KindID) -> Route? {
    guard let near = schema.place(of: from), let far = from == to ? near : schema.place(of: to) else { return nil }
    return table[near * schema.kinds.count + far]
  }

  /// Breadth first by cost, two steps at most. The owner's way leads to users before any other reference to one.
  private static func search(
    from start: Int, _ schema: Schema, _ steps: [[(step: Step, target: Int, cost: Int)]], _ user: Int?
  ) -> [Route?] {
    var found = [Route?](repeating: nil, count: schema.kinds.count)
    found[start] = Route(steps: [], cost: 0)
    if let owner = schema.kinds[start].owner, let user, user != start {
      found[user] = Route(steps: owner.map { .via($0) }, cost: 2)
    }
    var frontier: [(place: Int, route: Route)] = [(start, Route(steps: [], cost: 0))]
    for round in 0..<2 {
      var next: [(place: Int, route: Route)] = []
      for (current, route) in frontier {
        for (step, target, cost) in steps[current] where target != start {
          if let known = found[target], known.cost <= route.cost + cost { continue }
          let longer = Route(steps: route.steps + [step], cost: route.cost + cost)
          found[target] = longer
          if round == 0 { next.append((target, longer)) }
        }
      }
      frontier = next
    }
    return found
  }

  private static func steps(of kind: KindSchema, _ schema: Schema) -> [(step: Step, target: Int, cost: Int)] {
    var steps: [(Step, Int, Int)] = []
    for field in kind.fields {
      if case .reference(let target) = field.kind, let place = schema.place(of: target) {
        steps.append((.via(field.id), place, 2))
      }
    }
    for relation in kind.relations {
      if let place = schema.place(of: relation.kind) {
        steps.append((.exists(relation.id), place, relation.isOwned ? 1 : 5))
      }
    }
    return steps
  }
}
