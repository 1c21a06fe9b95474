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
  /// 两, which stands before counted things where 二 does not.
  case hanCount(Int)
  /// 壹, 伍: the numerals of cheques, in other places parts of names.
  case hanFormal(Int)
  case hanUnit(Int64)
  case hanFormalUnit(Int64)
  case hanScale(Int64)
  /// 几, "a few": a number that is not known.
  case few(Int)
  case measure
  /// 个, the measure word that units of time take.
  case counter

  // Ordinals.
  case ordinal(Int)
  /// "st", "th" after digits.
  case ordinalSuffix
  /// 第 before a number.
  case ordinalMark
  case lastOrdinal(Int)
  /// "to last", "from the end" behind a rank, 倒数 before a number: counted from the end.
  case fromEnd
  /// "the one before the last".
  case beforeLast

  // Times.
  case relativeDay(Int)
  case now
  case weekday(Int)
  /// "Mondays".
  case weekdays(Int)
  case month(Int)
  case grain(Grain, count: Int)
  /// "all day", 一整天: a length of one unit.
  case wholeUnit(Grain)
  /// The five working days of a week.
  case workweek
  case weekend
  /// "weekends", "mornings": again and again.
  case weekends, dayParts
  case workday
  /// "this", "next", "last"; how many steps from the present.
  case step(Int)
  /// "past": with a weekday the latest one, else as "last".
  case recent
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
  /// "in the morning", which an hour may stand before.
  case inDayPart(DayPart)
  case relativePart(Int, DayPart)
  case clockHour(Int)
  case oclock
  case pastHour, beforeHour
  /// 差 of 差一刻三点.
  case shortOf
  /// 整, "sharp".
  case exactly
  /// "ish" of "11ish".
  case ish
  case edge(Edge)
  /// 底, 初 after a period.
  case edgeMark(Edge)
  case periodEdge(Grain, Edge)
  /// "EOQ1".
  case quarterEnd(Int)
  case toDate(Grain)
  case holiday(Holiday)
  /// 农历: the month and day behind it are the lunar calendar's.
  case lunar
  /// 假期 behind a holiday: the days off around it.
  case holidayBreak
  /// 正月, 腊月: a month of the lunar calendar by its name.
  case lunarMonth(Int)
  /// 初 of 初五, 廿 (2) of 廿三: how many tens, before a day of the lunar calendar.
  case lunarDay(Int)
  case fiscal

  // Words between times.
  case from, to, between, betweenEnd
  case since, after, before, until
  /// "starting": as "from", and a length of time may stand before it.
  case starting
  /// After what they govern: 之前, "onwards".
  case postBefore, postAfter, postSince, postUntil, postFrom
  /// "on" of "from June on".
  case postOn
  case within, postWithin
  case ago, later, inFuture
  /// "after next" (2), "before last" (-2) behind a weekday.
  case afterNext(Int)
  /// "less than", "more than" before a length of time with a direction: "less than 3 days after…".
  case lessThan, moreThan
  case of, on, the, possessive
  /// "except": a year may stand behind it.
  case except
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
  case currency(CurrencyWord)
  /// A tenth (1 place) or hundredth (2) of a currency: 角, cents.
  case minorUnit(CurrencyWord, places: Int)
  case currencySign(CurrencyWord)
  case grand
  case percent
  case permille
  /// 百分之 is 1, 千分之 10, 万分之 100.
  case percentPrefix(Int)
  /// 对折: half off.
  case halfPrice
  /// 百分之百.
  case wholeShare
  case discount
  case tenths
  case fractionMark
  /// "thirds", "fifths": how many parts make the whole.
  case shares(Int)

  case yes, no
  /// "phone", 电话: what follows may be a number to call.
  case phoneCue
  case phoneExtension
  /// "s" of "the 1990s".
  case decadeSuffix
  /// "nineties": the year it starts in.
  case decadeName(Int)
  /// "may", "sat": a value only with something beside it that says so.
  case doubtful
  /// An everyday word that only looks like a value.
  case plain
}

extension Meaning {
  /// The value of a Chinese numeral, however it is written.
  var numeral: Int? {
    switch self {
    case .hanDigit(let n), .hanCount(let n), .hanFormal(let n): n
    default: nil
    }
  }

  /// 2 for a half, 4 for a quarter.
  var share: Int64? {
    switch self {
    case .half: 2
    case .quarterHours(1): 4
    default: nil
    }
  }

  /// 3 of "thirds".
  var shares: Int? { if case .shares(let parts) = self { parts } else { nil } }

  /// 10, 100 or 1000.
  var numeralUnit: Int64? {
    switch self {
    case .hanUnit(let unit), .hanFormalUnit(let unit): unit
    default: nil
    }
  }

  /// A mark behind the numbers of dates and times: 年, 月, 日, 点…
  var isMark: Bool {
    switch self {
    case .yearMark, .monthMark, .dayMark, .hourMark, .minuteMark, .secondMark: true
    default: false
    }
  }
}
