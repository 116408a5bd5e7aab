import Synchronization

/// The content of a long text table, one value a record, as an array over its three keys.
package struct LongTable: Sendable {
  /// The units by the bytes of their UTF-8.
  package let units: [String]
  /// The years, ascending.
  package let years: [Int]
  /// The indicators by the bytes of their UTF-8.
  package let indicators: [String]
  /// The place of each unit in `units`.
  package let unitPlaces: [String: Int]
  /// The place of each indicator in `indicators`.
  package let indicatorPlaces: [String: Int]
  /// The values, NaN where missing: indicators run fastest, then years, then units.
  package let values: [Double]

  /// How to read.
  package struct Options: Sendable {
    /// The names of the columns of unit, year, indicator and value.
    package var columns: [String]
    /// What separates the cells, or nothing to find it out from the header.
    package var separator: Character?
    package var grammar = NumberGrammar()
    package var threads: Int
    package var valueLimit: Int
    package var windowLength = 1 << 18
    package var recordLimit = 1 << 26

    package init(columns: [String], separator: Character?, threads: Int, valueLimit: Int) {
      self.columns = columns
      self.separator = separator
      self.threads = threads
      self.valueLimit = valueLimit
    }
  }

  /// Reads the file at a path.
  package init(contentsOf path: String, _ options: Options) throws {
    try self.init(
      ByteSource(contentsOf: path), file: Location.lastComponent(of: path), options)
  }

  /// Reads bytes.
  package init(bytes: [UInt8], file: String, _ options: Options) throws {
    try self.init(.memory(bytes), file: Location.lastComponent(of: file), options)
  }

  private init(_ source: ByteSource, file: String, _ options: Options) throws {
    let layout = try LongTableLayout(
      of: source, columns: options.columns,
      separator: options.separator.map(CSVFormat.checked), file: file,
      recordLimit: options.recordLimit)
    let reading = WindowedReading(
      source: source, layout: layout, windowLength: options.windowLength,
      recordLimit: options.recordLimit, threads: options.threads)
    let (columns, windows) = try reading.keys()
    let keys = LongTableKeys(columns)
    let (years, overflow) = keys.units.count.multipliedReportingOverflow(by: keys.years.count)
    let (count, overflowAgain) = years.multipliedReportingOverflow(by: keys.indicators.count)
    guard !overflow, !overflowAgain, count <= options.valueLimit else {
      throw TableError.tooManyValues(
        file: file, keys: [keys.units.count, keys.years.count, keys.indicators.count],
        limit: options.valueLimit)
    }
    units = keys.units
    self.years = keys.years
    indicators = keys.indicators
    unitPlaces = keys.unitPlaceOf
    indicatorPlaces = keys.indicatorPlaceOf
    values = try reading.values(
      windows, CellFinder(columns, keys), keys, count: count, grammar: options.grammar)
  }
}
