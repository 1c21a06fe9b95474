import Values

/// What the word lists say a word means. The patterns know these names and no words.
enum Meaning {
  // Numbers, written the European way: "twenty-five thousand".
  case small(Int)
  case tens(Int)
  case hundred
  case scale(Int64)
  case dozen
  case half
  case article
  case and
  case point
  case minus
  /// "oh" in a number read out digit by digit.
  case zeroLetter
  // Numbers, written the Chinese way: 二十五万.
  case hanDigit(Int)
  /// The digit two as it stands before a counted thing.
  case hanUnit(Int64)
  case hanScale(Int64)
  /// 几, "a few": a number that is not known.
  case few(Int)
  case measure

  // Ordinals.
  case ordinal(Int)
  /// "st", "th" after digits.
  case ordinalSuffix
  /// 第 before a number.
  case ordinalMark
  case lastOrdinal(Int)

  // Times.
  case relativeDay(Int)
  case now
  case weekday(Int)
  /// "Mondays".
  case weekdays(Int)
  case month(Int)
  case grain(Grain, count: Int)
  case weekend
  case workday
  /// "this", "next", "last"; how many steps from the present.
  case step(Int)
  /// "coming": with a weekday the next one to come, else as "next".
  case coming
  /// 最近, 未来: only before a number of units.
  case windowStep(Int)
  case thisPeriod(Grain, Int)
  case quarterName(Int)
  case halfName(Int)
  case yearMark, monthMark, dayMark
  case quarterMark
  case hourMark, minuteMark, secondMark
  case quarterHours(Int)
  case meridiem(DayHalf)
  case dayPart(DayPart)
  case relativePart(Int, DayPart)
  case clockHour(Int)
  case oclock
  case pastHour, beforeHour
  /// 整, "sharp".
  case exactly
  case edge(Edge)
  /// 底, 初 after a period.
  case edgeMark(Edge)
  case periodEdge(Grain, Edge)
  /// "EOQ1".
  case quarterEnd(Int)
  case toDate(Grain)
  case holiday(Holiday)
  case fiscal

  // Words between times.
  case from, to, between, betweenEnd
  case since, after, before, until, through
  /// After what they govern: 之前, "onwards".
  case postBefore, postAfter, postSince, postUntil
  case within, postWithin
  case ago, later, inFuture
  case of, on, the, possessive
  /// "at", "around": a number behind it may be an hour.
  case at
  /// "from", "for", "in the": between a day and its time, in no other place.
  case joiner
  /// "to date" behind the start of a range.
  case postToDate
  /// "week of", "week beginning".
  case weekOf
  case every, other
  case frequency(Grain, Int)

  // Money and shares.
  case currency(String)
  /// The hundredth part of a currency: cents.
  case minorUnit(String)
  case currencySign(String)
  case grand
  case percent
  /// 百分之 is 1, 千分之 10, 万分之 100.
  case percentPrefix(Int)
  /// 对折: half off.
  case halfPrice
  case discount
  case tenths
  case fractionMark

  case yes, no
  /// "phone", 电话: what follows may be a number to call.
  case phoneCue
  case phoneExtension
  /// An everyday word that only looks like a value.
  case plain
}
