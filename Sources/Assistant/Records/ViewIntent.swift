import CRM
import Conversation
import Language
import Model

/// One record all around.
struct ViewIntent: IntentHandler {
  static let intents = ["record.view"]

  func run(_ call: Call) throws -> Outcome {
    try RecordView(turn: call.turn, reader: call.reader).show(call.record("record"))
  }
}

/// The people at a company, as a list that can be gone on with.
struct ContactsAtIntent: IntentHandler {
  static let intents = ["account.contacts"]

  func run(_ call: Call) throws -> Outcome {
    let account = try call.record("account")
    return try Listing(turn: call.turn, reader: call.reader).list(ContactsAtIntent.query(account.id), offset: 0)
  }

  static func query(_ account: RecordID) -> Query {
    Query("contact", where: .via("account", .oneOf(.path(["id"]), [.record(account)])))
  }
}

/// The companies that belong to another, as a list that can be gone on with.
struct SubsidiariesIntent: IntentHandler {
  static let intents = ["account.subsidiaries"]

  func run(_ call: Call) throws -> Outcome {
    let account = try call.record("account")
    return try Listing(turn: call.turn, reader: call.reader).list(SubsidiariesIntent.query(account.id), offset: 0)
  }

  static func query(_ account: RecordID) -> Query {
    Query("account", where: .via("parent", .oneOf(.path(["id"]), [.record(account)])))
  }
}
