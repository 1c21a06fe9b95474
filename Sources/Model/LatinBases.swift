/// The plain letter under each accented Latin letter.
enum LatinBases {
  /// Precomposed Latin letters by their base letter (Unicode 15 canonical decompositions).
  private static let letters: [String: String] = [
    "a":
      "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ",
    "b":
      "ḂḃḄḅḆḇ",
    "c":
      "ÇçĆćĈĉĊċČčḈḉ",
    "d":
      "ĎďḊḋḌḍḎḏḐḑḒḓ",
    "e":
      "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ",
    "f":
      "Ḟḟ",
    "g":
      "ĜĝĞğĠġĢģǦǧǴǵḠḡ",
    "h":
      "ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖ",
    "i":
      "ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊị",
    "j":
      "Ĵĵǰ",
    "k":
      "ĶķǨǩḰḱḲḳḴḵ",
    "l":
      "ĹĺĻļĽľḶḷḸḹḺḻḼḽ",
    "m":
      "ḾḿṀṁṂṃ",
    "n":
      "ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ",
    "o":
      "ÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ",
    "p":
      "ṔṕṖṗ",
    "r":
      "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ",
    "s":
      "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ",
    "t":
      "ŢţŤťȚțṪṫṬṭṮṯṰṱẗ",
    "u":
      "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự",
    "v":
      "ṼṽṾṿ",
    "w":
      "ŴŵẀẁẂẃẄẅẆẇẈẉẘ",
    "x":
      "ẊẋẌẍ",
    "y":
      "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ",
    "z":
      "ŹźŻżŽžẐẑẒẓẔẕ",
  ]

  static let base: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, accented) in letters {
      guard let plain = base.unicodeScalars.first else { continue }
      for scalar in accented.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
