/// Questions that patterns ask of a word.
extension Meaning {
  var isAnd: Bool { if case .and = self { true } else { false } }
  var isArticle: Bool { if case .article = self { true } else { false } }
  var isAt: Bool { if case .at = self { true } else { false } }
  var isBeforeHour: Bool { if case .beforeHour = self { true } else { false } }
  var isBetweenEnd: Bool { if case .betweenEnd = self { true } else { false } }
  var isCounter: Bool { if case .counter = self { true } else { false } }
  var isCurrency: Bool { if case .currency = self { true } else { false } }
  var isDayMark: Bool { if case .dayMark = self { true } else { false } }
  var isDayParts: Bool { if case .dayParts = self { true } else { false } }
  var isDecadeSuffix: Bool { if case .decadeSuffix = self { true } else { false } }
  var isDoubtful: Bool { if case .doubtful = self { true } else { false } }
  var isEvery: Bool { if case .every = self { true } else { false } }
  var isExactly: Bool { if case .exactly = self { true } else { false } }
  var isFractionMark: Bool { if case .fractionMark = self { true } else { false } }
  var isExcept: Bool { if case .except = self { true } else { false } }
  var isBetween: Bool { if case .between = self { true } else { false } }
  var isFrom: Bool { if case .from = self { true } else { false } }
  var isStarting: Bool { if case .starting = self { true } else { false } }
  var isGrand: Bool { if case .grand = self { true } else { false } }
  var isHalf: Bool { if case .half = self { true } else { false } }
  var isHourMark: Bool { if case .hourMark = self { true } else { false } }
  var isInDayPart: Bool { if case .inDayPart = self { true } else { false } }
  var isIsh: Bool { if case .ish = self { true } else { false } }
  var isLastOrdinal: Bool { if case .lastOrdinal = self { true } else { false } }
  var isLater: Bool { if case .later = self { true } else { false } }
  var isMeasure: Bool { if case .measure = self { true } else { false } }
  var isMinus: Bool { if case .minus = self { true } else { false } }
  var isMinuteMark: Bool { if case .minuteMark = self { true } else { false } }
  var isMonth: Bool { if case .month = self { true } else { false } }
  var isOclock: Bool { if case .oclock = self { true } else { false } }
  var isOf: Bool { if case .of = self { true } else { false } }
  var isOn: Bool { if case .on = self { true } else { false } }
  var isOrdinalMark: Bool { if case .ordinalMark = self { true } else { false } }
  var isOrdinalSuffix: Bool { if case .ordinalSuffix = self { true } else { false } }
  var isOther: Bool { if case .other = self { true } else { false } }
  var isPastHour: Bool { if case .pastHour = self { true } else { false } }
  var isPhoneExtension: Bool { if case .phoneExtension = self { true } else { false } }
  var isPoint: Bool { if case .point = self { true } else { false } }
  var isPossessive: Bool { if case .possessive = self { true } else { false } }
  var isPostWithin: Bool { if case .postWithin = self { true } else { false } }
  var isSecondMark: Bool { if case .secondMark = self { true } else { false } }
  var isStep: Bool { if case .step = self { true } else { false } }
  var isThe: Bool { if case .the = self { true } else { false } }
  var isTo: Bool { if case .to = self { true } else { false } }
  var isWeekend: Bool { if case .weekend = self { true } else { false } }
  var isWorkday: Bool { if case .workday = self { true } else { false } }
  var isShortOf: Bool { if case .shortOf = self { true } else { false } }
  var isSmall: Bool { if case .small = self { true } else { false } }

  var isOrdinalWord: Bool {
    switch self {
    case .ordinal, .lastOrdinal: true
    default: false
    }
  }

  /// 1 to 7 for "Monday" and "Mondays".
  var weekdayNumber: Int? {
    switch self {
    case .weekday(let day), .weekdays(let day): day
    default: nil
    }
  }

  /// 1 for "after", -1 for "before".
  var shiftSign: Int? {
    switch self {
    case .after: 1
    case .before: -1
    default: nil
    }
  }
}
