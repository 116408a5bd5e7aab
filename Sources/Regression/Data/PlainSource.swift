public import Tables

/// Observations in a plain CSV file, of which only the columns asked for are read.
///
/// The numbers, the texts and the places of rows are those of a `TableSource`, sooner and in less memory.
/// Which files are plain is said at `PlainTable`; of any other nothing is read, and a `TableSource` says
/// where it is wrong.
public struct PlainSource: ObservationSource {
  private let table: PlainTable
  /// The place of each column of texts, and of each column of numbers, among those read.
  private let labels: [String: Int]
  private let numbers: [String: Int]

  /// Reads columns of a file, or nothing where it is not plain or lacks one of them.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - labels: the columns whose texts are needed.
  ///   - numbers: the columns whose numbers are needed; they may be among the texts too.
  ///   - threads: how many threads read at most; nil for as many as there are processors.
  /// - Throws: `TableError` for a file that cannot be read.
  public init?(
    contentsOf path: String, labels: Set<String>, numbers: Set<String>, threads: Int? = nil
  ) throws(TableError) {
    let labelNames = labels.sorted()
    let numberNames = numbers.subtracting(labels).sorted()
    guard
      let table = try PlainTable(
        contentsOf: path, texts: labelNames, numbers: numberNames, threads: threads)
    else { return nil }
    self.table = table
    self.labels = Self.places(labelNames)
    self.numbers = Self.places(numberNames)
    for column in numbers.intersection(labels) where Self.values(of: texts(column)) == nil {
      return nil
    }
  }

  public var columnNames: [String] { table.columnNames }

  public var rowCount: Int { table.rowCount }

  /// The line of the file: the header is the first, and no line of a plain file is passed over.
  public func rowNumber(_ row: Int) -> Int { row + 2 }

  /// The numbers of a column.
  ///
  /// - Parameter column: one of the columns that were asked for.
  /// - Returns: one number a row, NaN where it is missing.
  public func numbers(of column: String) -> [Double] {
    if let place = numbers[column] {
      return Array(table.numbers[place * rowCount..<(place + 1) * rowCount])
    }
    let texts = texts(column)
    guard let values = Self.values(of: texts) else {
      preconditionFailure("the column \"\(column)\" was not asked for as numbers")
    }
    return texts.codes.map { values[Int($0)] }
  }

  public func labels(of column: String) -> [String?] {
    let texts = texts(column)
    return texts.codes.map { texts.labels[Int($0)] }
  }

  public func numberedLabels(of column: String) -> NumberedLabels {
    let texts = texts(column)
    return NumberedLabels(codes: texts.codes, labels: texts.labels)
  }

  private func texts(_ column: String) -> PlainTable.Texts {
    guard let place = labels[column] else {
      preconditionFailure("the column \"\(column)\" was not asked for")
    }
    return table.texts[place]
  }

  /// The number that each text stands for, or nothing where one stands for none.
  private static func values(of texts: PlainTable.Texts) -> [Double]? {
    var values: [Double] = []
    for label in texts.labels {
      guard case .number(let value, let isPercentage) = NumberGrammar().number(in: label) else {
        return nil
      }
      values.append(isPercentage ? value / 100 : value)
    }
    return values
  }

  private static func places(_ names: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
  }
}
