/// Points at which a model is asked: one column per input, one row per point.
///
/// Columns are arrays of their own, so that exchanging one copies none.
public struct Points: Sendable, Hashable {
  /// The values of each input, one per point.
  public private(set) var columns: [[Double]]
  /// The number of points.
  public let count: Int

  /// Collects columns.
  ///
  /// - Parameters:
  ///   - columns: one per input, all of one length.
  ///   - count: the number of points; needed where there are no inputs.
  /// - Precondition: all columns have as many values as there are points.
  public init(columns: [[Double]], count: Int? = nil) {
    let count = count ?? columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == count }, "every input needs a value per point")
    self.columns = columns
    self.count = count
  }

  /// The number of inputs.
  public var inputs: Int { columns.count }

  /// The values of one point, in the order of the inputs.
  public subscript(point: Int) -> [Double] { columns.map { $0[point] } }

  /// The points with the values of one input taken from elsewhere.
  ///
  /// - Parameters:
  ///   - input: the place of the input.
  ///   - other: as many points of the same inputs.
  /// - Returns: new points.
  public func exchanging(_ input: Int, with other: Points) -> Points {
    var points = self
    points.columns[input] = other.columns[input]
    return points
  }

  /// The points with one input fixed.
  ///
  /// - Parameters:
  ///   - input: the place of the input.
  ///   - value: its value at every point.
  /// - Returns: new points.
  public func fixing(_ input: Int, at value: Double) -> Points {
    var points = self
    points.columns[input] = [Double](repeating: value, count: count)
    return points
  }

  /// A run of the points.
  public subscript(range: Range<Int>) -> Points {
    Points(columns: columns.map { Array($0[range]) }, count: range.count)
  }
}
