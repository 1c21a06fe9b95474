extension EnglishWords {
  static let calendar: [WordList] = days + months + periods + holidays

  static let days: [WordList] = [
    WordList(.weekday(1), "monday, mon, mondey, monday's"), WordList(.weekday(2), "tuesday, tue, tues, teusday"),
    WordList(.weekday(3), "wednesday, wed, weds, wendesday"),
    WordList(.weekday(4), "thursday, thu, thur, thurs, thrusday"),
    WordList(.weekday(5), "friday, fri, firday"), WordList(.weekday(6), "saturday, sat"),
    WordList(.weekday(7), "sunday, sun"),
    WordList(.weekdays(1), "mondays"), WordList(.weekdays(2), "tuesdays"), WordList(.weekdays(3), "wednesdays"),
    WordList(.weekdays(4), "thursdays"), WordList(.weekdays(5), "fridays"), WordList(.weekdays(6), "saturdays"),
    WordList(.weekdays(7), "sundays"),
    WordList(.relativeDay(0), "today, todays, today's, this day, tday"),
    WordList(
      .relativeDay(1), "tomorrow, tmrw, tmr, tomorow, tommorow, tommorrow, tomorrow's, 2moro, the next day"),
    WordList(.relativeDay(-1), "yesterday, yday, yesterday's"),
    WordList(.relativeDay(2), "day after tomorrow, the day after tomorrow"),
    WordList(.relativeDay(-2), "day before yesterday, the day before yesterday"),
    WordList(
      .now,
      "now, right now, immediately, asap, at present, at the moment, as soon as possible, at the present time, at the minute"
    ),
    WordList(
      .periodEdge(.day, .end),
      "eod, end of day, end of the day, close of business, cob, end of business, close of play, cop, end of the business day"
    ),
    WordList(.quarterEnd(1), "eoq1"), WordList(.quarterEnd(2), "eoq2"), WordList(.quarterEnd(3), "eoq3"),
    WordList(.quarterEnd(4), "eoq4"),
    WordList(.periodEdge(.week, .end), "eow, end of week"),
    WordList(.periodEdge(.month, .end), "eom, month end, month's end, end of month, ultimo"),
    WordList(.periodEdge(.quarter, .end), "eoq, quarter end, quarter's end, end of quarter"),
    WordList(.periodEdge(.year, .end), "eoy, year end, year's end, end of year"),
  ]

  static let months: [WordList] = [
    "january, jan", "february, feb, febuary", "march, mar", "april, apr", "may", "june, jun", "july, jul",
    "august, aug", "september, sep, sept, septemb", "october, oct", "november, nov", "december, dec, decemb",
  ].enumerated().map { WordList(.month($0.offset + 1), $0.element) }

  private static let periods: [WordList] = [
    WordList(.grain(.second, count: 1), "second, seconds, sec, secs, s"),
    WordList(.grain(.minute, count: 1), "minute, minutes, min, mins"),
    WordList(.grain(.hour, count: 1), "hour, hours, hr, hrs, h"),
    WordList(.grain(.day, count: 1), "day, days, d, day's, days', night, nights, calendar days"),
    WordList(.grain(.week, count: 1), "week, weeks, wk, wks, w, week's, weeks'"),
    WordList(.grain(.week, count: 2), "fortnight, fortnights"),
    WordList(.grain(.month, count: 1), "month, months, mo, mos, mth, mths, month's, months', mnth"),
    WordList(.grain(.quarter, count: 1), "quarter, quarters, qtr, qtrs, quarter's, qrtr"),
    WordList(.grain(.half, count: 1), "half year, half years"),
    WordList(.grain(.year, count: 1), "year, years, yr, yrs, y, year's, years', calendar year"),
    WordList(.grain(.decade, count: 1), "decade, decades"),
    WordList(
      .wholeUnit(.day),
      "all day, all day long, whole day, the whole day, full day, the full day, entire day, the entire day"),
    WordList(
      .wholeUnit(.week), "all week, all week long, whole week, the whole week, full week, entire week, the entire week"),
    WordList(
      .wholeUnit(.month),
      "all month, all month long, whole month, the whole month, full month, entire month, the entire month"),
    WordList(
      .wholeUnit(.year), "all year, all year long, whole year, the whole year, full year, entire year, the entire year"),
    WordList(.workweek, "workweek, work week, working week, business week"),
    WordList(.weekend, "weekend"), WordList(.weekends, "weekends, on weekends"),
    WordList(.workday, "working day, working days, workday, workdays, business day, business days, weekday, weekdays"),
    WordList(.step(0), "this, the current, current, present, the present, the same"),
    WordList(.step(1), "next, the next, following, the following, nxt"),
    WordList(.coming, "coming, the coming, upcoming, this coming, the upcoming"),
    WordList(.step(-1), "last, the last, previous, the previous, prior, the prior, preceding, lst"),
    WordList(.recent, "past, the past, this past"),
    WordList(.doubtful, "may, march, mar, sat, sun"),
    WordList(.decadeSuffix, "s"), WordList(.decadeName(1960), "sixties"), WordList(.decadeName(1970), "seventies"),
    WordList(.decadeName(1980), "eighties"), WordList(.decadeName(1990), "nineties"),
    WordList(.decadeName(2000), "noughties, two thousands"), WordList(.decadeName(2020), "twenties"),
    WordList(
      .windowStep(1),
      "next, the next, coming, the coming, upcoming, following, over the next, in the next, within the next"),
    WordList(
      .windowStep(-1),
      """
      last, the last, past, the past, previous, the previous, recent, most recent, trailing, over the last, in the last, \
      in the past, over the past, within the last
      """),
    WordList(.thisPeriod(.week, 2), "the week after next"),
    WordList(.thisPeriod(.week, -2), "the week before last"),
    WordList(.thisPeriod(.month, 2), "the month after next"),
    WordList(.thisPeriod(.month, -2), "the month before last"),
    WordList(.thisPeriod(.quarter, 2), "the quarter after next"),
    WordList(.thisPeriod(.quarter, -2), "the quarter before last"),
    WordList(.thisPeriod(.year, 2), "the year after next"), WordList(.thisPeriod(.year, -2), "the year before last"),
    WordList(.thisPeriod(.week, 2), "week after next"), WordList(.thisPeriod(.week, -2), "week before last"),
    WordList(.thisPeriod(.month, 2), "month after next"),
    WordList(.quarterName(1), "q1, first quarter, 1st quarter, 1q"),
    WordList(.quarterName(2), "q2, second quarter, 2nd quarter, 2q"),
    WordList(.quarterName(3), "q3, third quarter, 3rd quarter, 3q"),
    WordList(.quarterName(4), "q4, fourth quarter, 4th quarter, 4q"),
    WordList(.halfName(1), "h1, first half"), WordList(.halfName(2), "h2, second half"),
    WordList(.toDate(.year), "ytd, year to date, this year to date, this year so far, so far this year"),
    WordList(.toDate(.quarter), "qtd, quarter to date, this quarter so far, so far this quarter"),
    WordList(.toDate(.month), "mtd, month to date, this month so far, so far this month"),
    WordList(.toDate(.week), "wtd, week to date, this week so far, so far this week"),
    WordList(
      .edge(.end), "end of, the end of, end, close of, the close of, the last day of, last day of, eo"),
    WordList(
      .edge(.start), "start of, the start of, beginning of, the beginning of, the first day of, first day of, begin of"),
    WordList(.edge(.early), "early, early in, the early part of"),
    WordList(.edge(.late), "late, late in, the late part of"),
    WordList(.edge(.middle), "mid, middle of, the middle of"),
    WordList(.edge(.firstHalf), "first half of, the first half of"),
    WordList(.edge(.secondHalf), "second half of, the second half of"),
    WordList(.edge(.elapsed), "earlier, earlier in"),
    WordList(.edge(.remaining), "later, rest of, the rest of, the remainder of, remainder of"),
    WordList(.fiscal, "fiscal, fy, financial"),
    WordList(.yearMark, "year, the year, year of, the year of, calendar year, cy"),
  ]

  private static let holidays: [WordList] = [
    WordList(.holiday(.christmas), "christmas, xmas, christmas day, xmas day, x mas, noel"),
    WordList(.holiday(.christmasEve), "christmas eve, xmas eve"),
    WordList(.holiday(.newYear), "new year, new year's, new years, new year's day, new years day"),
    WordList(.holiday(.newYearsEve), "new year's eve, new years eve, nye, new year eve"),
    WordList(.holiday(.thanksgiving), "thanksgiving, thanksgiving day"),
    WordList(.holiday(.blackFriday), "black friday"),
    WordList(.holiday(.cyberMonday), "cyber monday"),
    WordList(.holiday(.easter), "easter, easter sunday"),
    WordList(.holiday(.goodFriday), "good friday"),
    WordList(.holiday(.halloween), "halloween"),
    WordList(.holiday(.laborDay), "labor day, labour day"),
    WordList(.holiday(.memorialDay), "memorial day"),
    WordList(
      .holiday(.independenceDay), "independence day, fourth of july, the fourth of july, 4th of july, the 4th of july"),
    WordList(.holiday(.valentine), "valentine's day, valentines day, valentine's"),
    WordList(.holiday(.veteransDay), "veterans day, veteran's day"),
    WordList(.holiday(.presidentsDay), "presidents day, president's day, presidents' day"),
    WordList(.holiday(.earthDay), "earth day"),
    WordList(.holiday(.saintPatrick), "saint patrick, st patrick's day, saint patrick's day"),
    WordList(.holiday(.juneteenth), "juneteenth"), WordList(.holiday(.mothersDay), "mother's day, mothers day"),
    WordList(.holiday(.fathersDay), "father's day, fathers day"), WordList(.holiday(.boxingDay), "boxing day"),
    WordList(
      .holiday(.martinLutherKing),
      "martin luther king day, mlk day, martin luther king jr day, martin luther king jr. day"),
    WordList(.holiday(.columbusDay), "columbus day, indigenous peoples' day, indigenous peoples day"),
    WordList(.holiday(.singlesDay), "singles day, singles' day, double eleven"),
    WordList(.holiday(.springFestival), "chinese new year, lunar new year, spring festival"),
    WordList(.holiday(.midAutumn), "mid autumn festival"),
    WordList(.holiday(.dragonBoat), "dragon boat festival"), WordList(.holiday(.lanternFestival), "lantern festival"),
    WordList(.holiday(.tombSweeping), "qingming, tomb sweeping day"),
    WordList(.holiday(.nationalDay), "chinese national day, china's national day"),
    WordList(.holiday(.mayDay), "may day, international workers' day"),
    WordList(.holiday(.womensDay), "women's day, international women's day"),
    WordList(.holiday(.doubleNinth), "double ninth festival"), WordList(.holiday(.qixi), "qixi, qixi festival"),
    WordList(.holiday(.winterSolstice), "winter solstice"), WordList(.holiday(.electionDay), "election day"),
    WordList(.holiday(.groundhogDay), "groundhog day"), WordList(.holidayBreak, "break, holidays, holiday"),
  ]
}
