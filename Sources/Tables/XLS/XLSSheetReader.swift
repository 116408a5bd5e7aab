/// Reads the cells of one worksheet of an .xls workbook.
///
/// Some programs write cells in the order they were given them, which is therefore not asked for.
/// A sheet cannot spread over more cells than `SheetLimits` allows, having 2²⁴ places.
struct XLSSheetReader {
  /// The rows up to the last one with a value.
  private(set) var rows: [[Cell]] = []

  private let file: String
  private let sheet: String
  private let sharedStrings: [String]
  /// A formula whose text is still to follow.
  private var awaiting: Place?

  /// A row and column, both counted from 0.
  private struct Place {
    let row: Int
    let column: Int
  }

  init(file: String, sheet: String, sharedStrings: [String]) {
    self.file = file
    self.sheet = sheet
    self.sharedStrings = sharedStrings
  }

  /// Reads the records that begin at an offset.
  mutating func read(_ stream: [UInt8], from offset: Int) throws(XLSFault) {
    var records = try BIFFSubstream(stream, at: offset, kind: .worksheet, file: file)
    while let record = try records.next() {
      guard let type = record.type else { continue }
      var cursor = BIFFCursor(stream, record)
      if type == .formulaText {
        try takeFormulaText(&cursor)
      } else {
        try take(type, &cursor)
      }
    }
    try refuseMissingText()
  }

  private mutating func take(_ type: BIFFType, _ cursor: inout BIFFCursor) throws(XLSFault) {
    switch type {
    case .number:
      let place = try beginCell(&cursor)
      try cursor.skip(2)
      try put(number(Double(bitPattern: cursor.number(UInt64.self)), at: place), at: place)
    case .rk:
      let place = try beginCell(&cursor)
      try putRK(&cursor, at: place)
    case .multipleRK:
      try takeMany(&cursor, size: 6) { (reader, cursor, place) throws(XLSFault) in
        try reader.putRK(&cursor, at: place)
      }
    case .multipleBlanks:
      try takeMany(&cursor, size: 2) { (_, cursor, _) throws(XLSFault) in try cursor.skip(2) }
    case .blank:
      _ = try beginCell(&cursor)
    case .sharedString:
      let place = try beginCell(&cursor)
      try cursor.skip(2)
      let index = Int(try cursor.number(UInt32.self))
      guard sharedStrings.indices.contains(index) else {
        throw fault(.badSharedString(String(index)), at: place)
      }
      try put(.text(sharedStrings[index]), at: place)
    case .text, .richText:
      let place = try beginCell(&cursor)
      try cursor.skip(2)
      try put(.text(cursor.text()), at: place)
    case .booleanOrError:
      let place = try beginCell(&cursor)
      try cursor.skip(2)
      let value = try cursor.number(UInt8.self)
      let isError = try cursor.number(UInt8.self) != 0
      try put(isError ? error(value, at: place) : boolean(value, at: place), at: place)
    case .formula:
      let place = try beginCell(&cursor)
      try cursor.skip(2)
      try takeFormula(cursor.number(UInt64.self), at: place)
    default:
      break
    }
  }

  /// Takes the value computed when the file was saved ([MS-XLS] 2.5.133).
  ///
  /// A double whose upper 16 bits are all set is not a number; its first byte tells what it is.
  private mutating func takeFormula(_ bits: UInt64, at place: Place) throws(XLSFault) {
    guard bits >> 48 == 0xFFFF else {
      return try put(number(Double(bitPattern: bits), at: place), at: place)
    }
    let value = UInt8(truncatingIfNeeded: bits >> 16)
    switch UInt8(truncatingIfNeeded: bits) {
    case 0: awaiting = place
    case 1: try put(boolean(value, at: place), at: place)
    case 2: try put(error(value, at: place), at: place)
    case 3: break
    case let kind: throw fault(.badFormulaValue(Int(kind)), at: place)
    }
  }

  private mutating func takeFormulaText(_ cursor: inout BIFFCursor) throws(XLSFault) {
    guard let place = awaiting else { throw .malformed("a text belongs to no formula") }
    awaiting = nil
    try put(.text(cursor.text()), at: place)
  }

  /// Takes neighbours in one row: its number, the first column, the cells, the last column.
  private mutating func takeMany(
    _ cursor: inout BIFFCursor, size: Int,
    _ take: (inout Self, inout BIFFCursor, Place) throws(XLSFault) -> Void
  ) throws(XLSFault) {
    let count = (cursor.available - 6) / size
    let first = try beginCell(&cursor)
    guard count > 0, cursor.available == count * size + 2 else {
      throw .malformed("a record of cells in row \(first.row + 1) has the wrong length")
    }
    for column in first.column..<(first.column + count) {
      try take(&self, &cursor, checked(first.row, column))
    }
    let last = Int(try cursor.number(UInt16.self))
    guard last == first.column + count - 1 else {
      throw .malformed("a record of cells in row \(first.row + 1) ends in the wrong column")
    }
  }

  /// Reads the place that the record of a cell begins with.
  private func beginCell(_ cursor: inout BIFFCursor) throws(XLSFault) -> Place {
    try refuseMissingText()
    let row = Int(try cursor.number(UInt16.self))
    return try checked(row, Int(try cursor.number(UInt16.self)))
  }

  private func checked(_ row: Int, _ column: Int) throws(XLSFault) -> Place {
    let place = Place(row: row, column: column)
    guard column < XLSLimits.columns else { throw fault(.outsideOldSheet, at: place) }
    return place
  }

  private func refuseMissingText() throws(XLSFault) {
    if let awaiting { throw fault(.missingFormulaText, at: awaiting) }
  }

  private mutating func putRK(_ cursor: inout BIFFCursor, at place: Place) throws(XLSFault) {
    try cursor.skip(2)
    try put(number(RKNumber.value(cursor.number(UInt32.self)), at: place), at: place)
  }

  private mutating func put(_ value: Cell, at place: Place) throws(XLSFault) {
    if value == .text("") { return }
    if place.row >= rows.count {
      rows.append(contentsOf: repeatElement([], count: place.row + 1 - rows.count))
    }
    let missing = place.column + 1 - rows[place.row].count
    if missing > 0 { rows[place.row].append(contentsOf: repeatElement(.empty, count: missing)) }
    guard rows[place.row][place.column] == .empty else { throw fault(.repeated, at: place) }
    rows[place.row][place.column] = value
  }

  private func number(_ value: Double, at place: Place) throws(XLSFault) -> Cell {
    guard value.isFinite else {
      throw .other(.notANumber(location(place), column: nil, text: "\(value)"))
    }
    return .number(value)
  }

  private func boolean(_ value: UInt8, at place: Place) throws(XLSFault) -> Cell {
    guard value <= 1 else { throw fault(.badBoolean(String(value)), at: place) }
    return .boolean(value == 1)
  }

  private func error(_ code: UInt8, at place: Place) throws(XLSFault) -> Cell {
    guard let error = XLSErrorCode(rawValue: code) else {
      throw fault(.badErrorCode(Int(code)), at: place)
    }
    return .error(error.text)
  }

  private func fault(_ fault: TableError.CellFault, at place: Place) -> XLSFault {
    .other(.cell(location(place), fault))
  }

  private func location(_ place: Place) -> Location {
    Location(file: file, sheet: sheet, row: place.row + 1, column: place.column + 1)
  }
}
