import Values

extension QueryCoding {
  func sort(_ json: JSON) -> Sort? {
    guard case .array(let parts) = json, parts.count == 2, case .boolean(let isDescending) = parts[0],
      let expression = expression(parts[1])
    else { return nil }
    return Sort(.expression(expression), descending: isDescending)
  }

  func predicate(_ json: JSON) -> Predicate? {
    guard case .array(let parts) = json, case .string(let name)? = parts.first else { return nil }
    let rest = Array(parts.dropFirst())
    switch name {
    case "all": return all(rest).map { .all($0) }
    case "any": return all(rest).map { .any($0) }
    case "not": return rest.first.flatMap(predicate).map { .not($0) }
    case "exists", "via":
      guard rest.count == 2, case .string(let field) = rest[0], let inner = predicate(rest[1]) else { return nil }
      return name == "via" ? .via(FieldID(field), inner) : .exists(FieldID(field), inner)
    default: return condition(name, rest)
    }
  }

  private func all(_ parts: [JSON]) -> [Predicate]? {
    let read = parts.compactMap(predicate)
    return read.count == parts.count ? read : nil
  }

  private func condition(_ name: String, _ rest: [JSON]) -> Predicate? {
    guard let expression = rest.first.flatMap(expression) else { return nil }
    switch name {
    case "compare":
      guard rest.count == 3, case .string(let sign) = rest[1], let comparison = Comparison(rawValue: sign),
        let other = self.expression(rest[2])
      else { return nil }
      return .compare(expression, comparison, other)
    case "oneOf":
      let values = rest.dropFirst().compactMap(ValueCoding.value)
      return values.count == rest.count - 1 ? .oneOf(expression, values) : nil
    case "empty": return .isEmpty(expression)
    case "within", "contains", "has":
      guard rest.count == 2, case .string(let text) = rest[1] else { return nil }
      if name == "within" { return read(text).map { .within(expression, $0) } }
      return name == "has" ? .has(expression, text) : .contains(expression, text)
    default: return nil
    }
  }

  func expression(_ json: JSON) -> Expression? {
    guard case .array(let parts) = json, case .string(let name)? = parts.first else { return nil }
    let rest = Array(parts.dropFirst())
    switch name {
    case "path":
      return .path(rest.compactMap { if case .string(let step) = $0 { FieldID(step) } else { nil } })
    case "constant": return rest.first.flatMap(ValueCoding.value).map { .constant($0) }
    case "speaker": return .speaker
    case "today": return .today
    case "now": return .now
    case "aggregate":
      guard rest.count == 4, case .string(let aggregate) = rest[0], let kind = Aggregate(rawValue: aggregate),
        case .string(let relation) = rest[1], let matching = predicate(rest[2])
      else { return nil }
      return .aggregate(kind, relation: FieldID(relation), matching: matching, of: expression(rest[3]))
    case "period":
      guard rest.count == 2, let of = expression(rest[0]), case .string(let text) = rest[1],
        let grain = Grain(rawValue: text)
      else { return nil }
      return .period(of, grain)
    default: return pair(name, rest)
    }
  }

  private func pair(_ name: String, _ rest: [JSON]) -> Expression? {
    guard rest.count == 2, let a = expression(rest[0]), let b = expression(rest[1]) else { return nil }
    switch name {
    case "sum": return .sum(a, b)
    case "difference": return .difference(a, b)
    case "product": return .product(a, b)
    case "quotient": return .quotient(a, b)
    case "days": return .days(from: a, to: b)
    case "hours": return .hours(from: a, to: b)
    default: return nil
    }
  }
}
