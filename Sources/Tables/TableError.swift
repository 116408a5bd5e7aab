/// What can be wrong with a file of tables.
public enum TableError: Error, Sendable, Equatable {
  /// There is no file at the path.
  case missingFile(String)
  /// The file at the path cannot be read.
  case unreadableFile(String, reason: String)
  /// The file at the path cannot be written.
  case unwritableFile(String, reason: String)

  /// A line of a text file is not UTF-8.
  case notUTF8(file: String, line: Int)
  /// A line of a text file is not in the encoding it is said or marked to be in.
  case undecodable(file: String, line: Int, encoding: TextEncoding)
  /// A text file holds a NUL byte.
  case nulByte(Location)
  /// A quote opened at the place is never closed.
  case unterminatedQuote(Location)
  /// Text follows the closing quote of a cell.
  case textAfterQuote(Location)
  /// A quote stands inside a cell that is not quoted.
  case strayQuote(Location)

  /// A column that is needed is not there.
  case missingColumn(String, in: Location, columns: [String])
  /// Two columns have one name.
  case duplicateColumn(String, Location, first: Location)
  /// A record has more cells than there are columns.
  case tooManyCells(Location, cells: Int, columns: Int)
  /// A record has fewer cells than there are columns.
  case tooFewCells(Location, cells: Int, columns: Int)
  /// A record has more bytes than are held at once.
  case recordTooLong(Location, limit: Int)
  /// Two records give a value for the same keys.
  case repeatedValue(Location, keys: [String], firstLine: Int)
  /// The keys of a long table span more values than can be held.
  case tooManyValues(file: String, keys: [Int], limit: Int)
  /// A cell that is needed is empty.
  case emptyCell(Location, column: String)
  /// A cell is not a number.
  case notANumber(Location, column: String?, text: String)
  /// A cell is not a whole number.
  case notAnInteger(Location, column: String, text: String)
  /// The mark of a number may come before decimals or set thousands apart.
  case ambiguousNumber(Location, text: String)
  /// Two numbers of one table have different decimal marks.
  case mixedDecimalMarks(Location, text: String, other: Location, otherText: String)

  /// The file is not a workbook that can be read.
  case workbook(file: String, WorkbookFault)
  /// One part inside a workbook is at fault.
  case part(file: String, part: String, PartFault)
  /// The workbook has no worksheet of that name.
  case missingSheet(String, file: String, sheets: [String])
  /// A cell of a worksheet is at fault.
  case cell(Location, CellFault)
  /// The records of a sheet of an .xls workbook are at fault.
  case sheet(String, file: String, reason: String)
  /// A sheet spreads over more cells than can be held.
  case sheetTooLarge(file: String, sheet: String, cells: Int)
  /// A text file has more cells than can be held.
  case textFileTooLarge(file: String, cells: Int)
  /// The file of a statistics program cannot be read.
  case statistical(file: String, StatisticalFault)
  /// A cell cannot be written to a workbook.
  case unwritableCell(Location, reason: String)

  /// Why a whole file is not a readable workbook.
  public enum WorkbookFault: Sendable, Equatable {
    /// The file holds no bytes.
    case empty
    /// The file is neither a zip archive nor a compound file.
    case notZip
    /// The file is an .xls workbook from before Excel 97.
    case oldFormat
    /// The file is protected by a password.
    case encrypted
    /// The file is a binary .xlsb workbook.
    case binary
    /// The zip archive holds something else.
    case notWorkbook
    /// The compound file holds something else.
    case notOldWorkbook
    /// The zip archive or compound file is damaged.
    case damaged(String)
  }

  /// Why a part of a workbook cannot be read.
  public enum PartFault: Sendable, Equatable {
    /// The part is not in the archive.
    case missing
    /// The part cannot be unpacked.
    case damaged(String)
    /// The part unpacks to more bytes than allowed.
    case tooLarge(limit: Int)
    /// The part is compressed beyond what a workbook can be.
    case suspiciousCompression
    /// The part declares a document type.
    case documentType(line: Int)
    /// The part is not well-formed, or not what it should be.
    case malformed(line: Int, reason: String)
    /// A sheet refers to a relationship that does not lead to a part.
    case badRelationship(sheet: String, id: String)
  }

  /// Why a cell of a worksheet cannot be read.
  public enum CellFault: Sendable, Equatable {
    /// The cell or row is given twice.
    case repeated
    /// The cell or row comes after a later one.
    case outOfOrder
    /// The cell or row lies beyond row 1,048,576 or column XFD.
    case outsideSheet
    /// The cell lies beyond column IV of a sheet of an .xls workbook.
    case outsideOldSheet
    /// The reference cannot be read or belongs to another row.
    case badReference(String)
    /// The index into the shared strings cannot be read or is too large.
    case badSharedString(String)
    /// The truth value is neither 0 nor 1.
    case badBoolean(String)
    /// The code of an error value is unknown.
    case badErrorCode(Int)
    /// The kind of a formula's value is unknown.
    case badFormulaValue(Int)
    /// A formula's value is a text that does not follow.
    case missingFormulaText
    /// The cell's type is unknown.
    case unknownType(String)
  }
}
