import Model

/// A company's name as it is compared: without case, marks, spaces and legal form.
public enum CompanyName {
  private static let forms: Set<String> = [
    "inc", "incorporated", "ltd", "limited", "llc", "llp", "lp", "corp", "corporation", "co", "company", "plc", "gmbh",
    "ag", "kg", "ohg", "ug", "se", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "oy", "oyj", "aps", "pty",
    "pte", "sdn", "bhd", "kk", "pvt", "sro", "doo", "zrt", "kft", "sl", "lda", "the",
  ]
  private static let chineseForms = ["股份有限公司", "有限责任公司", "有限公司", "集团公司", "总公司", "公司", "集团"]

  /// "Globex Incorporated" and "GLOBEX, Inc." are `globex`; 远航科技有限公司 is 远航科技. A name that is nothing but a legal
  /// form stays as it is.
  public static func key(_ name: String) -> String {
    let words = NameKey.tokens(name).map(\.text)
    let kept = words.filter { !forms.contains($0) && $0 != "and" }
    var key = (kept.isEmpty ? words : kept).joined()
    for form in chineseForms where key.hasSuffix(form) && key.count > form.count + 1 {
      key.removeLast(form.count)
      break
    }
    return key
  }
}

/// A phone number without its country's code and the zeros before the area's.
public enum NationalNumber {
  /// One-digit and two-digit calling codes of ITU-T E.164; all others have three.
  private static let short: Set<String> = ["1", "7"]
  private static let two: Set<String> = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "93", "94", "95", "98",
  ]

  /// nil for less than seven digits: extensions and short numbers are nobody's alone.
  public static func of(_ phone: String) -> String? {
    let folded = NameKey.fold(phone)
    var digits = Substring(String(String.UnicodeScalarView(folded.unicodeScalars.filter(NameKey.isDigit))))
    var isInternational = folded.contains("+")
    if !isInternational, digits.hasPrefix("00") {
      digits = digits.dropFirst(2)
      isInternational = true
    }
    if isInternational {
      digits = digits.dropFirst(
        short.contains(String(digits.prefix(1))) ? 1 : two.contains(String(digits.prefix(2))) ? 2 : 3)
    } else if digits.count == 11, digits.hasPrefix("12") {
      // No Chinese mobile number begins so: it is the code of North America.
      digits = digits.dropFirst()
    }
    let national = digits.drop { $0 == "0" }
    return national.count >= 7 ? String(national) : nil
  }
}

/// The part of a website or a mail address that belongs to one company.
public enum Domain {
  private static let shared: Set<String> = [
    "gmail.com", "googlemail.com", "yahoo.com", "hotmail.com", "outlook.com", "live.com", "msn.com", "aol.com",
    "icloud.com", "me.com", "mac.com", "gmx.de", "gmx.net", "web.de", "t-online.de", "proton.me", "protonmail.com",
    "mail.ru", "yandex.ru", "qq.com", "163.com", "126.com", "sina.com", "sina.cn", "sohu.com", "foxmail.com",
    "yeah.net",
    "139.com", "189.cn", "aliyun.com", "orange.fr", "free.fr", "libero.it", "linkedin.com", "facebook.com", "weibo.com",
    "github.com", "github.io", "wixsite.com", "wordpress.com",
  ]

  public static func ofWebsite(_ url: String) -> String? {
    var rest = Substring(NameKey.fold(url))
    for scheme in ["https://", "http://", "//"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
    let host = rest.prefix { !"/?#:".contains($0) }
    return own(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  /// nil for an address at a provider that everybody uses.
  public static func ofMail(_ address: String) -> String? {
    guard let at = address.lastIndex(of: "@") else { return nil }
    return own(Substring(NameKey.fold(address[address.index(after: at)...])))
  }

  private static func own(_ host: Substring) -> String? {
    host.contains(".") && !shared.contains(String(host)) ? String(host) : nil
  }
}
