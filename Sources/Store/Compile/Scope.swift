import Model

/// One level of a query: a table under an alias, and the rows its references lead to, joined one to one.
final class Scope {
  let kind: KindLayout
  let alias: String
  fileprivate(set) var joins: [Fragment] = []
  fileprivate var aliases: [String: String] = [:]

  init(_ kind: KindLayout, alias: String) {
    self.kind = kind
    self.alias = alias
  }

  var place: Place { Place(scope: self, kind: kind, alias: alias) }

  func join(_ join: Fragment) { joins.append(join) }

  /// What stands after `FROM`, once everything of this level is compiled.
  var from: Fragment {
    var result: Fragment = "\(raw: kind.table) AS \(raw: alias)"
    for join in joins { result = "\(result) \(join)" }
    return result
  }
}

/// A record inside a scope: its own, or one that a reference leads to.
struct Place {
  let scope: Scope
  let kind: KindLayout
  let alias: String

  func column(_ name: String) -> Fragment { Fragment(sql: "\(alias).\(quoted(name))") }
  var key: Fragment { column("id") }
}

extension Compiler {
  func scope(_ kind: KindID) throws -> Scope {
    aliases += 1
    return Scope(try core.layout.kind(kind), alias: "t\(aliases)")
  }

  /// The place a reference leads to: joined once, and only to what the speaker may see.
  func follow(_ field: FieldID, from place: Place) throws -> Place {
    guard case .reference(let target)? = place.kind.field(field)?.kind else {
      throw QueryFault.unknownField(kind: place.kind.id.rawValue, path: field.rawValue)
    }
    let name = place.alias + "." + field.rawValue
    let kind = try core.layout.kind(target)
    if let alias = place.scope.aliases[name] { return Place(scope: place.scope, kind: kind, alias: alias) }
    let reference = try self.field(field, place).sql
    aliases += 1
    let alias = "t\(aliases)"
    let next = Place(scope: place.scope, kind: kind, alias: alias)
    var condition: Fragment = "\(next.key) = \(reference)"
    if let visible = try visible(next) { condition = "\(condition) AND \(visible)" }
    place.scope.joins.append("LEFT JOIN \(raw: kind.table) AS \(raw: alias) ON \(condition)")
    place.scope.aliases[name] = alias
    return next
  }

  /// The policy's limit on the record at a place; nil where there is none.
  func visible(_ place: Place) throws -> Fragment? {
    guard isLimited else { return nil }
    let predicate = core.policy.visible(place.kind.id, to: context)
    if predicate == .always { return nil }
    return try unlimited {
      let probe = Scope(place.kind, alias: place.alias)
      let direct = try condition(predicate, probe.place)
      if probe.joins.isEmpty { return "(\(direct))" }
      let inner = try scope(place.kind.id)
      let condition = try condition(predicate, inner.place)
      return "EXISTS (SELECT 1 FROM \(inner.from) WHERE \(inner.place.key) = \(place.key) AND (\(condition)))"
    }
  }

  /// The related records of a place as a level of their own, and what binds them to it (the policy included).
  func related(_ relation: FieldID, of place: Place) throws -> (scope: Scope, link: Fragment) {
    guard let relation = place.kind.schema.relation(relation) else {
      throw QueryFault.unknownRelation(kind: place.kind.id.rawValue, relation: relation.rawValue)
    }
    let inner = try scope(relation.kind)
    let back = try path(relation.back, inner.place)
    var link: Fragment = "\(back.sql) = \(place.key)"
    if let column = back.kindColumn { link = "\(link) AND \(column) = \(bind: place.kind.id.rawValue)" }
    if let visible = try visible(inner.place) { link = "\(link) AND \(visible)" }
    return (inner, link)
  }
}
