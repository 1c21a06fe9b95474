extension ChineseWords {
  static let numbers: [WordList] = [
    WordList(.hanDigit(0), "零, 〇"), WordList(.hanDigit(1), "一"), WordList(.hanDigit(2), "二"),
    WordList(.hanDigit(3), "三"),
    WordList(.hanDigit(4), "四"), WordList(.hanDigit(5), "五"), WordList(.hanDigit(6), "六"), WordList(.hanDigit(7), "七"),
    WordList(.hanDigit(8), "八"), WordList(.hanDigit(9), "九"), WordList(.hanCount(2), "两, 俩"),
    WordList(.hanCount(3), "仨"),
    WordList(.hanFormal(0), "洞"), WordList(.hanFormal(1), "壹, 幺"), WordList(.hanFormal(2), "贰"),
    WordList(.hanFormal(3), "叁"),
    WordList(.hanFormal(4), "肆"), WordList(.hanFormal(5), "伍"), WordList(.hanFormal(6), "陆"),
    WordList(.hanFormal(7), "柒"),
    WordList(.hanFormal(8), "捌"), WordList(.hanFormal(9), "玖"),
    WordList(.hanUnit(10), "十"), WordList(.hanUnit(100), "百"), WordList(.hanUnit(1000), "千"),
    WordList(.hanFormalUnit(10), "拾"), WordList(.hanFormalUnit(100), "佰"), WordList(.hanFormalUnit(1000), "仟"),
    WordList(.counter, "个"),
    WordList(.hanScale(10_000), "万, 余万, 多万, 来万"), WordList(.hanScale(100_000_000), "亿, 余亿, 多亿"),
    WordList(.hanScale(1_000_000_000_000), "兆"),
    WordList(.dozen, "打"),
    WordList(.few(3), "几"),
    WordList(.half, "半"),
    WordList(.point, "点"),
    WordList(.minus, "负"),
    WordList(.and, "又, 零"),
    WordList(
      .measure,
      """
      个, 条, 套, 台, 位, 名, 家, 份, 张, 件, 次, 人, 笔, 单, 项, 种, 只, 封, 通, 场, 支, 本, 款, 辆, 座, 期, 组, 把, 块, 箱, 批, 级, 步, 封, 部, 倍, 瓶, 粒, 股, \
      户, 席, 斤, 公斤, 吨, 米, 对, 双, 架, 盒, 袋, 根, 页, 行, 列, 轮, 道, 门, 首, 片, 包, 起, 例, 宗, 星
      """),
    WordList(.ordinalMark, "第"),
    WordList(.lastOrdinal(-1), "最后, 最末, 末尾, 最后一个, 最后那个, 末位"),
    WordList(.fromEnd, "倒数第, 倒数, 末尾第"),
    WordList(.percentPrefix(0), "百分之, 百 分之, 百 分 之"), WordList(.percentPrefix(1), "千分之, 仟分之"),
    WordList(.percentPrefix(2), "万分之"), WordList(.halfPrice, "对折, 半折, 打对折, 半价"),
    WordList(.wholeShare, "百分之百, 百分百"),
    WordList(.percent, "个百分点, 百分点, 个点, 个 百 分 点, 个 百 分点"),
    WordList(.discount, "折"),
    WordList(.tenths, "成"),
    WordList(.fractionMark, "分之, 分 之"),
  ]

  static let money: [WordList] = [
    WordList(.currency("CNY"), "元, 块, 块钱, 圆, 人民币, 元人民币, 块人民币, 元整, 圆整, 块大洋, rmb, 软妹币"),
    WordList(.currency("USD"), "美元, 美金, 美刀, 刀"),
    WordList(.currency("EUR"), "欧元, 欧"), WordList(.currency("GBP"), "英镑, 镑"),
    WordList(.currency("JPY"), "日元, 日圆"), WordList(.currency("HKD"), "港元, 港币, 港纸"),
    WordList(.currency("KRW"), "韩元, 韩圆"), WordList(.currency("TWD"), "台币, 新台币"),
    WordList(.currency("AUD"), "澳元, 澳币"), WordList(.currency("CAD"), "加元, 加币"),
    WordList(.currency("SGD"), "新币, 新加坡元"), WordList(.currency("CHF"), "瑞士法郎, 瑞郎"),
    WordList(.currency("RUB"), "卢布"), WordList(.currency("INR"), "卢比"), WordList(.currency("THB"), "泰铢"),
    WordList(.currency("MYR"), "林吉特, 马币"), WordList(.currency("VND"), "越南盾"),
    WordList(.minorUnit("CNY", places: 1), "角, 毛, 毛钱"), WordList(.minorUnit("CNY", places: 2), "分, 分钱"),
    WordList(.minorUnit("USD", places: 2), "美分"),
  ]

  static let answers: [WordList] = [
    WordList(
      .yes,
      """
      是, 是的, 好, 好的, 好啊, 好吧, 好嘞, 行, 行的, 行啊, 可以, 可以的, 没问题, 确认, 确定, 同意, 对, 对的, 对啊, 嗯, 嗯嗯, 没错, 当然, 当然可以, 中, 要, 要的, 是啊, \
      正确, 就这样, 就这么办, 成, ok的, 好哒, 肯定, 可行, 执行
      """),
    WordList(
      .no,
      """
      否, 不, 不是, 不是的, 不好, 不行, 不可以, 不要, 不用, 不用了, 不了, 不对, 不同意, 不确定, 没有, 别, 算了, 取消, 不必, 否定, 不成, 错, 错了, 先不, 先不要, 不需要
      """),
    WordList(.phoneCue, "电话, 手机, 手机号, 号码, 座机, 热线, 联系方式, 致电, 拨打, 来电, 传真, 手机号码, 电话号码, 打给"),
    WordList(.phoneExtension, "转, 分机"),
  ]
}
