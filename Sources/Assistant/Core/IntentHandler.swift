import Model

/// Carries out one or more intents. Adding an intent is its YAML file and one of these.
protocol IntentHandler: Sendable {
  /// The intents it carries out, by id.
  static var intents: [String] { get }
  init()
  func run(_ call: Call) throws -> Outcome
  /// The slots as `understood` shows them, where the same meaning can be told by different ones; nil for as they are.
  func normalForm(_ call: Call) -> [JSON.Member]?
}

extension IntentHandler {
  func normalForm(_ call: Call) -> [JSON.Member]? { nil }
}

/// Every handler, by intent.
enum Handlers {
  static let all: [any IntentHandler.Type] = [
    HelpIntent.self, HelpTopicIntent.self, WhoAmIIntent.self, CancelIntent.self, SetFieldIntent.self,
    ClearFieldIntent.self, DeleteIntent.self, AssignIntent.self, TagIntent.self, NoteIntent.self, RenameIntent.self,
    CreateIntent.self, HistoryIntent.self, LastContactIntent.self, MoveDealIntent.self, AdvanceDealIntent.self,
    WinDealIntent.self, LoseDealIntent.self, ReopenDealIntent.self, DealAmountIntent.self, DealDateIntent.self,
    DealCategoryIntent.self, PipelineIntent.self, LogInteractionIntent.self, AddFollowUpIntent.self,
    CompleteFollowUpIntent.self, SnoozeFollowUpIntent.self, AddMeetingIntent.self, MoveMeetingIntent.self,
    TeachIntent.self, TaughtIntent.self, ForgetIntent.self, SearchIntent.self, MissesIntent.self,
    AddUserIntent.self, UserRoleIntent.self, HandoverIntent.self, SetTargetIntent.self, ImportIntent.self,
    QualityIntent.self, SetUpIntent.self, AsOfIntent.self,
    // Customers
    ViewIntent.self, ContactsAtIntent.self, PersonIntent.self, CardIntent.self, SaveCardIntent.self,
    SubsidiariesIntent.self, AddFieldIntent.self,
    DuplicatesIntent.self, MergeIntent.self, ParentAccountIntent.self, GradeAccountIntent.self,
    ReleaseAccountIntent.self, ClaimAccountIntent.self, WhoWorksIntent.self, DealRoleIntent.self,
    DealRolesIntent.self, MoveContactIntent.self, ReferralIntent.self, ReferralsIntent.self, AttachFileIntent.self,
    SaveFileIntent.self, MarketNoteIntent.self, DecideMarketNoteIntent.self,
    // Deals and activities
    ShowDealProductsIntent.self, DealProductIntent.self, DealProductRemovalIntent.self, DealTeamIntent.self,
    ShowDealTeamIntent.self,
    DealSplitIntent.self, DealCompetitorIntent.self, StageHistoryIntent.self, RepeatedFollowUpIntent.self,
    CallFollowUpIntent.self,
    StartCallIntent.self, AskColleagueIntent.self, DeclineIntent.self, AskedOfOthersIntent.self, TellIntent.self,
    CalendarIntent.self, AgendaIntent.self, GreetIntent.self, LanguageIntent.self, ExportIntent.self,
  ]

  static let byIntent: [String: any IntentHandler] = all.reduce(into: [:]) { table, type in
    for id in type.intents { table[id] = type.init() }
  }
}
