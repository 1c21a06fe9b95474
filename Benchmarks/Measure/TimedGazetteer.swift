import Model

/// Counts how long names are looked up.
final class TimedGazetteer: Gazetteer {
  private let base: any Gazetteer
  private(set) var nanoseconds: Int64 = 0

  init(_ base: any Gazetteer) { self.base = base }

  func spans(in tokens: [NameToken]) throws -> [NameSpan] {
    let start = Measure.nanoseconds()
    defer { nanoseconds += Measure.nanoseconds() - start }
    return try base.spans(in: tokens)
  }

  func nearest(to text: String, kinds: [KindID], limit: Int) throws -> [NamedRecord] {
    let start = Measure.nanoseconds()
    defer { nanoseconds += Measure.nanoseconds() - start }
    return try base.nearest(to: text, kinds: kinds, limit: limit)
  }
}
