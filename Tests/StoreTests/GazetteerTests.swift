import CRM
import Model
import Testing
import Values

@testable import Store

private func office(limits: Bool = false) throws -> Office {
  let office = try Office(limits: limits)
  for name in ["Globex Inc", "Acme Corporation", "晨星科技", "Acme"] {
    try office.add("account", name, ["region": .text(name == "晨星科技" ? "上海" : "New York")])
  }
  try office.add("contact", "Jane Doe", ["account": office.ref("Acme Corporation")])
  try office.add("contact", "Jane Donovan", ["account": office.ref("Globex Inc")])
  try office.add("deal", "Initech pilot")
  try office.add("deal", "晨星ERP升级")
  try office.add("lead", "Marcus Møller", ["owner": office.ref("dana"), "source": .text("trade show")])
  try office.add("lead", "Marcus Grey", ["owner": office.ref("sam"), "source": .text("referral")])
  return office
}

/// `text=kind:exact or part:names` of every span, in order.
private func found(_ sentence: String, _ office: Office, by context: Context? = nil) throws -> [String] {
  let tokens = NameKey.tokens(sentence)
  return try office.store.read(context ?? office.dana) { reader in
    try reader.spans(in: tokens).map { span in
      let text = tokens[span.range].map(\.text).joined(separator: " ")
      switch span.target {
      case .records(let kind, let count, let few):
        return "\(text)=\(kind):\(span.isExact ? "exact" : "part"):\(count):\(few.map(\.name).joined(separator: ","))"
      case .category(let kind, let field, let stored): return "\(text)=\(kind).\(field):\(stored)"
      }
    }
  }
}

@Test func wholeNamesAndWholeWordsOfThemAreFound() throws {
  let office = try office()
  #expect(
    try found("show globex inc", office) == [
      "globex inc=account:exact:1:Globex Inc", "globex=account:part:1:Globex Inc", "inc=account:part:1:Globex Inc",
    ])
  #expect(try found("the Initech pilot", office).first == "initech pilot=deal:exact:1:Initech pilot")
  #expect(try found("glob janet corporations", office) == [])
  #expect(
    try found("acme", office) == ["acme=account:exact:1:Acme", "acme=account:part:1:Acme Corporation"])
}

@Test func severalOfOneNameCarryWhatTellsThemApart() throws {
  let office = try office()
  let spans = try office.store.read(office.dana) { try $0.spans(in: NameKey.tokens("call jane")) }
  guard case .records("contact", 2, let few)? = spans.first?.target else {
    Issue.record("no contacts: \(spans)")
    return
  }
  #expect(few.map(\.hint) == ["Acme Corporation", "Globex Inc"])
}

@Test func chineseNamesAreFoundByTheirBeginningAndFromEveryBoundary() throws {
  let office = try office()
  #expect(try found("看一下晨星的商机", office) == ["晨 星=account:part:1:晨星科技", "晨 星=deal:part:1:晨星ERP升级"])
  #expect(try found("晨星科技", office).first == "晨 星 科 技=account:exact:1:晨星科技")
  #expect(try found("科技", office) == [])
  #expect(try found("升级", office) == ["升 级=deal:part:1:晨星ERP升级"])
  #expect(try found("晨星 erp 升级", office).first == "晨 星 erp 升 级=deal:exact:1:晨星ERP升级")
}

@Test func usersAreFoundByFirstNameAndLoginAndCategoriesByTheirValues() throws {
  let office = try office()
  #expect(try found("dana", office).contains("dana=user:exact:1:Dana Whitfield"))
  #expect(try found("ask ortiz", office) == ["ortiz=user:part:1:Sam Ortiz"])
  #expect(try found("leads from the Trade Show", office) == ["trade show=lead.source:trade show"])
  #expect(try found("上海", office) == ["上 海=account.region:上海"])
}

@Test func whatTheSpeakerMayNotSeeIsNoName() throws {
  let office = try office(limits: true)
  #expect(try found("marcus", office) == ["marcus=lead:part:1:Marcus Møller"])
  #expect(try found("marcus", office, by: office.boss).first?.hasPrefix("marcus=lead:part:2") == true)
  #expect(try found("referral", office) == [])
  #expect(try found("referral", office, by: office.sam) == ["referral=lead.source:referral"])
}

@Test func theIndexFollowsEveryChangeAndItsUndo() throws {
  let office = try office()
  try office.update("Globex Inc", ["name": .text("Umbrella")])
  #expect(try found("globex", office) == [])
  _ = try office.undo()
  #expect(try found("globex", office) == ["globex=account:part:1:Globex Inc"])
  try office.delete("Globex Inc")
  #expect(try found("globex", office) == [])
  _ = try office.undo()
  #expect(try found("globex", office) == ["globex=account:part:1:Globex Inc"])
}

@Test func namesWithOneOrTwoSlipsAreOfferedNearestFirst() throws {
  let office = try office()
  func nearest(_ text: String, _ kinds: [KindID] = []) throws -> [String] {
    try office.store.read(office.dana) { try $0.nearest(to: text, kinds: kinds, limit: 3).map(\.name) }
  }
  #expect(try nearest("Golbex").first == "Globex Inc")
  #expect(try nearest("Initch pilot").first == "Initech pilot")
  #expect(try nearest("jnae doe", ["contact"]).first == "Jane Doe")
  #expect(try nearest("marcus moler").first == "Marcus Møller")
  #expect(try nearest("晨星科枝").first == "晨星科技")
  #expect(try nearest("zzzzzz") == [])
}

@Test func aCodeIsReadInAnyCaseWithOrWithoutHyphen() throws {
  let office = try office()
  let id = try office.id("Initech pilot")
  for code in ["D-\(id.key)", "d\(id.key)", "d-\(id.key)"] {
    #expect(try office.store.read(office.dana) { try $0.record(code: code) } == id)
  }
  #expect(try office.store.read(office.dana) { try $0.record(code: "d-999") } == nil)
  let named = try office.store.read(office.dana) { try $0.records(named: NameKey.key("jane  DOE"), kind: "contact") }
  #expect(named.map(\.name) == ["Jane Doe"])
}
