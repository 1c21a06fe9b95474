/// English: what its words mean.
enum EnglishWords {
  static let all: [WordList] = numbers + ordinals + calendar + clock + connectors + money + answers + plain

  /// Phrases whose words would be taken for values and are not.
  private static let plain: [WordList] = [
    WordList(
      .plain,
      """
      may be, may not, may have, may well, may take, may i, may we, may also, may only, may see, may hold, may export, \
      may need, may change, may never, may still, march on, no one, one on one, second to none, at a time, one time, \
      one another, one day, one of, this one, that one, the one, which one, next step, next steps, \
      at last, sat with, sat in, sat down, mon ami, sun hydraulics, first touch, first name, last name, the other day, \
      day to day, up to date, a lot, year over year, on time, real time, part time, full time, secondly, \
      second hand, half of, halfway, second thought, seconds ago i, round the clock, best of all, a bit, no longer, \
      year old, a dozen times, from now on, t last, not last, will last, would last, should last, can last, could last, \
      may last, might last, must last, ll last
      """)
  ]
}
