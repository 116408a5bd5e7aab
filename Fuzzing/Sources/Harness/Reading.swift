import Panels
import Tables

/// What must hold whenever bytes are read, whatever they are.
public enum Reading {
  /// Reads every sheet of a workbook and asks its cells what they say.
  public static func workbook(_ bytes: [UInt8], file: String) {
    expectError {
      let workbook = try Workbook(bytes: bytes, file: file)
      for sheet in workbook.sheets {
        // One bad sheet keeps no other from being read.
        expectError { try use(workbook.table(sheet: sheet.name)) }
      }
    }
  }

  /// Reads a text file in every encoding, or as the reader makes it out.
  public static func text(_ bytes: [UInt8], file: String) {
    for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
      expectError {
        let table = try CSVReader(encoding: encoding).table(bytes: bytes, file: file)
        try use(table)
        expectSameAfterWriting(table)
      }
    }
  }

  /// Reads a long table, and once more record by record: every value must be the same.
  public static func longTable(_ bytes: [UInt8], file: String) {
    expectError {
      // Few values, so that an input is refused rather than blamed for the memory it may take.
      let array = try LongTableReader(valueLimit: 1 << 16, threads: 1)
        .array(bytes: bytes, file: file)
      let table = try CSVReader(encoding: .utf8).table(bytes: bytes, file: file)
      var found = 0
      for record in try Records(table) {
        let unit = try record.text("unit")
        let year = try record.integer("year")
        let value = array[unit, try record.text("indicator"), year]
        guard
          case .number(let expected, isPercentage: false) =
            record.number("value", by: NumberGrammar())
        else {
          demand(value == nil)
          continue
        }
        demand(value?.bitPattern == expected.bitPattern)
        found += 1
      }
      demand(found == array.values.count - array.missingCount)
    }
  }

  /// Calls what stands between a table and its numbers.
  static func use(_ table: Table) throws {
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() where cell != .empty {
        demand(!table.location(row: row + 1, column: column + 1).description.isEmpty)
        for mark in NumberGrammar.DecimalMark.allCases {
          let number = NumberGrammar(decimalMark: mark).number(in: cell)
          if case .number(let value, _) = number { demand(value.isFinite) }
        }
      }
    }
    expectError { _ = try NumberGrammar(of: table) }
    let records = try Records(table)
    let names = records.columnNames
    for record in records {
      for name in names { _ = record.optionalText(name) }
    }
  }

  /// What is written must read back as it was, by a reader that knows the separator.
  private static func expectSameAfterWriting(_ table: Table) {
    guard let separator = table.separator else { return }
    let text = CSVWriter(separator: separator).string(table)
    do {
      let reader = CSVReader(separator: separator, encoding: .utf8)
      let again = try reader.table(bytes: Array(text.utf8), file: "again.csv")
      demand(again.rows == table.rows, "written and read again, the cells differ")
    } catch {
      fatalError("what was written cannot be read: \(error)")
    }
  }

  /// Errors say something; those of tables in little room.
  static func expectError(_ body: () throws -> Void) {
    do {
      try body()
    } catch {
      let message = "\(error)"
      demand(!message.isEmpty, "\(type(of: error)) says nothing")
      demand(!(error is TableError) || message.utf8.count < 4_000, message)
    }
  }
}
