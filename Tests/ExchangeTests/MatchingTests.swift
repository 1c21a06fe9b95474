import CRM
import Model
import Testing

@testable import Exchange

/// Kinds are known by the names of files and columns.
struct MatchingTests {
  private func match(_ file: String, _ header: String, map: [String: String] = [:]) -> Matching? {
    Matching(
      file: file, headers: header.split(separator: ",").map(String.init), schema: CRMSchema.all, map: map)
  }

  @Test(arguments: [
    ("new_contacts.csv", "Full name,Company,Job title,E-mail,Phone", "contact", "name account title email phone"),
    ("联系人.csv", "姓名,公司,职务,邮箱,电话", "contact", "name account title email phone"),
    ("x.csv", "姓名,公司,职务,邮箱,电话", "contact", "name account title email phone"),
    (
      "accounts.csv", "account,sector,year_established,revenue,employees,office_location,subsidiary_of", "account",
      "name industry year_established annual_revenue employees country parent"
    ),
    ("products.csv", "product,series,sales_price", "product", "name series price"),
    ("sales_teams.csv", "sales_agent,manager,regional_office", "user", "name manager team"),
    (
      "sales_pipeline.csv",
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value", "deal",
      "external_id owner product account stage engaged_on close_date amount"
    ),
    ("客户.csv", "客户名称,行业,城市,负责人", "account", "name industry city owner"),
  ])
  func foreignFilesAreRecognised(file: String, header: String, kind: String, fields: String) throws {
    let matching = try #require(match(file, header))
    #expect(matching.layout.kind.id.rawValue == kind)
    let names = matching.columns.map { source in
      if case .field(let id)? = source { id.rawValue } else { "-" }
    }
    #expect(names.joined(separator: " ") == fields)
  }

  @Test func ourOwnFilesAreRecognisedByTheirColumnsAlone() throws {
    for kind in CRMSchema.all.kinds
    where !["quote_line", "order_line", "setting", "article"].contains(kind.id.rawValue) {
      let header = Layout(kind, in: CRMSchema.all).columns.filter(\.isBase).map(\.header)
      let matching = try #require(
        Matching(file: "x.csv", headers: header, schema: CRMSchema.all, map: [:]), "\(kind.id)")
      #expect(matching.layout.kind.id == kind.id)
      #expect(!matching.columns.contains(nil), "\(kind.id)")
    }
  }

  @Test(arguments: [
    ("bank.csv", "date,payer,reference,amount,currency"), ("mentions.csv", "at,channel,author,text"),
    ("visits.csv", "at,email,page,kind"), ("x.csv", "foo,bar"),
  ])
  func otherFilesAreNot(file: String, header: String) { #expect(match(file, header) == nil) }

  @Test func aMapSaysOtherwise() throws {
    let matching = try #require(
      match("accounts.csv", "name,Sector 2,revenue", map: ["Sector 2": "industry", "accounts.csv:revenue": ""]))
    #expect(matching.columns == [.field("name"), .field("industry"), nil])
  }

  @Test func theUsualColumnsAreThoseOfTheDemoCompany() {
    func header(_ kind: KindID) -> String {
      CRMSchema.all[kind].map { Layout($0, in: CRMSchema.all).columns.filter(\.isBase).map(\.header) }?
        .joined(separator: ",") ?? ""
    }
    #expect(header("order") == "number,account,ordered_on,sku,quantity,unit_price,currency,status,exchange_id")
    #expect(header("target") == "login,period,amount,currency,exchange_id")
    #expect(header("campaign_member") == "campaign,member_type,member,status,exchange_id")
    #expect(
      header("activity") == "type,subject,regarding_type,regarding,owner,due,until,done_at,notes,exchange_id")
    #expect(
      header("quote")
        == "number,deal,version,issued,valid_until,status,sku,quantity,unit_price,discount_percent,exchange_id")
  }
}
