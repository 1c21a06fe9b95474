import Values

/// The Chinese lunar calendar, by table: it follows the sky, not a formula.
///
/// Worked out from the astronomical rules of the calendar for the meridian of 120° East (GB/T 33661), which is what the
/// observatories publish; the tests hold known feasts against it.
enum LunarCalendar {
  private static let firstYear = 1988
  /// A year each: the day its first month begins as `MMDD` (from bit 17), which month has a leap month behind it (from
  /// bit 13, 0 for none), and a bit a month from the first on, set where it has 30 days and not 29.
  private static let years: [UInt32] = [
    0x1B20AB6, 0x19C0957, 0x0FEA92F, 0x1AE0497, 0x198064B, 0x0F66D4A, 0x1A40EA5, 0x1070D65, 0x1B605AC,
    0x19E0AB6, 0x100B26D, 0x1B0092E, 0x19A0C96, 0x0F89A95, 0x1A80D4A, 0x1920DA5, 0x0F44B55, 0x1A2056A,
    0x102F55B, 0x1B4025D, 0x19E092D, 0x0FCB92B, 0x1AC0A95, 0x1960B4A, 0x0F696AA, 0x1A40AD5, 0x1072AB5,
    0x1B604BA, 0x1A00A5B, 0x100CA57, 0x1B0052B, 0x19A0A93, 0x0FA8E95, 0x1A806AA, 0x1920AD5, 0x0F449B5,
    0x1A404B6, 0x102D4AE, 0x1B20A4E, 0x19C0D26, 0x0FCBD26, 0x1AA0D53, 0x19605AA, 0x0F66D6A, 0x1A6096D,
    0x107695D, 0x1B604AD, 0x1A00A4D, 0x100DA4B, 0x1AE0D25, 0x1980D52, 0x0F8BB54, 0x1A80B5A, 0x192056D,
    0x0F4495B, 0x1A4049B, 0x104F497, 0x1B20A4B, 0x19C0AA5, 0x0FCB6A5, 0x1AC06D2, 0x1940ADA, 0x0F66AB6,
    0x1A60937, 0x193092F, 0x1B60497, 0x1A0064B, 0x100CD4A, 0x1AE0EA5, 0x19806AA, 0x0F8956C, 0x1A80AAE,
    0x194092E, 0x0F2792E, 0x1A20C96,
  ]

  /// The day of a lunar date whose lunar year begins in `year`; nil outside the table, and for a 30th of a month of 29.
  ///
  /// Feasts fall into the month itself, not into the leap month behind it.
  static func day(_ year: Int, month: Int, day: Int) -> Day? {
    guard years.indices.contains(year - firstYear), (1...12).contains(month), day >= 1 else { return nil }
    let row = Int(years[year - firstYear])
    let leap = row >> 13 & 0xF
    let count = leap > 0 ? 13 : 12
    guard var first = Day(year: year, month: (row >> 17) / 100, day: (row >> 17) % 100) else { return nil }
    let index = leap > 0 && month > leap ? month : month - 1
    for passed in 0..<index { first = first + length(row, count, passed) }
    return day <= length(row, count, index) ? first + (day - 1) : nil
  }

  private static func length(_ row: Int, _ count: Int, _ index: Int) -> Int { 29 + (row >> (count - 1 - index) & 1) }
}
