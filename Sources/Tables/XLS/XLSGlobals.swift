/// What the records before the sheets say: the list of sheets, and the texts they share.
struct XLSGlobals {
  /// The worksheets in the workbook's order.
  private(set) var sheets: [Workbook.Sheet] = []
  /// Where the records of each begin.
  private(set) var offsets: [Int] = []
  /// The texts that cells refer to by number.
  private(set) var sharedStrings: [String] = []

  private static let worksheet: UInt8 = 0
  private var names: Set<String> = []

  init(_ stream: [UInt8], file: String) throws(XLSFault) {
    var records = try BIFFSubstream(stream, at: 0, kind: .globals, file: file)
    while let record = try records.next() {
      var cursor = BIFFCursor(stream, record)
      switch record.type {
      case .filePassword: throw .other(.workbook(file: file, .encrypted))
      case .boundSheet: try addSheet(&cursor)
      case .sharedStrings: try addStrings(&cursor)
      default: break
      }
    }
  }

  /// Adds a sheet ([MS-XLS] 2.4.28), unless it is a chart, a macro sheet or a module.
  private mutating func addSheet(_ cursor: inout BIFFCursor) throws(XLSFault) {
    let offset = Int(try cursor.number(UInt32.self))
    let visibility = try cursor.number(UInt8.self) & 3
    let kind = try cursor.number(UInt8.self)
    let name = try cursor.shortText()
    guard kind == Self.worksheet else { return }
    guard names.insert(name).inserted else {
      throw .malformed("two sheets are called \(Quotation.of(name))")
    }
    guard names.count <= SheetLimits.sheets else {
      throw .malformed("more than \(SheetLimits.sheets) sheets")
    }
    // Read for a thousand sheets, the records of one would take a thousand times as long.
    guard !offsets.contains(offset) else {
      throw .malformed("two sheets begin at byte \(offset)")
    }
    let state: Workbook.State
    switch visibility {
    case 0: state = .visible
    case 1: state = .hidden
    case 2: state = .veryHidden
    default: throw .malformed("the sheet \(Quotation.of(name)) is neither visible nor hidden")
    }
    sheets.append(Workbook.Sheet(name: name, state: state))
    offsets.append(offset)
  }

  /// Adds the shared texts ([MS-XLS] 2.4.265).
  private mutating func addStrings(_ cursor: inout BIFFCursor) throws(XLSFault) {
    guard sharedStrings.isEmpty else { throw .malformed("it has two tables of shared strings") }
    try cursor.skip(4)
    let count = Int(try cursor.number(UInt32.self))
    guard count <= SheetLimits.sharedStrings else {
      throw .malformed("more than \(SheetLimits.sharedStrings) shared strings")
    }
    // The count is not trusted with memory: the texts are collected as they are found.
    for _ in 0..<count { sharedStrings.append(try cursor.text()) }
  }
}
