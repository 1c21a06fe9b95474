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

  private var table: [KindID: [KindID: Route]] = [:]

  init(_ schema: Schema) {
    for kind in schema.kinds { table[kind.id] = Routes.search(from: kind, schema) }
  }

  func route(from: KindID, to: KindID) -> Route? { table[from]?[to] }

  /// Breadth first by cost, two steps at most. The owner's way leads to users before any other reference to one.
  private static func search(from kind: KindSchema, _ schema: Schema) -> [KindID: Route] {
    var found: [KindID: Route] = [kind.id: Route(steps: [], cost: 0)]
    if let owner = kind.owner, kind.id != "user" {
      found["user"] = Route(steps: owner.map { .via($0) }, cost: 2)
    }
    var frontier: [(KindSchema, Route)] = [(kind, Route(steps: [], cost: 0))]
    for _ in 0..<2 {
      var next: [(KindSchema, Route)] = []
      for (current, route) in frontier {
        for (step, target, cost) in steps(of: current, schema) where target != kind.id {
          let longer = Route(steps: route.steps + [step], cost: route.cost + cost)
          if let known = found[target], known.cost <= longer.cost { continue }
          found[target] = longer
          if let schema = schema[target] { next.append((schema, longer)) }
        }
      }
      frontier = next
    }
    return found
  }

  private static func steps(of kind: KindSchema, _ schema: Schema) -> [(Step, KindID, Int)] {
    var steps: [(Step, KindID, Int)] = []
    for field in kind.fields {
      if case .reference(let target) = field.kind { steps.append((.via(field.id), target, 2)) }
    }
    for relation in kind.relations { steps.append((.exists(relation.id), relation.kind, relation.isOwned ? 1 : 5)) }
    return steps
  }
}
