import CRM
import Model
import Testing
import Values

@testable import Store

/// What an expression comes to on one deal.
private func value(_ expression: Expression, _ office: Office, _ kind: KindID = "deal") throws -> Value? {
  try office.table(Query(kind, groups: [expression], measures: [])).rows.first?.first ?? nil
}

private func office() throws -> Office {
  let office = try Office()
  try office.add(
    "deal", "a",
    [
      "amount": Office.usd(999), "probability": .decimal(12.5), "weight": .decimal(0.1),
      "created": Office.day("2026-10-31"), "close_date": Office.day("2027-03-01"),
    ])
  return office
}

@Test func amountsAreRoundedOnceHalfUpAndExactly() throws {
  let office = try office()
  #expect(try value(.product(path("amount"), .constant(.decimal(0.5))), office) == Office.usd(500))
  #expect(try value(.product(path("amount"), .constant(.decimal(-0.5))), office) == Office.usd(-500))
  let share = Expression.quotient(.product(path("amount"), path("probability")), .constant(.integer(100)))
  #expect(try value(share, office) == Office.usd(125))
  #expect(try value(.quotient(path("amount"), .constant(.integer(2))), office) == Office.usd(500))
  #expect(try value(.quotient(path("amount"), .constant(.integer(0))), office) == nil)
  #expect(try value(.sum(path("amount"), .constant(.integer(1))), office) == Office.usd(1_099))
  #expect(try value(.quotient(path("amount"), path("amount")), office) == .decimal(1))
  #expect(Rounding.scale(100_500, by: 1.005, over: 1) == 101_003)
  #expect(Rounding.scale(15, by: 0.1, over: 10) == 0)
  #expect(Rounding.scale(-5, by: 1, over: 10) == -1)
  #expect(Rounding.scale(9_007_199_254_740_993, by: 1, over: 1) == 9_007_199_254_740_993)
}

@Test func daysCountWholeDaysAcrossMonthsYearsAndClockChanges() throws {
  let office = try office()
  #expect(try value(.days(from: path("created"), to: path("close_date")), office) == .integer(121))
  #expect(try value(.days(from: path("close_date"), to: .today), office) == .integer(-98))
  #expect(try value(.sum(path("created"), .constant(.integer(1))), office) == (try Office.day("2026-11-01")))
  #expect(try value(.difference(path("close_date"), path("created")), office) == .integer(121))
  try office.add(
    "activity", "night",
    [
      "due": .moment(try Office.moment("2026-11-22T23:59:00-05:00")),
      "done_at": .moment(try Office.moment("2026-11-23T06:29:00+00:00")),
    ])
  #expect(try value(.days(from: path("due"), to: .today), office, "activity") == .integer(1))
  #expect(try value(.hours(from: path("due"), to: path("done_at")), office, "activity") == .decimal(1.5))
}

@Test func identifiersAreOfVersionSevenAndSortByTime() {
  let ids = ExchangeIDs { Array(repeating: 0xFF, count: $0) }
  #expect(ids.next(milliseconds: 0x0192_0000_0001) == "01920000-0001-7fff-bfff-ffffffffffff")
  #expect(ids.next(milliseconds: 1) < ids.next(milliseconds: 2))
}
