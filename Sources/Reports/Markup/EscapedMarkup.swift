/// Text with what markup means by itself written as references.
enum EscapedMarkup {
  /// Writes a text between tags.
  ///
  /// Characters that neither XML 1.0 (§2.2) nor HTML lets stand are dropped: controls other than tab
  /// and newline, and code points that are no characters. A carriage return becomes a newline. All
  /// others stay as they are, in the form of Unicode they come in.
  static func write(_ text: String, to bytes: inout [UInt8], isAttribute: Bool = false) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"" where isAttribute: bytes += "&quot;".utf8
      case "'" where isAttribute: bytes += "&#39;".utf8
      case "\r": bytes.append(UInt8(ascii: "\n"))
      case _ where scalar.isWritable: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      default: break
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a character may stand in XML and HTML both.
  var isWritable: Bool {
    switch value {
    case 0x09, 0x0A: true
    case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: false
    default: value & 0xFFFE != 0xFFFE
    }
  }
}
