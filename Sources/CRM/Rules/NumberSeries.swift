import Model

/// The next free number of a series such as `T-505`, `T-506`.
struct NumberSeries {
  private let lookup: Lookup

  init(_ lookup: Lookup) { self.lookup = lookup }

  private static let starts: [KindID: (prefix: String, number: Int)] = [
    "quote": ("Q-", 1001), "order": ("O-", 2001), "payment": ("P-", 3001), "contract": ("C-", 301),
    "ticket": ("T-", 501),
  ]

  /// One above the highest, in the way that one is written.
  func next(of kind: KindID) throws -> String {
    let start = NumberSeries.starts[kind] ?? ("N-", 1)
    var best = (prefix: start.prefix, number: start.number - 1)
    for sort in [Sort.down("number"), Sort.down("id")] {
      guard case .text(let text)? = try lookup.first(kind, where: .always, sort: [sort], fields: ["number"])?["number"],
        let (prefix, number) = split(text), number > best.number
      else { continue }
      best = (prefix, number)
    }
    repeat { best.number += 1 } while try isTaken("\(best.prefix)\(best.number)", kind, "number")
    return "\(best.prefix)\(best.number)"
  }

  /// A stock number from the initials of a product's name: "Sensor Kit Mini" → `SKM-100`.
  func stockNumber(for name: String) throws -> String {
    let words = name.split { !$0.isASCII || !$0.isLetter }
    let initials = words.count == 1 ? String(words[0].prefix(2)) : String(words.prefix(3).compactMap(\.first))
    let prefix = initials.isEmpty ? "PR" : initials.uppercased()
    var number = 100
    while try isTaken("\(prefix)-\(number)", "product", "sku") { number += 100 }
    return "\(prefix)-\(number)"
  }

  private func isTaken(_ text: String, _ kind: KindID, _ field: FieldID) throws -> Bool {
    try lookup.first(kind, where: .oneOf(.path([field]), [.text(text)])) != nil
  }

  /// "T-505" as "T-" and 505; nil where there are no digits at the end, or too many.
  private func split(_ text: String) -> (String, Int)? {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(String(digits.reversed())) else { return nil }
    return (String(text.dropLast(digits.count)), number)
  }
}
