import Model
import Testing
import Values

@testable import CRM

/// The conditions that the policy lays over queries name only what exists, for every role.
struct PolicyVisibilityTests {
  private static func context(_ role: Speaker.Role) -> Context {
    let speaker = Speaker(
      user: role == .guest ? nil : RecordID("user", 1), login: "someone", name: "Some One", role: role, team: "East",
      zone: .utc, language: .english, currency: .usd)
    return Context(speaker: speaker, now: Moment(local: LocalTime(seconds: 0), offset: 0), baseCurrency: .usd)
  }

  @Test(arguments: Speaker.Role.allCases) func theConditionsUseFieldsThatExist(role: Speaker.Role) {
    for kind in CRMSchema.all.kinds {
      var walk = SchemaWalk(schema: CRMSchema.all)
      walk.visit(CompanyPolicy().visible(kind.id, to: Self.context(role)), of: kind.id)
      #expect(walk.faults.isEmpty)
    }
  }

  @Test func aGuestSeesNothingButTheKnowledgeBase() {
    for kind in CRMSchema.all.kinds {
      let expected: Predicate = kind.id == "article" ? .always : .any([])
      #expect(CompanyPolicy().visible(kind.id, to: Self.context(.guest)) == expected)
    }
  }

  @Test(arguments: ["account", "deal", "order", "payment", "ticket", "quote", "contract", "product"])
  func theCompanyReadsCustomersAndSales(kind: String) {
    for role in [Speaker.Role.rep, .manager, .support, .marketing, .admin] {
      #expect(CompanyPolicy().visible(KindID(kind), to: Self.context(role)) == .always)
    }
  }

  @Test func leadsAreLimitedForRepsAndNotForMarketing() {
    #expect(CompanyPolicy().visible("lead", to: Self.context(.rep)) != .always)
    #expect(CompanyPolicy().visible("lead", to: Self.context(.marketing)) == .always)
    #expect(CompanyPolicy().visible("lead", to: Self.context(.manager)) == .always)
  }
}
