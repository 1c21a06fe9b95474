import GRDB

/// A piece of SQL with the values that its question marks stand for, in order. Values are always bound, never written
/// into the text.
struct Fragment: ExpressibleByStringInterpolation, Sendable {
  var sql: String
  var values: [DatabaseValue]

  init(sql: String, values: [DatabaseValue] = []) {
    self.sql = sql
    self.values = values
  }

  init(stringLiteral value: String) { self.init(sql: value) }
  init(stringInterpolation: StringInterpolation) { self = stringInterpolation.fragment }

  static func bound(_ value: some DatabaseValueConvertible) -> Fragment {
    Fragment(sql: "?", values: [value.databaseValue])
  }

  struct StringInterpolation: StringInterpolationProtocol {
    var fragment = Fragment(sql: "")

    init(literalCapacity: Int, interpolationCount: Int) { fragment.sql.reserveCapacity(literalCapacity * 2) }
    mutating func appendLiteral(_ literal: String) { fragment.sql += literal }

    mutating func appendInterpolation(_ other: Fragment) {
      fragment.sql += other.sql
      fragment.values += other.values
    }

    mutating func appendInterpolation(bind value: some DatabaseValueConvertible) {
      fragment.sql += "?"
      fragment.values.append(value.databaseValue)
    }

    mutating func appendInterpolation(raw text: String) { fragment.sql += text }
  }
}

extension [Fragment] {
  func joined(_ separator: String) -> Fragment {
    var result = Fragment(sql: "")
    for (index, part) in enumerated() {
      if index > 0 { result.sql += separator }
      result.sql += part.sql
      result.values += part.values
    }
    return result
  }
}

/// An identifier of SQL, whatever is in it.
func quoted(_ name: String) -> String {
  guard name.utf8.contains(UInt8(ascii: "\"")) else { return "\"" + name + "\"" }
  return quotedDoubling(name)
}

private func quotedDoubling(_ name: String) -> String {
  "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
