/// Reads the texts that the cells of a workbook refer to by number.
final class SharedStringsHandler: XMLHandler {
  let root = "sst"
  var text: [UInt8] = []
  private(set) var isCollecting = false
  private(set) var strings: [String] = []
  private var isInItem = false
  /// Whether the text at hand is the pronunciation of another (rPh), which is not content.
  private var isPhonetic = false
  private let limit: Int

  init(limit: Int = SheetLimits.sharedStrings) {
    self.limit = limit
  }

  func open(_ name: String, _ attributes: borrowing XMLAttributes) throws(XMLFault) {
    switch name {
    case "si":
      isInItem = true
      text.removeAll(keepingCapacity: true)
    case "rPh":
      isPhonetic = true
    case "t":
      isCollecting = isInItem && !isPhonetic
    default:
      break
    }
  }

  func close(_ name: String) throws(XMLFault) {
    switch name {
    case "si":
      isInItem = false
      guard strings.count < limit else {
        throw .malformed("more than \(limit) shared strings")
      }
      strings.append(EscapedText.decoded(text))
    case "rPh":
      isPhonetic = false
    case "t":
      isCollecting = false
    default:
      break
    }
  }
}
