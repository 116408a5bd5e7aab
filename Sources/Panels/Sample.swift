public import LinearAlgebra

/// The provinces of one year that have every indicator an estimation needs.
///
/// Cells of a panel may be missing, those of a matrix may not: only a sample becomes a matrix.
public struct Sample: Sendable {
  /// The year.
  public let year: Int
  /// The provinces kept, in the order of the panel: one row each.
  public let provinces: [Province]
  /// The positions of those provinces in the panel.
  public let rowNumbers: [Int]
  /// The provinces of that year left out because a figure is missing.
  public let incomplete: [Province]
  /// The codes of the indicators: one column each.
  public let indicators: [String]
  /// The figures, column by column.
  public let columns: [[Double]]

  /// Some indicators as a matrix, provinces × indicators.
  ///
  /// - Parameters:
  ///   - codes: the indicators, one column each.
  ///   - hasConstant: whether a column of ones comes before them.
  /// - Returns: a matrix without holes.
  /// - Precondition: the indicators are in the sample.
  public func matrix(of codes: [String], withConstant hasConstant: Bool = false) -> Matrix {
    let ones = [Double](repeating: 1, count: provinces.count)
    return Matrix(
      rows: provinces.count, columns: (hasConstant ? [ones] : []) + codes.map(column))
  }

  /// The figures of one indicator.
  ///
  /// - Precondition: the indicator is in the sample.
  public func column(_ indicator: String) -> [Double] {
    guard let position = indicators.firstIndex(of: indicator) else {
      preconditionFailure("\(indicator) is not in the sample")
    }
    return columns[position]
  }
}

extension Panel {
  /// The complete rows of some indicators in one year.
  ///
  /// - Throws: `PanelError.noFigures` for a year without figures.
  public func sample(of codes: [String], in year: Int) throws -> Sample {
    try requireYear(year)
    let columns = codes.map { column($0, in: year) ?? provinces.map { _ in nil } }
    let kept = provinces.indices.filter { row in columns.allSatisfy { $0[row] != nil } }
    let left = provinces.indices.filter { row in
      provinces[row].years.contains(year) && !columns.allSatisfy { $0[row] != nil }
    }
    return Sample(
      year: year, provinces: kept.map { provinces[$0] }, rowNumbers: kept,
      incomplete: left.map { provinces[$0] }, indicators: codes,
      columns: columns.map { column in kept.compactMap { column[$0] } })
  }
}
