import Values

/// The feasts of the Chinese lunar calendar, by table: it follows the sky, not a formula.
///
/// Dates as published by the Hong Kong Observatory.
enum LunarCalendar {
  /// Month and day as `MMDD`, from 2015 on: new year, dragon boat festival, mid-autumn festival.
  private static let firstYear = 2015
  private static let table: [(Int, Int, Int)] = [
    (219, 620, 927), (208, 609, 915), (128, 530, 1004), (216, 618, 924), (205, 607, 913),
    (125, 625, 1001), (212, 614, 921), (201, 603, 910), (122, 622, 929), (210, 610, 917),
    (129, 531, 1006), (217, 619, 925), (206, 609, 915), (126, 528, 1003), (213, 616, 922),
    (203, 605, 912), (123, 624, 1001), (211, 612, 919), (131, 601, 908), (219, 620, 927),
    (208, 610, 916), (128, 530, 1004), (215, 618, 924), (204, 607, 913), (124, 527, 1002),
    (212, 614, 920),
  ]

  static func newYear(_ year: Int) -> Day? { row(year).flatMap { day($0.0, year) } }
  static func dragonBoat(_ year: Int) -> Day? { row(year).flatMap { day($0.1, year) } }
  static func midAutumn(_ year: Int) -> Day? { row(year).flatMap { day($0.2, year) } }

  private static func row(_ year: Int) -> (Int, Int, Int)? {
    table.indices.contains(year - firstYear) ? table[year - firstYear] : nil
  }

  private static func day(_ number: Int, _ year: Int) -> Day? {
    Day(year: year, month: number / 100, day: number % 100)
  }
}
