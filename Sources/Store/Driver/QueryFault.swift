/// A query that does not fit the schema: a mistake of whoever built it.
public enum QueryFault: Error, Sendable, Hashable {
  case unknownKind(KindName)
  case unknownField(kind: KindName, path: String)
  case unknownRelation(kind: KindName, relation: String)
  /// These two cannot be compared or computed with each other.
  case mismatch(String)
  /// Rules that follow each other without end.
  case endlessConsequences(kind: KindName)
  /// A field is called like a column of ours.
  case reservedField(kind: KindName, field: String)

  public typealias KindName = String
}
