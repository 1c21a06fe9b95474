/// Chinese characters that are taken for one another where sound alone does not tell: small words that people and
/// keyboards mix up, and characters that look alike.
enum LookAlikes {
  /// Each stands alone as a word of the grammar, so that no neighbour tells which was meant.
  private static let smallWords = [
    "在再", "的得地", "做作坐", "是事试市世", "那哪", "像象向", "给个", "只之", "第弟", "已以", "有又", "把吧", "要药", "都多", "没每", "还换",
    "和合", "到道倒", "谁睡", "几机", "它他她", "跟根更", "份分", "叫教", "选先", "完玩", "让嚷", "用有", "里理", "了乐勒", "家加", "改该",
    "提题", "写些", "约月", "下夏", "上商", "大打", "为位", "记计", "五午", "前钱", "号好", "加家", "件见", "建件", "发法", "查差", "周州",
  ]
  private static let shapes = [
    "撤撒", "己已巳", "未末", "夫天", "买卖", "贷货", "折拆", "拔拨", "土士", "睛晴", "住往", "今令", "侯候", "记纪", "阶价", "待侍", "推堆",
    "商高", "客容", "户尸", "析折", "期斯", "额颜", "单草", "报服", "删册", "线钱", "逾愈", "复夏", "邮由", "季李", "任仕", "归旧", "话活", "价介", "排非",
    "槽糟", "糟槽", "议仪", "注住", "标票", "享亨", "赢羸", "延廷", "续读", "签鉴",
  ]

  static let small: [Unicode.Scalar: [Unicode.Scalar]] = table(smallWords)
  static let shaped: [Unicode.Scalar: [Unicode.Scalar]] = table(shapes)

  private static func table(_ groups: [String]) -> [Unicode.Scalar: [Unicode.Scalar]] {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for group in groups {
      for scalar in group.unicodeScalars {
        table[scalar, default: []] += group.unicodeScalars.filter { $0 != scalar }
      }
    }
    return table
  }
}
