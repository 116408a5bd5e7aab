/// Figures handed to a script of the page, as JSON.
///
/// Where JSON has `<`, `>` or `&`, these stand within a string and may be written by their number;
/// so written, no text can end the element or begin another. The two separators of lines that
/// JavaScript knows and JSON does not are written so too.
public struct Payload: Sendable, Hashable {
  let text: String

  /// Takes a JSON text, as the JSON writer of `Tables` makes it.
  public init(json: String) {
    var text = ""
    for scalar in json.unicodeScalars {
      switch scalar {
      case "<": text += "\\u003c"
      case ">": text += "\\u003e"
      case "&": text += "\\u0026"
      case "\u{2028}": text += "\\u2028"
      case "\u{2029}": text += "\\u2029"
      case _ where scalar.isWritable: text.unicodeScalars.append(scalar)
      default: break
      }
    }
    self.text = text
  }
}
