import CRM
import Model

/// Which kind of record a file holds, and which column is which field.
struct Matching: Sendable {
  let layout: Layout
  /// By the columns of the file, in order; nil for one that no field takes.
  let columns: [Layout.Column.Source?]
  let headers: [String]

  /// nil where no kind of record fits. `map` says otherwise than the names do: a column's name, or `FILE:COLUMN`, to a
  /// field's id, or to nothing for a column to leave out.
  init?(file name: String, headers: [String], schema: Schema, map: [String: String]) {
    let stem = Matching.stem(of: name)
    var best: (score: Int, matching: Matching)?
    for kind in schema.kinds where !Layout.lineKinds.values.contains(kind.id) {
      let matching = Matching(Layout(kind, in: schema), headers, file: name, map: map)
      guard let score = matching.score(stem: stem), score > best?.score ?? 0 else { continue }
      best = (score, matching)
    }
    guard let best else { return nil }
    self = best.matching
  }

  private init(_ layout: Layout, _ headers: [String], file: String, map: [String: String]) {
    self.layout = layout
    self.headers = headers
    let names = ColumnNames(layout)
    var taken: Set<Layout.Column.Source> = []
    columns = headers.map { header in
      let said = map["\(file):\(header)"] ?? map[header]
      let found = said.map { [names.source(id: $0)].compactMap { $0 } } ?? names.sources(of: header)
      guard let source = found.first(where: { !taken.contains($0) }) else { return nil }
      taken.insert(source)
      return source
    }
  }

  /// The words of a file's name that say what is in it: `new_contacts.csv` → `newcontacts`.
  private static func stem(of name: String) -> String {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    return Synonyms.plain(String(base.prefix { $0 != "." }))
  }

  /// How well the columns fit; nil where what identifies such a record is not among them.
  private func score(stem: String) -> Int? {
    guard hasIdentity else { return nil }
    let matched = columns.count { $0 != nil }
    let named = fit(of: stem)
    guard matched * 2 >= columns.count || named > 0 else { return nil }
    return matched * 10 / max(1, columns.count) + matched + named
  }

  private func fit(of stem: String) -> Int {
    var best = 0
    let kind = layout.kind
    for word in [kind.file, kind.id.rawValue].map(Synonyms.plain) + (Synonyms.files[kind.id.rawValue] ?? []) {
      if stem == word || stem == word + "s" { best = max(best, 100) }
      if word.utf8.count > 3, stem.hasSuffix(word) || stem.hasSuffix(word + "s") || stem.hasPrefix(word) {
        best = max(best, 20 + word.count)
      }
    }
    return best
  }

  private var hasIdentity: Bool {
    let sources = Set(columns.compactMap { $0 })
    let kind = layout.kind
    if sources.contains(.exchangeID) || sources.contains(.field(kind.nameField)) { return true }
    if kind.field("external_id") != nil, sources.contains(.field("external_id")), sources.count > 2 { return true }
    return kind.naturalKey.prefix(2).allSatisfy { sources.contains(.field($0)) }
  }
}

/// What the columns of one kind may be called.
private struct ColumnNames {
  private let layout: Layout
  private var exact: [String: Layout.Column.Source] = [:]
  private var known: [String: [Layout.Column.Source]] = [:]

  init(_ layout: Layout) {
    self.layout = layout
    let kind = layout.kind.id.rawValue
    for column in layout.columns {
      exact[Synonyms.plain(column.header)] = column.source
      let own: [String] =
        switch column.source {
        case .field(let field): Synonyms.columns["\(kind).\(field)"] ?? []
        case .line(let field): Synonyms.columns["\(kind).line.\(field)"] ?? []
        default: []
        }
      for name in own { known[name, default: []].append(column.source) }
    }
    for case (.field(let field), let source) in layout.columns.map({ ($0.source, $0.source) }) {
      for name in Synonyms.columns["*.\(field)"] ?? [] { known[name, default: []].append(source) }
    }
  }

  func source(id: String) -> Layout.Column.Source? {
    let field = id.split(separator: ".").last.map(String.init) ?? id
    return exact[Synonyms.plain(field)]
  }

  /// The exact one first.
  func sources(of header: String) -> [Layout.Column.Source] {
    let plain = Synonyms.plain(header)
    return [exact[plain]].compactMap { $0 } + (known[plain] ?? [])
  }
}
