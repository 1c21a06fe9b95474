import CRM
import Model
import Testing
import Values

/// Who may do what, tried on a store.
struct PolicyTests {
  private func rule(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let RuleRefusal.notAllowed(_, _, _, who, rule) {
      return "\(rule): \(who)"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("dana", "Acme", nil), ("sam", "Acme", "reps_change_their_own: dana, priya"), ("priya", "Acme", nil),
    ("chen", "Acme", "managers_change_their_people: dana, priya"), ("alex", "Acme", nil), ("sam", "Zenith", nil),
    ("theo", "Acme", "reps_change_their_own: dana, mei, sam"),
    ("lena", "Acme", "reps_change_their_own: dana, mei, sam"),
  ])
  func anAccountIsChangedByItsOwnerAndThoseAbove(login: String, account: String, refusal: String?) throws {
    let office = try Office()
    #expect(rule { try office.update(login, office.id(account), ["city": .text("Boston")]) } == refusal)
    #expect(
      rule { _ = try office.write(login) { try $0.delete(office.id(account)) } }
        == (account == "Zenith" ? "managers_only: chen, priya" : refusal))
  }

  @Test func aRepWorksWithTheirOwnCustomersOnly() throws {
    let office = try Office()
    let atHooli: [FieldID: Value] = ["name": .text("Campus robots"), "account": .record(try office.id("Hooli"))]
    #expect(rule { try office.create("dana", "deal", atHooli) } == "reps_work_with_their_own_customers: sam, priya")
    #expect(rule { try office.create("sam", "deal", atHooli) } == nil)
    #expect(rule { try office.create("priya", "deal", atHooli) } == nil)
  }

  @Test func aNoteMayBeLeftOnAnyCustomer() throws {
    let office = try Office()
    #expect(
      rule {
        try office.create(
          "dana", "activity",
          ["type": .text("note"), "subject": .text("Asked about us"), "regarding": .record(office.id("Hooli"))])
      } == nil)
  }

  @Test(arguments: ["user", "stage", "product", "setting"])
  func whatEverybodyDependsOnIsTheAdmins(kind: String) throws {
    let office = try Office()
    let values: [FieldID: Value] =
      switch kind {
      case "user": ["login": .text("kim"), "name": .text("Kim Park"), "role": .text("rep")]
      case "stage": ["name": .text("review"), "position": .integer(9), "kind": .text("open")]
      case "setting": ["key": .text("company"), "value": .text("Northwind")]
      default: ["name": .text("Sensor Kit Mini")]
      }
    #expect(rule { try office.create("priya", KindID(kind), values) } == "admins_only: alex")
    #expect(rule { try office.create("alex", KindID(kind), values) } == nil)
  }

  @Test func rolesAreGivenByAnAdmin() throws {
    let office = try Office()
    #expect(rule { try office.update("priya", office.id("sam"), ["role": .text("manager")]) } == "admins_only: alex")
    #expect(rule { try office.update("sam", office.id("sam"), ["locale": .text("zh")]) } == nil)
    #expect(rule { try office.update("sam", office.id("sam"), ["role": .text("admin")]) } == "admins_only: alex")
  }

  @Test func aRepSeesTheirLeadsAndThePool() throws {
    let office = try Office()
    let own = try office.create("dana", "lead", ["name": .text("Own")])
    let other = try office.create("sam", "lead", ["name": .text("Other")])
    let pool = try office.create("lena", "lead", ["name": .text("Pool")])
    #expect(try office.record(own, as: "dana") != nil)
    #expect(try office.record(pool, as: "dana") != nil)
    #expect(try office.record(other, as: "dana") == nil)
    #expect(try office.count("lead", as: "priya") == 3)
    #expect(try office.count("lead", as: "lena") == 3)
    #expect(try office.count("lead", as: "theo") == 1)
  }

  @Test func aLeadIsClaimedForOneselfAndAssignedByManagers() throws {
    let office = try Office()
    let pool = try office.create("lena", "lead", ["name": .text("Pool")])
    let (sam, mei) = (Value.record(try office.id("sam")), Value.record(try office.id("mei")))
    #expect(rule { try office.update("dana", pool, ["owner": sam]) } == "managers_only: chen, priya")
    #expect(rule { try office.update("priya", pool, ["owner": mei]) } == "managers_change_their_people: mei, chen")
    #expect(rule { try office.update("priya", pool, ["owner": sam]) } == nil)
    let second = try office.create("lena", "lead", ["name": .text("Second")])
    #expect(rule { try office.update("dana", second, ["owner": .record(office.id("dana"))]) } == nil)
  }

  @Test func plansAreTheirOwnersAndWhatIsDoneIsEverybodys() throws {
    let office = try Office()
    let plan = try office.create(
      "sam", "activity", ["type": .text("follow-up"), "subject": .text("Call"), "due": .day(Day(number: 20_781))])
    let done = try office.create("sam", "activity", ["type": .text("call"), "subject": .text("Called")])
    #expect(try office.record(plan, as: "dana") == nil)
    #expect(try office.record(done, as: "dana") != nil)
    #expect(try office.record(plan, as: "priya") != nil)
    #expect(rule { try office.update("priya", plan, ["done_at": .moment(office.now)]) } == nil)
  }

  @Test func supportWorksTicketsAndNobodyElsesAccounts() throws {
    let office = try Office()
    let ticket = try office.create(
      "dana", "ticket", ["subject": .text("Login fails"), "account": .record(office.id("Acme"))])
    #expect(rule { try office.update("theo", ticket, ["priority": .text("high")]) } == nil)
    #expect(rule { try office.update("dana", ticket, ["priority": .text("low")]) } == "support_works_tickets: theo")
    #expect(
      rule { try office.create("dana", "ticket", ["subject": .text("X"), "account": .record(office.id("Hooli"))]) }
        == "reps_work_with_their_own_customers: sam, priya")
  }

  @Test func marketingRunsCampaigns() throws {
    let office = try Office()
    let values: [FieldID: Value] = ["name": .text("Spring Launch"), "channel": .text("email")]
    #expect(rule { try office.create("dana", "campaign", values) } == "marketing_works_campaigns: lena")
    let campaign = try office.create("lena", "campaign", values)
    #expect(try office.record(campaign)?["owner"] == .record(office.id("lena")))
    #expect(try office.record(campaign)?["status"] == .text("planned"))
  }

  @Test func anAccountIsGivenAwayByItsOwner() throws {
    let office = try Office()
    #expect(rule { try office.update("dana", office.id("Acme"), ["owner": .record(office.id("sam"))]) } == nil)
    #expect(
      rule { try office.update("dana", office.id("Zenith"), ["owner": .record(office.id("sam"))]) }
        == "managers_only: chen, priya")
  }
}
