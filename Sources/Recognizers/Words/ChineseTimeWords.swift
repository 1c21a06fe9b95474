extension ChineseWords {
  static let calendar: [WordList] = weekdays + days + periods + edges + holidays

  private static let weekdays: [WordList] = ["一", "二", "三", "四", "五", "六", "日"].enumerated().map { index, day in
    let others = index == 6 ? ", 周天, 星期天, 礼拜天, 礼拜日, 星期日, 周日" : ""
    return WordList(.weekday(index + 1), "周\(day), 星期\(day), 礼拜\(day)" + others)
  }

  private static let days: [WordList] = [
    WordList(.relativeDay(0), "今天, 今日, 当天, 今儿, 本日, 当日"), WordList(.relativeDay(1), "明天, 明日, 明儿, 次日, 翌日, 第二天, 隔天"),
    WordList(.relativeDay(2), "后天, 后日"), WordList(.relativeDay(3), "大后天"),
    WordList(.relativeDay(-1), "昨天, 昨日, 昨儿"), WordList(.relativeDay(-2), "前天, 前日"), WordList(.relativeDay(-3), "大前天"),
    WordList(.now, "现在, 此刻, 马上, 立刻, 立即, 目前, 当前, 眼下, 这会儿, 即刻"),
    WordList(.thisPeriod(.year, 0), "今年, 本年, 本年度, 今年度, 当年, 这一年, 今年一年"),
    WordList(.thisPeriod(.year, 1), "明年, 来年, 明年度, 下一年"),
    WordList(.thisPeriod(.year, 2), "后年"), WordList(.thisPeriod(.year, -1), "去年, 上年, 去年度, 上年度, 上一年, 上一年度"),
    WordList(.thisPeriod(.year, -2), "前年"), WordList(.thisPeriod(.year, -3), "大前年"),
    WordList(.thisPeriod(.month, 0), "本月, 当月, 本月份, 当月份"), WordList(.thisPeriod(.week, 0), "本周, 本星期, 当周"),
    WordList(.thisPeriod(.quarter, 0), "本季, 本季度, 当季, 当季度"), WordList(.thisPeriod(.month, -1), "上月"),
    WordList(.thisPeriod(.month, 1), "下月, 次月"),
    WordList(.relativePart(0, .evening), "今晚, 今晚上, 今夜"), WordList(.relativePart(1, .evening), "明晚, 明晚上"),
    WordList(.relativePart(-1, .evening), "昨晚, 昨晚上, 昨夜"), WordList(.relativePart(2, .evening), "后天晚上, 后晚"),
    WordList(.relativePart(0, .morning), "今早, 今早上, 今晨"), WordList(.relativePart(1, .morning), "明早, 明早上, 明晨"),
    WordList(.relativePart(-1, .morning), "昨早"),
  ]

  private static let periods: [WordList] = [
    WordList(.grain(.second, count: 1), "秒, 秒钟"), WordList(.grain(.minute, count: 1), "分钟, 分"),
    WordList(.grain(.hour, count: 1), "小时, 钟头, 个小时, 个钟头, 钟"), WordList(.grain(.day, count: 1), "天, 日, 天时间"),
    WordList(.grain(.week, count: 1), "周, 星期, 礼拜, 个星期, 个礼拜"), WordList(.grain(.month, count: 1), "个月, 个 月, 月"),
    WordList(.grain(.quarter, count: 1), "季度, 个季度, 季"), WordList(.grain(.half, count: 1), "半年"),
    WordList(.grain(.year, count: 1), "年, 个年头, 年度, 周年"), WordList(.grain(.minute, count: 15), "刻钟, 刻"),
    WordList(.wholeUnit(.day), "一整天, 整天, 全天, 整日"), WordList(.wholeUnit(.week), "一整周, 整周, 整个星期"),
    WordList(.wholeUnit(.month), "一整个月, 整个月, 整月"), WordList(.wholeUnit(.year), "一整年, 整年"),
    WordList(.weekend, "周末, 星期末"), WordList(.workday, "工作日, 个工作日, 工作天, 交易日"),
    WordList(.step(0), "这, 这个, 本, 当前, 这一, 这一个, 今"), WordList(.step(1), "下, 下个, 下一, 下一个, 来"),
    WordList(.step(-1), "上, 上个, 上一, 上一个"), WordList(.step(2), "下下, 下下个"), WordList(.step(-2), "上上, 上上个"),
    WordList(.windowStep(-1), "最近, 近, 过去, 过去的, 最近的, 之前, 前, 以往, 刚过去的"),
    WordList(.windowStep(1), "未来, 接下来, 今后, 往后, 将来, 未来的, 接下来的, 后, 之后, 随后"),
    WordList(.quarterName(1), "一季度, 第一季度, 首季, 首季度, 一季, 第一季, 1季度, 第1季度"),
    WordList(.quarterName(2), "二季度, 第二季度, 二季, 第二季, 2季度, 第2季度"),
    WordList(.quarterName(3), "三季度, 第三季度, 三季, 第三季, 3季度, 第3季度"),
    WordList(.quarterName(4), "四季度, 第四季度, 四季, 第四季, 末季, 4季度, 第4季度"),
    WordList(.halfName(1), "上半年, 前半年, 头半年"), WordList(.halfName(2), "下半年, 后半年"),
    WordList(.toDate(.year), "年初至今, 年初以来, 今年以来, 今年至今, 今年到现在, 年初到现在, 今年迄今, 今年截至目前, 今年到目前为止"),
    WordList(.toDate(.month), "本月至今, 月初至今, 本月以来, 这个月以来, 月初以来, 月初到现在, 本月到现在"),
    WordList(.toDate(.quarter), "本季度至今, 本季度以来, 季初至今, 本季至今"), WordList(.toDate(.week), "本周以来, 本周至今, 周初至今"),
    WordList(.yearMark, "年, 年度"), WordList(.monthMark, "月, 月份"), WordList(.dayMark, "日, 号"),
    WordList(.quarterMark, "季度, 季"),
    WordList(.lunar, "农历, 阴历, 旧历"), WordList(.lunarMonth(1), "正月"), WordList(.lunarMonth(11), "冬月"),
    WordList(.lunarMonth(12), "腊月"), WordList(.lunarDay(0), "初"), WordList(.lunarDay(2), "廿"),
    WordList(.fiscal, "财年, 财政年度, 财"),
  ]

  private static let edges: [WordList] = [
    WordList(.edgeMark(.end), "底, 末, 最后一天, 结束, 底前最后一天, 年底, 月底, 末尾, 的最后一天, 的末尾, 的月底, 尾"),
    WordList(.edgeMark(.start), "初, 第一天, 月初, 年初, 的第一天, 的月初, 开头"),
    WordList(.edgeMark(.early), "上旬, 的上旬, 前期"), WordList(.edgeMark(.middle), "中旬, 中, 的中旬, 中期"),
    WordList(.edgeMark(.late), "下旬, 的下旬"),
    WordList(.edgeMark(.firstHalf), "上半月, 上半"), WordList(.edgeMark(.secondHalf), "下半月, 下半"),
    WordList(.periodEdge(.month, .end), "月底, 月末, 本月底, 这月底"), WordList(.periodEdge(.month, .start), "月初, 本月初"),
    WordList(.periodEdge(.quarter, .end), "季度末, 季末, 季度底, 季底, 本季度末, 本季末, 本季底"),
    WordList(.periodEdge(.quarter, .start), "季度初, 季初, 本季度初"),
    WordList(.periodEdge(.year, .end), "年底, 年末, 年终, 岁末"), WordList(.periodEdge(.year, .start), "年初, 岁初"),
    WordList(.periodEdge(.year, .middle), "年中"), WordList(.periodEdge(.month, .middle), "月中"),
    WordList(.periodEdge(.week, .end), "本周末尾"),
    WordList(.periodEdge(.month, .early), "上旬"), WordList(.periodEdge(.month, .middle), "中旬"),
    WordList(.periodEdge(.month, .late), "下旬"),
    WordList(.periodEdge(.month, .firstHalf), "上半月"), WordList(.periodEdge(.month, .secondHalf), "下半月"),
    WordList(.periodEdge(.day, .end), "下班前最后, 今天下班"),
  ]

  private static let holidays: [WordList] = [
    WordList(.holiday(.newYear), "元旦, 元旦节, 新年"), WordList(.holiday(.springFestival), "春节, 大年初一, 农历新年, 过年"),
    WordList(.holiday(.springFestivalEve), "除夕, 大年三十, 年三十"), WordList(.holiday(.lanternFestival), "元宵, 元宵节"),
    WordList(.holiday(.tombSweeping), "清明, 清明节"), WordList(.holiday(.mayDay), "五一, 劳动节, 五一劳动节, 五一节"),
    WordList(.holiday(.childrensDay), "儿童节, 六一, 六一儿童节"), WordList(.holiday(.dragonBoat), "端午, 端午节"),
    WordList(.holiday(.june18), "618, 六一八"), WordList(.holiday(.qixi), "七夕, 七夕节"),
    WordList(.holiday(.midAutumn), "中秋, 中秋节"),
    WordList(.holiday(.nationalDay), "国庆, 国庆节, 十一国庆"), WordList(.holiday(.singlesDay), "双十一, 双11, 光棍节"),
    WordList(.holiday(.doubleTwelve), "双十二, 双12"), WordList(.holiday(.christmas), "圣诞, 圣诞节"),
    WordList(.holiday(.christmasEve), "平安夜, 圣诞前夜"),
    WordList(.holiday(.valentine), "情人节"), WordList(.holiday(.womensDay), "妇女节, 三八节, 女神节"),
    WordList(.holiday(.thanksgiving), "感恩节"),
    WordList(.holiday(.halloween), "万圣节"), WordList(.holiday(.easter), "复活节"),
    WordList(.holiday(.blackFriday), "黑色星期五, 黑五"),
    WordList(.holiday(.newYearsEve), "跨年, 跨年夜"), WordList(.holiday(.mothersDay), "母亲节"),
    WordList(.holiday(.fathersDay), "父亲节"),
    WordList(.holiday(.teachersDay), "教师节"), WordList(.holiday(.ghostFestival), "中元节"),
    WordList(.holiday(.doubleNinth), "重阳, 重阳节"), WordList(.holiday(.laba), "腊八, 腊八节"),
    WordList(.holiday(.littleNewYear), "小年"), WordList(.holiday(.winterSolstice), "冬至"),
    WordList(.holiday(.youthDay), "青年节, 五四青年节"), WordList(.holiday(.armyDay), "建军节, 八一建军节"),
    WordList(.holiday(.earthDay), "地球日"), WordList(.holiday(.independenceDay), "美国独立日"),
    WordList(.holidayBreak, "假期, 放假期间, 长假, 假期期间, 小长假, 黄金周, 放假, 期间"),
  ]
}
