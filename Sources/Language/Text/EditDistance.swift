/// How many letters apart two words are: insertions, deletions, substitutions and swaps of neighbours count one each.
public enum EditDistance {
  /// Anything above `limit` is given as `limit + 1`. Optimal string alignment, banded by the limit.
  public static func between(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    let width = b.count + 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * width) { rows in
      var (beforeLast, last, row) = (0, width, 2 * width)
      for j in 0..<width { rows[last + j] = j }
      for i in 0..<a.count {
        rows[row] = i + 1
        var least = i + 1
        for j in 0..<b.count {
          let substitution = rows[last + j] + (a[i] == b[j] ? 0 : 1)
          var best = min(substitution, min(rows[last + j + 1], rows[row + j]) + 1)
          if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[beforeLast + j - 1] + 1) }
          rows[row + j + 1] = best
          least = min(least, best)
        }
        if least > limit { return limit + 1 }
        (beforeLast, last, row) = (last, row, beforeLast)
      }
      return rows[last + b.count]
    }
  }
}
