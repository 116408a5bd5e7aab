/// The place of one cell in a file.
public struct Location: Sendable, Hashable, CustomStringConvertible {
  /// The file's name without its folders.
  public let file: String
  /// The worksheet's name, or nothing for a text file.
  public let sheet: String?
  /// The row of the worksheet or the line of the text file, counted from 1.
  public let row: Int
  /// The column, counted from 1.
  public let column: Int

  /// Creates a place; of a path only the last component is kept.
  public init(file: String, sheet: String? = nil, row: Int, column: Int) {
    self.file = Self.lastComponent(of: file)
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// The place in a spreadsheet's own notation, such as F12.
  public var reference: String {
    Self.columnName(column) + String(row)
  }

  /// The place in words: file, sheet and cell, or file, line and column.
  public var description: String {
    if sheet != nil { return "\(container), cell \(reference)" }
    return "\(container), line \(row), column \(column)"
  }

  /// The file and, where there is one, the sheet.
  var container: String {
    if let sheet { return "\(file), sheet \(Quotation.of(sheet))" }
    return file
  }

  /// Returns the letters of a column, such as F for 6.
  ///
  /// - Precondition: `column` is at least 1.
  public static func columnName(_ column: Int) -> String {
    precondition(column >= 1, "columns are counted from 1")
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    letters.reverse()
    return String(decoding: letters, as: UTF8.self)
  }

  /// Returns the number of a column given by its letters, in either case.
  ///
  /// Nothing for a text that is empty, holds anything but the letters A to Z, or has more than
  /// six of them.
  public static func column(named name: String) -> Int? {
    let letters = name.utf8
    guard (1...6).contains(letters.count) else { return nil }
    var column = 0
    for letter in letters {
      switch letter {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        column = column * 26 + Int(letter - UInt8(ascii: "a")) + 1
      default:
        return nil
      }
    }
    return column
  }

  /// Returns the part of a path after its last slash.
  static func lastComponent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    let name = path[path.utf8.index(after: slash)...]
    return name.isEmpty ? path : String(name)
  }
}
