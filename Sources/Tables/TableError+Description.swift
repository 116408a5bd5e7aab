extension TableError: CustomStringConvertible {
  /// The fault in one sentence, with its place and the remedy.
  public var description: String {
    switch self {
    case .missingFile(let path):
      "\(path): there is no such file"
    case .unreadableFile(let path, let reason):
      "\(path) cannot be read: \(reason)"
    case .unwritableFile(let path, let reason):
      "\(path) cannot be written: \(reason)"
    case .notUTF8(let file, let line):
      "\(file), line \(line): the text is not UTF-8; save the file in that encoding"
    case .undecodable(let file, let line, let encoding):
      "\(file), line \(line): the text is not \(encoding); save the file as UTF-8"
    case .nulByte(let location):
      "\(location): a NUL byte; the file is not text, or is UTF-16: save it as UTF-8"
    case .unterminatedQuote(let location):
      "\(location): the quote opened here is never closed; close it, or double it if it is text"
    case .textAfterQuote(let location):
      "\(location): text follows the closing quote; double a quote that belongs to the text"
    case .strayQuote(let location):
      "\(location): a quote inside an unquoted cell; quote the whole cell and double the quote"
    case .missingColumn(let name, let location, let columns):
      "\(location.container): there is no column \(Quotation.of(name)); \(Self.listing(columns))"
    case .duplicateColumn(let name, let location, let first):
      "\(location): the column \(Quotation.of(name)) occurs a second time, after \(Self.name(first)); "
        + "give every column its own name"
    case .tooManyCells(let location, let cells, let columns):
      "\(location.container), \(Self.rowName(location)): \(cells) cells for \(columns) columns; "
        + (location.sheet == nil
          ? "quote a cell that contains the separator"
          : "give every column a heading in the first row")
    case .tooFewCells(let location, let cells, let columns):
      "\(location.container), \(Self.rowName(location)): \(cells) cells for \(columns) columns; "
        + "leave a missing cell empty, but keep its separator"
    case .recordTooLong(let location, let limit):
      "\(location.container), \(Self.rowName(location)): the record is longer than \(limit) bytes; "
        + "check that every quote is closed"
    case .repeatedValue(let location, let keys, let firstLine):
      "\(location): the value of \(keys.joined(separator: ", ")) is given a second time, "
        + "after line \(firstLine); remove one of the two"
    case .tooManyValues(let file, let keys, let limit):
      "\(file): \(keys.map(String.init).joined(separator: " × ")) different keys span more than "
        + "\(limit) values; check that the columns are the right ones"
    case .emptyCell(let location, let column):
      "\(Self.place(location, column)): the cell is empty"
    case .notANumber(let location, let column, let text):
      "\(Self.place(location, column)): \(Quotation.of(text)) is not a number"
    case .notAnInteger(let location, let column, let text):
      "\(Self.place(location, column)): \(Quotation.of(text)) is not a whole number"
    case .ambiguousNumber(let location, let text):
      "\(location): \(Quotation.of(text)) may have decimals or thousands set apart; "
        + "say whether decimals follow a point or a comma"
    case .mixedDecimalMarks(let location, let text, let other, let otherText):
      "\(location): \(Quotation.of(text)) and, in line \(other.row), column \(other.column), "
        + "\(Quotation.of(otherText)) have different decimal marks; "
        + "say whether decimals follow a point or a comma"
    case .workbook(let file, let fault):
      "\(file) \(fault)"
    case .part(let file, let part, let fault):
      "\(file), part \(Quotation.excerpt(part))\(fault)"
    case .missingSheet(let name, let file, let sheets):
      "\(file): there is no sheet \(Quotation.of(name)); "
        + (sheets.isEmpty ? "there are none" : "the sheets are \(Quotation.list(sheets))")
    case .cell(let location, let fault):
      "\(location): \(fault)"
    case .sheet(let name, let file, let reason):
      "\(file), sheet \(Quotation.of(name)): \(reason); save the workbook as .xlsx in a spreadsheet program"
    case .sheetTooLarge(let file, let sheet, let cells):
      "\(file), sheet \(Quotation.of(sheet)): the rows spread over more than \(cells) cells; "
        + "delete stray cells far to the right"
    case .textFileTooLarge(let file, let cells):
      "\(file): the file has more than \(cells) cells; split it"
    case .statistical(let file, let fault):
      "\(file) \(fault)"
    case .unwritableCell(let location, let reason):
      "\(location) cannot be written: \(reason)"
    }
  }

  /// The place of a cell: by name in a text file, by reference in a sheet.
  private static func place(_ location: Location, _ column: String?) -> String {
    guard let column, location.sheet == nil else { return location.description }
    return "\(location.container), line \(location.row), column \(Quotation.of(column))"
  }

  private static func rowName(_ location: Location) -> String {
    location.sheet == nil ? "line \(location.row)" : "row \(location.row)"
  }

  private static func name(_ location: Location) -> String {
    location.sheet == nil ? "column \(location.column)" : location.reference
  }

  private static func listing(_ columns: [String]) -> String {
    columns.isEmpty ? "the first row is blank" : "the columns are \(Quotation.list(columns))"
  }
}

extension TableError.WorkbookFault: CustomStringConvertible {
  /// The fault and its remedy, to stand after the file's name.
  public var description: String {
    switch self {
    case .empty:
      "is empty; copy or download it again"
    case .notZip:
      "is neither an .xlsx nor an .xls workbook; save it as one in a spreadsheet program"
    case .oldFormat:
      "is an .xls workbook from before Excel 97; save it as .xlsx in a spreadsheet program"
    case .encrypted:
      "is protected by a password; save it without one"
    case .binary:
      "is a binary .xlsb workbook; save it as .xlsx in a spreadsheet program"
    case .notWorkbook:
      "is a zip archive but not an .xlsx workbook; check that it is the right file"
    case .notOldWorkbook:
      "is a compound file but not an .xls workbook; check that it is the right file"
    case .damaged(let reason):
      "is damaged or cut short (\(reason)); copy or download it again"
    }
  }
}

extension TableError.PartFault: CustomStringConvertible {
  /// The fault and its remedy, to stand after the part's name.
  public var description: String {
    switch self {
    case .missing:
      " is missing; save the workbook again in a spreadsheet program"
    case .damaged(let reason):
      " is damaged (\(reason)); copy or download the file again"
    case .tooLarge(let limit):
      " unpacks to more than \(limit >> 20) MiB; split the workbook"
    case .suspiciousCompression:
      " is compressed as no workbook is; do not trust the file"
    case .documentType(let line):
      ", line \(line): a document type, which no workbook has; do not trust the file"
    case .malformed(let line, let reason):
      ", line \(line): \(reason); save the workbook again in a spreadsheet program"
    case .badRelationship(let sheet, let id):
      ": the sheet \(Quotation.of(sheet)) refers to \(Quotation.of(id)), which leads nowhere; "
        + "save the workbook again in a spreadsheet program"
    }
  }
}

extension TableError.CellFault: CustomStringConvertible {
  /// The fault, to stand after the cell's place.
  public var description: String {
    switch self {
    case .repeated: "the cell is given twice"
    case .outOfOrder: "the cell stands after a later one"
    case .outsideSheet: "a sheet ends at row \(SheetLimits.rows) and column XFD"
    case .outsideOldSheet:
      "a sheet of an .xls workbook ends at row \(XLSLimits.rows) and column IV"
    case .badReference(let text): "\(Quotation.of(text)) is not a reference to a cell of this row"
    case .badSharedString(let text): "\(Quotation.of(text)) is not the number of a shared string"
    case .badBoolean(let text): "\(Quotation.of(text)) is not a truth value"
    case .badErrorCode(let code): "\(code) is not the code of an error value"
    case .badFormulaValue(let kind): "\(kind) is not a kind of formula value"
    case .missingFormulaText: "the text that is the formula's value is missing"
    case .unknownType(let text): "\(Quotation.of(text)) is not a type of cell"
    }
  }
}
