/// What kind of character stands at a place of the folded sentence.
enum Glyph: UInt8 {
  case letter, digit, space, han, other

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x5F: self = .letter
    case 0x30...0x39: self = .digit
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F: self = .space
    case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7: self = .letter
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF: self = .han
    default: self = .other
    }
  }

  /// One scalar for one scalar: full width to ASCII, capitals to small, traditional to simplified where a word list
  /// needs it, all dashes and quotes to the plain ones.
  static func fold(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 32
    case 0..<0x80: scalar
    case 0xC0...0xDE where scalar != 0xD7: scalar + 32
    case 0xFF21...0xFF3A: scalar - 0xFEE0 + 32
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000: 0x20
    case 0x2018, 0x2019: 0x27
    case 0x2010...0x2015, 0x2212, 0xFE63: 0x2D
    case 0x301C, 0x223C: 0x7E
    case 0x3001: 0x3001
    case 0x4E00...0x9FFF: simplified[scalar] ?? scalar
    default: scalar
    }
  }

  private static let simplified: [UInt32: UInt32] = {
    let pairs =
      "億亿萬万兩两倆俩幾几負负後后週周禮礼點点這这個个號号時时鐘钟鍾钟對对雙双過过來来從从間间內内節节國国慶庆開开塊块圓圆錢钱貳贰參叁陸陆餘余們们條条張张臺台週周歲岁當当夠够歐欧鎊镑價价韓韩盧卢紐纽銀银銖铢腳脚線线單单電电話话網网為为現现樣样剛刚將将據据應应該该隨随還还進进遠远當当週周"
    var table: [UInt32: UInt32] = [:]
    let scalars = Array(pairs.unicodeScalars)
    for index in stride(from: 0, to: scalars.count - 1, by: 2) {
      table[scalars[index].value] = scalars[index + 1].value
    }
    return table
  }()
}
