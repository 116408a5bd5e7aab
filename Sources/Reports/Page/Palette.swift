/// The colours of a page, for light and for dark screens.
///
/// Hues are those of Okabe and Ito (2008, “Color Universal Design”), which readers with any of the
/// common forms of colour blindness tell apart; the classes of a map are the seven blues of ColorBrewer
/// (Brewer 2003). Text stands out from its ground by 4.5 to 1 and marks by 3 to 1 at the least (WCAG 2.2,
/// 1.4.3 and 1.4.11). No meaning rests on colour alone: forms, outlines and dashes say the same.
enum Palette {
  /// A colour and what it is for.
  struct Role: Sendable, Hashable {
    /// Its name in the stylesheet.
    let name: String
    /// 0xRRGGBB on a light ground.
    let light: UInt32
    /// 0xRRGGBB on a dark ground.
    let dark: UInt32
    /// The least contrast with the ground, of what is written or drawn in it.
    let contrast: Double
  }

  /// The colours, the ground first.
  static let roles = [
    Role(name: "ground", light: 0xFFFFFF, dark: 0x14171A, contrast: 1),
    Role(name: "surface", light: 0xF0F5FA, dark: 0x20272E, contrast: 1),
    Role(name: "grid", light: 0xDADEE2, dark: 0x363D45, contrast: 1),
    Role(name: "text", light: 0x1A1D20, dark: 0xE8EAED, contrast: 4.5),
    Role(name: "quiet", light: 0x545B62, dark: 0xAAB2BA, contrast: 4.5),
    Role(name: "link", light: 0x005B94, dark: 0x7CC4F5, contrast: 4.5),
    Role(name: "rule", light: 0x7B8288, dark: 0x808991, contrast: 3),
    Role(name: "other", light: 0x6B7278, dark: 0x9AA3AB, contrast: 3),
    Role(name: "own", light: 0x0072B2, dark: 0x56B4E9, contrast: 3),
    Role(name: "gain", light: 0x009E73, dark: 0x009E73, contrast: 3),
    Role(name: "loss", light: 0xD55E00, dark: 0xE69F00, contrast: 3),
  ]

  /// The classes of a map from the lowest, alike on both grounds: ColorBrewer's “Blues”.
  static let classes: [UInt32] = [
    0xEFF3FF, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x084594,
  ]

  /// How many of the lower classes are written on in black; the others in white.
  static let classesForBlack = 5

  /// The colours as custom properties of a stylesheet.
  static var declarations: String {
    let light = roles.map { "--\($0.name):\(text($0.light))" }.joined(separator: ";")
    let dark = roles.map { "--\($0.name):\(text($0.dark))" }.joined(separator: ";")
    let classes = classes.enumerated().map { index, code in
      ".tile\(index){fill:\(text(code))}"
    }.joined()
    return
      ":root{\(light)}\n@media screen and (prefers-color-scheme:dark){:root{\(dark)}}\n\(classes)"
  }

  /// A colour as a stylesheet writes it.
  private static func text(_ code: UInt32) -> String {
    let digits = Array("0123456789abcdef")
    return "#" + String((0..<6).reversed().map { digits[Int(code >> (4 * UInt32($0)) & 15)] })
  }
}
