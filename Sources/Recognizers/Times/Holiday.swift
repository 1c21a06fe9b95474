import Values

/// A feast or sales day that people name instead of its date.
public enum Holiday: String, Codable, Hashable, Sendable, CaseIterable {
  case newYear, newYearsEve, valentine, easter, goodFriday, laborDay, mayDay, memorialDay, independenceDay
  case halloween, thanksgiving, blackFriday, cyberMonday, christmasEve, christmas
  case springFestival, springFestivalEve, lanternFestival, tombSweeping, dragonBoat, qixi, midAutumn, nationalDay
  case earthDay, saintPatrick, juneteenth, mothersDay, fathersDay, martinLutherKing, boxingDay, teachersDay
  case singlesDay, doubleTwelve, june18, womensDay, childrensDay, columbusDay, presidentsDay, veteransDay
  case ghostFestival, doubleNinth, laba, littleNewYear, winterSolstice, youthDay, armyDay, electionDay, groundhogDay

  /// The day it falls on; nil where the table of the lunar calendar does not reach.
  func day(in year: Int) -> Day? {
    switch self {
    case .newYear: Day(year: year, month: 1, day: 1)
    case .newYearsEve: Day(year: year, month: 12, day: 31)
    case .valentine: Day(year: year, month: 2, day: 14)
    case .womensDay: Day(year: year, month: 3, day: 8)
    case .childrensDay: Day(year: year, month: 6, day: 1)
    case .mayDay: Day(year: year, month: 5, day: 1)
    case .june18: Day(year: year, month: 6, day: 18)
    case .independenceDay: Day(year: year, month: 7, day: 4)
    case .nationalDay: Day(year: year, month: 10, day: 1)
    case .halloween: Day(year: year, month: 10, day: 31)
    case .veteransDay, .singlesDay: Day(year: year, month: 11, day: 11)
    case .doubleTwelve: Day(year: year, month: 12, day: 12)
    case .christmasEve: Day(year: year, month: 12, day: 24)
    case .christmas: Day(year: year, month: 12, day: 25)
    case .easter: Holiday.easter(year)
    case .goodFriday: Holiday.easter(year).map { $0 - 2 }
    case .earthDay: Day(year: year, month: 4, day: 22)
    case .saintPatrick: Day(year: year, month: 3, day: 17)
    case .juneteenth: Day(year: year, month: 6, day: 19)
    case .boxingDay: Day(year: year, month: 12, day: 26)
    case .youthDay: Day(year: year, month: 5, day: 4)
    case .armyDay: Day(year: year, month: 8, day: 1)
    case .groundhogDay: Day(year: year, month: 2, day: 2)
    case .electionDay: Holiday.nth(1, weekday: 1, month: 11, year).map { $0 + 1 }
    case .teachersDay: Day(year: year, month: 9, day: 10)
    default: movable(in: year)
    }
  }

  private func movable(in year: Int) -> Day? {
    switch self {
    case .presidentsDay: Holiday.nth(3, weekday: 1, month: 2, year)
    case .martinLutherKing: Holiday.nth(3, weekday: 1, month: 1, year)
    case .mothersDay: Holiday.nth(2, weekday: 7, month: 5, year)
    case .fathersDay: Holiday.nth(3, weekday: 7, month: 6, year)
    case .memorialDay: Holiday.nth(-1, weekday: 1, month: 5, year)
    case .laborDay: Holiday.nth(1, weekday: 1, month: 9, year)
    case .columbusDay: Holiday.nth(2, weekday: 1, month: 10, year)
    case .thanksgiving: Holiday.nth(4, weekday: 4, month: 11, year)
    case .blackFriday: Holiday.nth(4, weekday: 4, month: 11, year).map { $0 + 1 }
    case .cyberMonday: Holiday.nth(4, weekday: 4, month: 11, year).map { $0 + 4 }
    default: lunar(in: year)
    }
  }

  private func lunar(in year: Int) -> Day? {
    switch self {
    case .springFestival: LunarCalendar.day(year, month: 1, day: 1)
    case .springFestivalEve: LunarCalendar.day(year, month: 1, day: 1).map { $0 - 1 }
    case .lanternFestival: LunarCalendar.day(year, month: 1, day: 15)
    case .dragonBoat: LunarCalendar.day(year, month: 5, day: 5)
    case .qixi: LunarCalendar.day(year, month: 7, day: 7)
    case .ghostFestival: LunarCalendar.day(year, month: 7, day: 15)
    case .midAutumn: LunarCalendar.day(year, month: 8, day: 15)
    case .doubleNinth: LunarCalendar.day(year, month: 9, day: 9)
    // The lunar year ends in the next one of the sun.
    case .laba: LunarCalendar.day(year - 1, month: 12, day: 8)
    case .littleNewYear: LunarCalendar.day(year - 1, month: 12, day: 23)
    case .tombSweeping: Day(year: year, month: 4, day: Holiday.solarTerm(year, year < 2000 ? 55900 : 48100))
    case .winterSolstice: Day(year: year, month: 12, day: Holiday.solarTerm(year, year < 2000 ? 226000 : 219400))
    default: nil
    }
  }

  /// The day of the month on which the sun stands in a place, by the usual approximation for 1900 to 2099.
  private static func solarTerm(_ year: Int, _ base: Int) -> Int {
    (year % 100 * 2422 + base) / 10_000 - year % 100 / 4
  }

  /// How many days of it are off together where people speak of its holidays: 国庆假期.
  var daysOff: Int {
    switch self {
    case .nationalDay, .springFestival: 7
    case .mayDay: 5
    default: 3
    }
  }

  /// The nth weekday of a month; -1 is its last.
  static func nth(_ n: Int, weekday: Int, month: Int, _ year: Int) -> Day? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    if n < 0 {
      let last = first.adding(months: 1) - 1
      return last - (last.weekday - weekday + 7) % 7 + 7 * (n + 1)
    }
    let day = first + (weekday - first.weekday + 7) % 7 + 7 * (n - 1)
    return day.month == month ? day : nil
  }

  /// Western Easter by the anonymous Gregorian computus.
  private static func easter(_ year: Int) -> Day? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return Day(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
