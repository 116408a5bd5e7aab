/// The error values of cells by their codes ([MS-XLS] 2.5.198.2).
enum XLSErrorCode: UInt8 {
  case null = 0x00
  case division = 0x07
  case value = 0x0F
  case reference = 0x17
  case name = 0x1D
  case number = 0x24
  case notAvailable = 0x2A
  /// Known from later formats; a value that had not arrived when the file was saved.
  case gettingData = 0x2B

  /// The error value as a spreadsheet shows it.
  var text: String {
    switch self {
    case .null: "#NULL!"
    case .division: "#DIV/0!"
    case .value: "#VALUE!"
    case .reference: "#REF!"
    case .name: "#NAME?"
    case .number: "#NUM!"
    case .notAvailable: "#N/A"
    case .gettingData: "#GETTING_DATA"
    }
  }
}
