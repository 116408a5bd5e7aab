public import Tables

/// The rows that have everything a regression needs, as columns without holes.
public struct EstimationSample: Sendable {
  /// What is explained, and its name.
  public let response: [Double]
  public let responseName: String
  /// The regressors in the order given, without an intercept.
  public let regressors: [[Double]]
  public let regressorNames: [String]
  /// The weights, all above zero; nil where rows count alike.
  public let weights: [Double]?
  /// The unit of each row, and the time, numbered in ascending order.
  public let unit: Grouping?
  public let time: Grouping?
  /// The fixed effects.
  public let effects: [Grouping]
  /// The clusters asked for.
  public let clusters: [Grouping]
  /// The numbers of the rows among the observations, counted from zero.
  public let rows: [Int]
  /// Rows left out, and other things worth knowing.
  public let notes: [Phrase]

  /// The number of rows.
  public var rowCount: Int { rows.count }

  /// The grouping of some rows.
  ///
  /// - Parameter name: the column of a cluster, of the units, of the times or of an effect.
  /// - Returns: nil where the sample was not made with that column.
  public func grouping(_ name: String) -> Grouping? {
    ([unit, time].compactMap(\.self) + effects + clusters).first { $0.name == name }
  }
}
