import Model

/// Which records exist for whom, as conditions that the store lays over every query.
enum Visibility {
  static let nothing = Predicate.any([])

  static func predicate(_ kind: KindID, _ speaker: Speaker) -> Predicate {
    switch speaker.role {
    case .admin: .always
    case .guest: kind == "article" ? .always : nothing
    case .partner: forPartner(kind)
    case .manager: kind == "shortcut" ? .compare(.of("user"), .equal, .speaker) : .always
    case .rep, .support, .marketing: forColleague(kind, seesLeads: speaker.role == .marketing)
    }
  }

  private static let isMine = Predicate.compare(.of("owner"), .equal, .speaker)

  /// Their own and the pool's.
  private static let ownLead = Predicate.any([
    .empty("owner"), isMine, .compare(.of("registered_by"), .equal, .speaker),
  ])

  private static func forColleague(_ kind: KindID, seesLeads: Bool) -> Predicate {
    let leadIsSeen = seesLeads ? Predicate.always : .any([.empty("lead"), .via("lead", ownLead)])
    switch kind {
    case "lead": return seesLeads ? .always : ownLead
    case "activity":
      let planIsSeen = Predicate.any([
        .filled("done_at"), .empty("owner"), isMine, .compare(.of("asked_by"), .equal, .speaker),
      ])
      return planIsSeen.and(leadIsSeen)
    case "campaign_member", "file": return leadIsSeen
    case "target", "shortcut": return .compare(.of("user"), .equal, .speaker)
    default: return .always
    }
  }

  /// What is shared with or registered by the partner whose user speaks.
  private static func forPartner(_ kind: KindID) -> Predicate {
    let isShared = Predicate.via("partner", .exists("users", .compare(.of("id"), .equal, .speaker)))
    switch kind {
    case "deal", "lead", "quote": return isShared
    case "account": return .exists("deals", isShared)
    case "stage", "article", "product": return .always
    case "partner": return .exists("users", .compare(.of("id"), .equal, .speaker))
    case "user": return .compare(.of("id"), .equal, .speaker)
    case "activity": return isMine
    default: return nothing
    }
  }
}
