import CRM
import Model
import Testing
import Values

@testable import Exchange

/// A sales history of another system, with its own columns and its warts.
struct SalesHistoryTests {
  static let files = [
    "accounts.csv": """
    account,sector,year_established,revenue,employees,office_location,subsidiary_of
    Betatech,technolgy,1986,647.18,1185,Philipines,Acme Works
    Acme Works,technolgy,1996,1100.04,2822,United States,
    """,
    "products.csv": "product,series,sales_price\nGTX Pro,GTX,4821\n",
    "sales_teams.csv": """
    sales_agent,manager,regional_office
    Anna Snelling,Dustin Brinkmann,Central
    Anna Lin,Dustin Brinkmann,East
    """,
    "sales_pipeline.csv": """
    opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
    1C1I7A6R,Anna Snelling,GTX Pro,Betatech,Won,2016-10-20,2017-03-01,1054
    Z063OYW0,Anna Snelling,GTXPro,Betatech,Lost,2016-10-25,2017-03-11,0
    9ME3374G,Anna Lin,GTXPro,,Engaging,2016-11-01,,
    7GN8Q4LL,Anna Lin,GTX Pro,,Prospecting,,,
    """,
  ]

  @Test func nothingIsDroppedAndTheWartsAreReported() throws {
    let world = try World()
    let report = try world.load(Self.files)
    #expect(report.problems.isEmpty)
    #expect(report["deal"].created == 4)
    #expect(report["product"].created == 2)
    #expect(report["user"].created == 3)
    let notes = Set(report.notes.map(\.description))
    #expect(notes.contains("product \"GTXPro\" is in no list: created as named (2 rows)"))
    #expect(notes.contains("deal records without account: 2"))
    #expect(notes.contains("deal records without engaged_on: 1"))
    #expect(notes.contains("user \"Dustin Brinkmann\" is in no list: created as named (2 rows)"))
    let accounts = try world.rows("accounts.csv")
    #expect(accounts.first?["industry"] == "technolgy")
    #expect(accounts.first?["country"] == "Philipines")
    #expect(accounts.first?["parent"] == "Acme Works")
  }

  @Test func dealsAreCalledByTheirIdentifierAndClosedOnTheirCloseDate() throws {
    let world = try World()
    try world.load(Self.files)
    let deals = try world.rows("deals.csv")
    #expect(deals.map { $0["name"] } == ["1C1I7A6R", "Z063OYW0", "9ME3374G", "7GN8Q4LL"])
    #expect(deals.map { $0["closed_on"] } == ["2017-03-01", "2017-03-11", "", ""])
    #expect(deals.map { $0["amount"] } == ["1054.00", "0.00", "", ""])
    #expect(deals.map { $0["created"] } == ["2016-10-20", "2016-10-25", "2016-11-01", ""])
    #expect(deals.map { $0["owner"] } == ["anna", "anna", "anna.lin", "anna.lin"])
    let kinds = try world.rows("stages.csv").map { "\($0["name"] ?? "") \($0["kind"] ?? "")" }
    #expect(Set(kinds) == ["Won won", "Lost lost", "Engaging open", "Prospecting open"])
    let users = try world.rows("users.csv")
    #expect(users.map { $0["role"] } == ["rep", "rep", "manager"])
    #expect(users.first?["manager"] == "dustin")
  }

  @Test func theStageHistoryIsWrittenFromTheDates() throws {
    let world = try World()
    try world.load(Self.files)
    let history = try world.rows("stage_changes.csv").map {
      [$0["deal"], $0["stage"], $0["entered_on"]].compactMap { $0 }.joined(separator: " ")
    }
    #expect(
      history == [
        "1C1I7A6R Engaging 2016-10-20", "1C1I7A6R Won 2017-03-01", "Z063OYW0 Engaging 2016-10-25",
        "Z063OYW0 Lost 2017-03-11", "9ME3374G Engaging 2016-11-01",
      ])
    let left = Predicate.compare(.path(["days"]), .equal, .constant(.integer(132)))
    #expect(try world.count("stage_change", where: left) == 1)
  }

  @Test func theSecondTimeNothingIsDoubled() throws {
    let world = try World()
    try world.load(Self.files)
    let again = try world.load(Self.files)
    #expect(again.counts.allSatisfy { $0.count.created == 0 && $0.count.updated == 0 })
    #expect(again["deal"].unchanged == 4)
  }
}
