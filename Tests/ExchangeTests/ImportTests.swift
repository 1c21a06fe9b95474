import CRM
import Model
import Testing
import Values

@testable import Exchange

struct ImportTests {
  static let company = [
    "users.csv": """
    login,name,role,team,manager,email,timezone,locale,currency
    dana,Dana Whitfield,rep,East,priya,dana@northwind.example,America/New_York,en,USD
    mei,林梅,rep,China,priya,mei@northwind.example,Asia/Shanghai,zh,CNY
    priya,Priya Nair,manager,East,,priya@northwind.example,America/New_York,en,USD
    """,
    "stages.csv": """
    position,name,name_zh,probability,kind
    1,discovery,需求确认,25,open
    2,won,赢单,100,won
    """,
    "accounts.csv": """
    name,industry,status,phone,city,owner,created,tags
    Acme Corporation,Manufacturing,customer,+1 212 555 0101,New York,dana,2024-06-06,vip
    Stark Freight,Logistics,prospect,,Chicago,dana,2025-01-01,
    晨星科技,软件,customer,021-55500100,上海,mei,2024-01-01,
    """,
    "contacts.csv": """
    name,account,title,email,phone,owner,opted_out,created
    Jane Doe,Acme Corporation,CTO,jane.doe@acme.example,+1 212 555 0134,dana,no,2024-09-14
    王芳,晨星科技,采购总监,wangfang@chenxing.example,021-55500102,mei,no,2025-02-02
    """,
    "deals.csv": """
    name,account,amount,currency,stage,owner,created,close_date
    Acme rollout,Acme Corporation,64000.00,USD,discovery,dana,2026-10-06,2026-12-15
    晨星 ERP 升级,晨星科技,360000.00,CNY,需求确认,mei,2026-10-01,2026-12-21
    """,
    "stage_changes.csv": "deal,stage,entered_on\nAcme rollout,discovery,2026-10-06\n",
    "activities.csv": """
    type,subject,regarding_type,regarding,owner,due,until,done_at,notes
    follow-up,Call Jane Doe,contact,Jane Doe,dana,2026-11-20T15:00,,,
    meeting,蓝海合同谈判,deal,晨星 ERP 升级,mei,2026-11-24T10:00,2026-11-24T11:00,,
    """,
  ]

  @Test func filesComeInAnyOrderAndReferToEachOther() throws {
    let world = try World()
    let report = try world.load(Self.company)
    #expect(report.problems.isEmpty)
    #expect(report["user"].created == 3)
    #expect(report["activity"].created == 2)
    let users = try world.rows("users.csv")
    #expect(users.first { $0["login"] == "dana" }?["manager"] == "priya")
  }

  @Test func theSecondTimeNothingIsDoubled() throws {
    let world = try World()
    try world.load(Self.company)
    let again = try world.load(Self.company)
    #expect(again.problems.isEmpty)
    #expect(again.counts.allSatisfy { $0.count.created == 0 && $0.count.updated == 0 })
    let changed = try world.load(["accounts.csv": "name,city\nacme corporation,Boston\n"])
    #expect(changed["account"] == .init(created: 0, updated: 1, unchanged: 0))
    #expect(try world.rows("accounts.csv").first?["city"] == "Boston")
    #expect(try world.rows("accounts.csv").first?["phone"] == "+1 212 555 0101")
  }

  @Test func anActivityIsOnItsAccountAndInItsOwnersZone() throws {
    let world = try World()
    try world.load(Self.company)
    let dated = Predicate.compare(
      .path(["account", "name"]), .equal, .constant(.text("晨星科技")))
    let records = try world.store.read(world.context) {
      try $0.page(Query("activity", where: dated), offset: 0, size: 9, fields: ["due", "deal"]).records
    }
    guard case .moment(let due)? = records.first?["due"] else { return #expect(Bool(false), "no meeting") }
    #expect(due.description == "2026-11-24T10:00:00+08:00")
  }

  @Test func foreignContactsAreTakenOverAndBadRowsNamedByLine() throws {
    let world = try World()
    try world.load(Self.company)
    let report = try world.load([
      "new_contacts.csv": """
      Full name;Company;Job title;E-mail;Phone
      Paula Weber;Stark Freight;Dispatcher;paula.weber@starkfreight.example;+1 312 555 0190
      Jane Doe;Acme Corporation;CTO;jane.doe@acme.example;+1 212 555 0134
      Igor Lang;Tyrell Labs;Buyer;not-an-address;+1 213 555 0168
      """,
      "联系人.csv": "姓名,公司,职务,邮箱,电话\n陈晨,晨星科技,财务总监,chenchen@chenxing.example,13805550188\n李强,晨星科技,采购,没有邮箱,139\n",
    ])
    #expect(report["contact"] == .init(created: 2, updated: 0, unchanged: 1))
    #expect(
      report.problems.map(\.description) == [
        "new_contacts.csv:4: email: \"not-an-address\" is not valid (email)",
        "联系人.csv:3: email: \"没有邮箱\" is not valid (email)",
      ])
  }

  @Test func allOrNothingWritesNothingForOneBadRow() throws {
    let world = try World()
    let bad = ["accounts.csv": "name,employees\nGood,12\nBad,many\n"]
    let report = try world.load(bad, .init(isAllOrNothing: true))
    #expect(report.problems.map(\.line) == [3])
    #expect(try world.count("account") == 0)
    try world.load(bad)
    #expect(try world.count("account") == 1)
  }

  @Test func aPreviewSaysAllAndWritesNothing() throws {
    let world = try World()
    let report = try world.load(Self.company, .init(isPreview: true))
    #expect(report["account"].created == 3)
    #expect(try world.count("account") == 0)
  }

  @Test func twoThatFitAreReportedAndNotGuessed() throws {
    let world = try World()
    try world.load(["accounts.csv": "name,city\nAcme,Boston\nAcme,Denver\n"])
    #expect(try world.count("account") == 2)
    let report = try world.load([
      "accounts.csv": "name,phone\nAcme,212 555 0100\n",
      "contacts.csv": "name,account\nJane,Acme\n",
    ])
    #expect(
      report.problems.map(\.reason) == [
        .ambiguous("account", "Acme", count: 2), .ambiguous("account", "Acme", count: 2),
      ])
    #expect(try world.count("contact") == 0)
  }

  @Test func theSameRowTwiceIsReported() throws {
    let world = try World()
    let report = try world.load(["leads.csv": "name,company\nNed,Leftorium\nAbe,\nNed,Leftorium\n"])
    #expect(report.problems.map(\.reason) == [.repeated(line: 2)])
    #expect(try world.count("lead") == 2)
  }

  @Test func whatIsNotKnownIsSaid() throws {
    let world = try World()
    let report = try world.load([
      "bank.csv": "date,payer,reference,amount,currency\n2026-11-20,ACME,INV,1,USD\n",
      "accounts.csv": "name,shoe size\nAcme,44\nGlobex,\n",
      "deals.csv": "name,account,stage,owner,primary_contact\nOne,Acme,discovery,,Nobody\n",
    ])
    #expect(report.problems.map(\.description).contains { $0.hasPrefix("bank.csv:1: these columns fit no kind") })
    #expect(report.problems.map(\.reason).contains(.noSuch("contact", "Nobody")))
    #expect(
      report.notes.contains {
        $0.reason == .ignoredColumn(file: "accounts.csv", column: "shoe size") && $0.rows == 1
      })
  }

  @Test func aRepImportsNoUsersAndChangesNoOthersCustomers() throws {
    let world = try World()
    try world.load(Self.company)
    let dana = try world.speaking(as: "dana")
    let report = try dana.load([
      "users.csv": "login,name,role\ndana,Dana Whitfield,admin\n",
      "accounts.csv": "name,city\n晨星科技,北京\nStark Freight,Austin\n",
    ])
    #expect(report["user"].total == 0)
    #expect(report["account"] == .init(created: 0, updated: 1, unchanged: 0))
    #expect(report.problems.count == 2)
    #expect(try world.rows("users.csv").first { $0["login"] == "dana" }?["role"] == "rep")
  }

  @Test func chineseFilesOfOldProgramsAreRead() throws {
    let world = try World()
    let gb: [UInt8] = [
      0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB9, 0xAB, 0xCB, 0xBE, 0x0D, 0x0A, 0xCD, 0xF5, 0xB7, 0xBC, 0x2C, 0xB3, 0xBF, 0xD0,
      0xC7,
    ]
    let report = try world.load([ImportFile(name: "x.csv", bytes: gb)])
    #expect(report.problems.isEmpty)
    #expect(try world.rows("contacts.csv").first?["name"] == "王芳")
    #expect(try world.rows("contacts.csv").first?["account"] == "晨星")
  }
}
