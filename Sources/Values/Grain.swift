/// How finely a time is known: "on Friday" has the grain `day`, "this quarter" the grain `quarter`.
public enum Grain: String, Sendable, Codable, CaseIterable, Comparable {
  case second, minute, hour, day, week, month, quarter, half, year, decade

  private var order: Int { Grain.allCases.firstIndex(of: self) ?? 0 }

  public static func < (left: Grain, right: Grain) -> Bool { left.order < right.order }
}
