/// Reads the cells of one worksheet.
final class WorksheetHandler: XMLHandler {
  let root = "worksheet"
  var text: [UInt8] = []
  private(set) var isCollecting = false
  /// The rows up to the last one with a value.
  private(set) var rows: [[Cell]] = []

  private let file: String
  private let sheet: String
  private let sharedStrings: [String]
  private let cellLimit: Int

  private enum Level { case outside, sheetData, row, cell, inlineText, phonetic }
  /// How deep the element at hand lies among those that matter.
  private var level = Level.outside
  /// The row and column of the cell at hand, counted from 1; 0 before the first.
  private var row = 0
  private var column = 0
  private var type = CellType.number
  private var hasFormula = false
  private var cells: [Cell] = []
  /// How many cells all rows take up, empty ones between others included.
  private var cellCount = 0

  init(
    file: String, sheet: String, sharedStrings: [String], cellLimit: Int = SheetLimits.cells
  ) {
    self.file = file
    self.sheet = sheet
    self.sharedStrings = sharedStrings
    self.cellLimit = cellLimit
  }

  func open(_ name: String, _ attributes: borrowing XMLAttributes) throws(XMLFault) {
    switch (level, name) {
    case (.outside, "sheetData"):
      level = .sheetData
    case (.sheetData, "row"):
      level = .row
      try openRow(attributes)
    case (.row, "c"):
      level = .cell
      try openCell(attributes)
    case (.cell, "f"):
      hasFormula = true
    case (.cell, "v"):
      text.removeAll(keepingCapacity: true)
      isCollecting = true
    case (.cell, "is"):
      level = .inlineText
      text.removeAll(keepingCapacity: true)
    case (.inlineText, "rPh"):
      level = .phonetic
    case (.inlineText, "t"):
      isCollecting = true
    default:
      break
    }
  }

  func close(_ name: String) throws(XMLFault) {
    switch (level, name) {
    case (.cell, "v"), (.inlineText, "t"):
      isCollecting = false
    case (.phonetic, "rPh"):
      level = .inlineText
    case (.inlineText, "is"):
      level = .cell
    case (.cell, "c"):
      level = .row
      try closeCell()
    case (.row, "row"):
      level = .sheetData
      try closeRow()
    case (.sheetData, "sheetData"):
      level = .outside
    default:
      break
    }
  }

  private func openRow(_ attributes: borrowing XMLAttributes) throws(XMLFault) {
    let previous = row
    row += 1
    column = 0
    // Not emptied and used again: the row before, kept among the rows, would leave its capacity to
    // every later one, so that a single wide row made millions of narrow ones as wide.
    let expected = cells.count
    cells = []
    cells.reserveCapacity(expected)
    if let written = attributes["r"] {
      guard let number = CellReference.number(written) else {
        throw fault(.badReference(written), column: 1)
      }
      row = number
    }
    guard row > previous else {
      throw fault(row == previous ? .repeated : .outOfOrder, column: 1)
    }
    guard row <= SheetLimits.rows else { throw fault(.outsideSheet, column: 1) }
  }

  private func openCell(_ attributes: borrowing XMLAttributes) throws(XMLFault) {
    let previous = column
    column += 1
    if let written = attributes["r"] {
      guard let reference = CellReference(written), reference.row == row else {
        throw fault(.badReference(written), column: column)
      }
      column = reference.column
    }
    guard column > previous else {
      throw fault(column == previous ? .repeated : .outOfOrder)
    }
    guard column <= SheetLimits.columns else { throw fault(.outsideSheet) }
    type = .number
    hasFormula = false
    if let written = attributes["t"] {
      guard let known = CellType(rawValue: written) else { throw fault(.unknownType(written)) }
      type = known
    }
    text.removeAll(keepingCapacity: true)
  }

  private func closeCell() throws(XMLFault) {
    // A formula's text may be empty; its number, truth value or error may not.
    let isUncalculated = hasFormula && text.isEmpty && type != .formulaText
    guard !text.isEmpty || isUncalculated else { return }
    let value = isUncalculated ? .uncalculated : try value()
    if value == .text("") { return }
    cells.append(contentsOf: repeatElement(.empty, count: column - 1 - cells.count))
    cells.append(value)
  }

  private func closeRow() throws(XMLFault) {
    guard !cells.isEmpty else { return }
    cellCount += cells.count
    guard cellCount <= cellLimit else {
      throw .other(.sheetTooLarge(file: file, sheet: sheet, cells: cellLimit))
    }
    rows.append(contentsOf: repeatElement([], count: row - 1 - rows.count))
    rows.append(cells)
  }

  private func value() throws(XMLFault) -> Cell {
    switch type {
    case .number:
      guard let number = Double(decimalBytes: text.span) else {
        let text = String(decoding: text, as: UTF8.self)
        throw .other(.notANumber(location(column), column: nil, text: text))
      }
      return .number(number)
    case .sharedString:
      let written = String(decoding: text, as: UTF8.self).withoutOuterSpaces
      guard let index = Int(written), sharedStrings.indices.contains(index) else {
        throw fault(.badSharedString(written))
      }
      return .text(sharedStrings[index])
    case .inlineText, .formulaText:
      return .text(EscapedText.decoded(text))
    case .date:
      return .text(String(decoding: text, as: UTF8.self))
    case .boolean:
      let written = String(decoding: text, as: UTF8.self).withoutOuterSpaces
      switch written {
      case "1", "true": return .boolean(true)
      case "0", "false": return .boolean(false)
      default: throw fault(.badBoolean(written))
      }
    case .error:
      return .error(String(decoding: text, as: UTF8.self).withoutOuterSpaces)
    }
  }

  private func fault(_ fault: TableError.CellFault, column: Int? = nil) -> XMLFault {
    .other(.cell(location(column ?? self.column), fault))
  }

  private func location(_ column: Int) -> Location {
    Location(file: file, sheet: sheet, row: row, column: column)
  }
}

/// The types of cells by their names in a worksheet (ECMA-376 part 1, 18.18.11).
private enum CellType: String {
  case number = "n"
  case sharedString = "s"
  case inlineText = "inlineStr"
  case formulaText = "str"
  case boolean = "b"
  case error = "e"
  case date = "d"
}
