import Model

/// Something that two records of the same person or company would share: a name without its legal form, a phone number
/// in its national form, the domain of a website or mail address, a mail address.
public struct DuplicateKey: Sendable, Hashable {
  public enum Sort: String, Sendable, CaseIterable {
    case name, phone, domain, mail
    /// A person's name at one account: colleagues elsewhere may share the name alone.
    case person
  }

  public let sort: Sort
  public let value: String

  public init(_ sort: Sort, _ value: String) {
    self.sort = sort
    self.value = value
  }
}

/// Two records that may be one, and why.
public struct LikelyPair: Sendable, Hashable {
  public let first: RecordID
  public let second: RecordID
  public let reasons: [DuplicateKey.Sort]

  public init(_ first: RecordID, _ second: RecordID, reasons: [DuplicateKey.Sort]) {
    self.first = first
    self.second = second
    self.reasons = reasons
  }
}

/// The keys of records by kind. Stored beside the index of names, so that a double is found by one look-up a key,
/// however many records there are.
public enum DuplicateKeys {
  public static let kinds: Set<KindID> = ["account", "contact", "lead"]

  /// The keys of a record with these values; none for kinds whose records are never doubled.
  public static func of(_ kind: KindID, _ values: [FieldID: Value]) -> [DuplicateKey] {
    switch kind {
    case "account": distinct(account(values))
    case "contact": distinct(contact(values))
    case "lead": distinct(lead(values))
    default: []
    }
  }

  private static func account(_ values: [FieldID: Value]) -> [DuplicateKey] {
    var keys = [key(.name, text(values["name"]).map(CompanyName.key)), phone(values["phone"])]
    keys.append(key(.domain, text(values["website"]).flatMap(Domain.ofWebsite)))
    if let mail = text(values["email"]) {
      keys.append(Domain.ofMail(mail).map { DuplicateKey(.domain, $0) } ?? key(.mail, NameKey.fold(mail)))
    }
    return keys.compactMap(\.self)
  }

  private static func contact(_ values: [FieldID: Value]) -> [DuplicateKey] {
    var keys = [phone(values["phone"]), phone(values["mobile"]), key(.mail, text(values["email"]).map(NameKey.fold))]
    if let name = text(values["name"]).map(person) {
      keys.append(key(.name, name))
      if case .record(let account)? = values["account"] { keys.append(key(.person, "\(name)@\(account.key)")) }
    }
    return keys.compactMap(\.self)
  }

  private static func lead(_ values: [FieldID: Value]) -> [DuplicateKey] {
    var keys = [phone(values["phone"]), key(.mail, text(values["email"]).map(NameKey.fold))]
    if let name = text(values["name"]).map(person), let company = text(values["company"]).map(CompanyName.key) {
      keys.append(key(.person, "\(name)@\(company)"))
    }
    return keys.compactMap(\.self)
  }

  /// Letters and digits alone: "O'Brien" and "OBrien" are one.
  private static func person(_ name: String) -> String { NameKey.tokens(name).map(\.text).joined() }

  private static func phone(_ value: Value?) -> DuplicateKey? {
    text(value).flatMap(NationalNumber.of).map { DuplicateKey(.phone, $0) }
  }

  private static func text(_ value: Value?) -> String? {
    if case .text(let text)? = value { text } else { nil }
  }

  private static func key(_ sort: DuplicateKey.Sort, _ value: String?) -> DuplicateKey? {
    guard let value, !value.isEmpty else { return nil }
    return DuplicateKey(sort, value)
  }

  private static func distinct(_ keys: [DuplicateKey]) -> [DuplicateKey] {
    var seen: Set<DuplicateKey> = []
    return keys.filter { seen.insert($0).inserted }
  }
}
