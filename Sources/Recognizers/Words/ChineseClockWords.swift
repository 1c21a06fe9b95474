extension ChineseWords {
  static let clock: [WordList] = [
    WordList(.dayPart(.morning), "早上, 上午, 早, 早晨, 晨, 清早, 午前, 大清早"), WordList(.dayPart(.earlyMorning), "凌晨, 清晨, 拂晓"),
    WordList(.dayPart(.noon), "中午, 正午, 午间, 晌午"), WordList(.dayPart(.afternoon), "下午, 午后, 下午时"),
    WordList(.dayPart(.evening), "晚上, 傍晚, 晚, 夜晚, 晚间"), WordList(.dayPart(.night), "夜里, 深夜, 半夜, 夜间, 午夜"),
    WordList(.hourMark, "点, 时, 点钟, 點"), WordList(.minuteMark, "分"), WordList(.secondMark, "秒, 秒钟"),
    WordList(.shortOf, "差"), WordList(.quarterHours(1), "一刻, 1刻"), WordList(.quarterHours(3), "三刻, 3刻"),
    WordList(.quarterHours(2), "半"),
    WordList(.exactly, "整, 正"),
  ]

  static let connectors: [WordList] = [
    WordList(.from, "从, 自, 由"), WordList(.to, "到, 至, 直到, 一直到, —, 到了"), WordList(.and, "和, 与, 跟, 又, 、, 及"),
    WordList(.between, "介于, 在"), WordList(.betweenEnd, "之间, 间, 期间, 止, 为止, 的期间"),
    WordList(.since, "自从, 自, 打从, 自打"), WordList(.starting, "不早于"), WordList(.after, "晚于, 迟于"),
    WordList(.before, "早于, 赶在"),
    WordList(.until, "截至, 截止, 截止到, 截至到, 直到, 最晚, 最迟, 不晚于, 不迟于"),
    WordList(.postBefore, "之前, 以前, 前"), WordList(.postAfter, "之后, 以后, 后, 过后"),
    WordList(.postSince, "以来, 至今, 到现在, 到今天, 到目前, 到目前为止"),
    WordList(.postFrom, "起, 开始, 及以后, 或之后, 及之后, 或以后, 起算, 或者之后"),
    WordList(.postUntil, "或之前, 及之前, 及以前, 或以前, 为止, 止, 或者之前"),
    WordList(.postWithin, "内, 之内, 以内, 里, 之间, 当中"), WordList(.within, "在"),
    WordList(.ago, "前, 之前, 以前"), WordList(.later, "后, 之后, 以后, 过后"), WordList(.inFuture, "再过"),
    WordList(.of, "的, 里, 里的, 中的"), WordList(.at, "在, 大约, 大概, 约"), WordList(.joiner, "的"), WordList(.on, "的"),
    WordList(.every, "每, 每个, 每一, 每逢"), WordList(.other, "隔"),
    WordList(.frequency(.day, 1), "每天, 每日, 天天, 逐日, 每一天, 每天一次"),
    WordList(.frequency(.week, 1), "每周, 每星期, 每个星期, 每礼拜, 每个礼拜, 每一周, 每周一次, 一周一次"),
    WordList(.frequency(.month, 1), "每月, 每个月, 每一个月, 每月一次, 每个月一次"), WordList(.frequency(.quarter, 1), "每季度, 每个季度, 每季"),
    WordList(.frequency(.year, 1), "每年, 每一年, 年年"), WordList(.frequency(.hour, 1), "每小时, 每个小时"),
    WordList(.frequency(.half, 1), "每半年"), WordList(.frequency(.week, 2), "每两周, 每隔一周, 隔周, 双周, 每两个星期"),
    WordList(.frequency(.day, 2), "每隔一天, 隔天, 每两天"), WordList(.frequency(.month, 2), "每隔一个月, 隔月, 每两个月"),
  ]
}
