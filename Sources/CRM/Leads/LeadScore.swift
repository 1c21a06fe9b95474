import Model

/// How promising a lead is, as a sum of named weights, each of which can be shown.
public enum LeadScore {
  /// A reason and the points it gives: `source_referral` 20.
  public struct Reason: Sendable, Hashable {
    public let id: String
    public let points: Int
  }

  private static let sources: [String: (id: String, points: Int)] = [
    "referral": ("source_referral", 25), "转介绍": ("source_referral", 25),
    "existing customer": ("source_customer", 25), "老客户": ("source_customer", 25),
    "web": ("source_web", 20), "官网": ("source_web", 20),
    "webinar": ("source_webinar", 15), "网络研讨会": ("source_webinar", 15),
    "trade show": ("source_show", 15), "展会": ("source_show", 15),
    "campaign": ("source_campaign", 10), "市场活动": ("source_campaign", 10),
    "cold call": ("source_cold", 5), "陌生拜访": ("source_cold", 5),
  ]

  private static let statuses: [String: Int] = ["working": 10, "qualified": 30, "disqualified": -50]

  private static let fields: [(field: FieldID, points: Int)] = [
    ("company", 10), ("email", 10), ("phone", 10), ("interest", 15), ("title", 5), ("region", 5),
  ]

  /// The reasons that hold, in a fixed order.
  public static func reasons(of values: [FieldID: Value]) -> [Reason] {
    var reasons: [Reason] = []
    if case .text(let source)? = values["source"], let weight = sources[NameKey.fold(source)] {
      reasons.append(Reason(id: weight.id, points: weight.points))
    }
    if case .text(let status)? = values["status"], let points = statuses[status] {
      reasons.append(Reason(id: "status_\(status)", points: points))
    }
    for (field, points) in fields where values[field] != nil {
      reasons.append(Reason(id: "has_\(field)", points: points))
    }
    if values["last_activity"] != nil { reasons.append(Reason(id: "contacted", points: 10)) }
    return reasons
  }

  /// From 0 to 100.
  public static func total(of values: [FieldID: Value]) -> Int {
    min(100, max(0, reasons(of: values).reduce(0) { $0 + $1.points }))
  }
}
