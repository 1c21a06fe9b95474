import CRM
import Conversation
import Model
import Values

extension Assistant {
  public func pushes(to login: String?, now: Moment?) throws -> [Push] {
    let instant = now ?? settings.zone.moment(epoch: clock())
    try store.announceDue(at: instant)
    var pushes: [Push] = []
    for notice in try store.undelivered(to: login) {
      guard let speaker = try store.speaker(login: notice.login) else { continue }
      let context = context(of: speaker, now: now)
      let wording = wording(settings.language ?? speaker.language)
      pushes.append(
        try store.read(context) { reader in
          let text = try NoticeText(wording: wording, reader: reader).text(notice)
          let about = try notice.about.flatMap { try reader.record($0) }.map(RecordJSON.reference)
          return Push(
            id: "p-\(notice.id)", to: notice.login, kind: String(notice.topic.prefix { $0 != "." }), text: text,
            about: about)
        })
    }
    return pushes
  }

  public func delivered(_ ids: [String], now: Moment?) throws {
    let keys = ids.compactMap { $0.hasPrefix("p-") ? Int64($0.dropFirst(2)) : nil }
    guard !keys.isEmpty else { return }
    try store.markDelivered(keys, at: now ?? settings.zone.moment(epoch: clock()))
  }
}

/// A notice in the words of whoever reads it.
struct NoticeText {
  let wording: Wording
  /// The view of the one who reads: what they may not see has no name in it.
  let reader: any StoreReader

  func text(_ notice: StoredNotice) throws -> String {
    let zone = reader.context.speaker.zone
    let values = ValueText(wording, today: reader.context.today)
    var texts: [String: String] = ["who": try sender(notice.sender)]
    for (name, value) in notice.values {
      switch value {
      case .record(let id): texts[name] = try reader.record(id)?.name ?? wording.say("notice.hidden")
      case .moment(let moment): texts[name] = values.moment(zone.moment(epoch: moment.epoch).local)
      default: texts[name] = values.text(value)
      }
    }
    return wording.say("notice.\(notice.topic)", texts)
  }

  /// What the one with this login is called, also where they have left.
  private func sender(_ login: String) throws -> String {
    let all = reader.unrestricted
    for found in try all.records(named: NameKey.key(login), kind: "user") {
      if let user = try all.record(found.id), user["login"] == .text(login) { return user.name }
    }
    return login
  }
}
