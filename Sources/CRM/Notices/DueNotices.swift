import Model
import Values

/// The notices that time brings: a follow-up is announced to its owner when it falls due.
public enum DueNotices {
  /// What has fallen due after one instant and up to another, the earliest first.
  ///
  /// What was entered after it was due already is no news to anybody.
  public static func query(after start: Moment, upTo end: Moment) -> Query {
    Query(
      "activity",
      where: .all([
        .has("type", "follow-up"), CRMSchema.isToDo, .filled("owner"),
        .compare(.of("due"), .greater, .constant(.moment(start))),
        .compare(.of("due"), .atMost, .constant(.moment(end))),
        .any([.empty("created"), .compare(.of("created"), .less, .of("due"))]),
      ]), sort: [.by("due")])
  }

  /// The fields of a follow-up that its notice is made from.
  public static let fields: [FieldID] = ["subject", "owner", "due", "regarding"]

  public static func notice(of followUp: Record) -> Notice? {
    guard case .record(let owner)? = followUp["owner"], let due = followUp["due"] else { return nil }
    var values: [String: Value] = ["task": .text(followUp.name), "when": due]
    if let record = followUp["regarding"] { values["record"] = record }
    return Notice(
      values["record"] == nil ? "reminder.plain" : "reminder", to: .user(owner), values, about: followUp.id)
  }
}
