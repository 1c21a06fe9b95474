import Model

extension Compiler {
  /// Empty last in both directions; ties in the order of the keys, so that pages never overlap.
  func order(_ sorts: [Sort], _ place: Place) throws -> Fragment {
    var parts: [Fragment] = []
    for sort in sorts {
      guard case .expression(let expression) = sort.key else { continue }
      let value = try ordering(expression, place)
      parts.append("\(value)\(raw: sort.isDescending ? " DESC" : "") NULLS LAST")
    }
    parts.append(place.key)
    return parts.joined(", ")
  }

  /// What an expression is put in order by: of a reference, the name of what it leads to.
  func ordering(_ expression: Expression, _ place: Place) throws -> Fragment {
    if case .path(let steps) = expression, let last = steps.last, last != "id" {
      var holder = place
      for step in steps.dropLast() { holder = try follow(step, from: holder) }
      if case .reference? = holder.kind.field(last)?.kind {
        let target = try follow(last, from: holder)
        return try field(target.kind.schema.nameField, target).order
      }
    }
    return try term(expression, place).order
  }
}
