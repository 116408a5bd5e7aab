import Glibc
public import Tables

/// Reads a long text table, one value a record, into an array over units, years and indicators.
///
/// The columns are found by their names in the header, in any order and among any others; records
/// may be in any order too. The file is UTF-8; cells are separated and quoted as `CSVReader` has
/// it, but every record must have as many cells as the header, or none with content. A value may
/// be empty or one of the signs for a missing value that `NumberGrammar` knows; units, years and
/// indicators must be there.
///
/// Besides the array no more of the file is in memory than a few hundred kilobytes a thread: it is
/// read twice, first for the keys, then for the values. The result is the same on any number of
/// threads. Spellings of a unit or indicator that differ only in outer white space or in how their
/// letters are composed are one key, written like the first of them by its bytes.
public struct LongTableReader: Sendable {
  /// The names of the columns that are read.
  public struct Columns: Sendable, Hashable {
    /// The column of the units.
    public var unit = "unit"
    /// The column of the years.
    public var year = "year"
    /// The column of the indicators.
    public var indicator = "indicator"
    /// The column of the values.
    public var value = "value"

    /// Names the columns.
    public init(
      unit: String = "unit", year: String = "year", indicator: String = "indicator",
      value: String = "value"
    ) {
      precondition(
        Set([unit, year, indicator, value]).count == 4, "each column must have its own name")
      self.unit = unit
      self.year = year
      self.indicator = indicator
      self.value = value
    }
  }

  /// How many values an array may hold unless the reader is told otherwise: two gibibytes of them.
  public static let defaultValueLimit = 1 << 28

  private let columns: Columns
  private let separator: Character?
  private let grammar: NumberGrammar
  private let valueLimit: Int
  private let threads: Int

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - columns: The names of the columns that are read.
  ///   - separator: An ASCII character, or nothing to choose for each file the one among comma,
  ///     semicolon and tab that occurs most often outside quotes in its header.
  ///   - grammar: How the values are written. A percentage is not a value.
  ///   - valueLimit: The number of values, missing ones among them, above which a table is refused.
  ///   - threads: How many threads read, or nothing for as many as there are processors.
  public init(
    columns: Columns = Columns(), separator: Character? = nil,
    grammar: NumberGrammar = NumberGrammar(), valueLimit: Int = defaultValueLimit,
    threads: Int? = nil
  ) {
    self.columns = columns
    self.separator = separator
    self.grammar = grammar
    self.valueLimit = valueLimit
    self.threads = max(1, threads ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// Reads the file at a path.
  ///
  /// - Throws: `TableError` naming line and column, among others for a key or value that cannot be
  ///   read and for two records that give a value for the same keys.
  public func array(contentsOf path: String) throws -> PanelArray {
    PanelArray(try LongTable(contentsOf: path, options))
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - file: The name used in messages; of a path the last component.
  /// - Returns: The array.
  /// - Throws: `TableError`, as for a file.
  public func array(bytes: [UInt8], file: String) throws -> PanelArray {
    PanelArray(try LongTable(bytes: bytes, file: file, options))
  }

  private var options: LongTable.Options {
    var options = LongTable.Options(
      columns: [columns.unit, columns.year, columns.indicator, columns.value],
      separator: separator, threads: threads, valueLimit: valueLimit)
    options.grammar = grammar
    return options
  }
}
