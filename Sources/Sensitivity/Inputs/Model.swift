/// What is studied: an output that follows from inputs.
public protocol Model: Sendable {
  /// The output at each point.
  ///
  /// - Parameter points: any number of points.
  /// - Returns: one finite number per point.
  func outputs(at points: Points) -> [Double]

  /// The outputs with one input at a time taken from other points.
  ///
  /// A model that can tell cheaply what one input changes says so here; without that, each is asked
  /// anew.
  ///
  /// - Parameters:
  ///   - points: any number of points.
  ///   - other: as many others.
  /// - Returns: for each input, the outputs at the points with that input's values from the others.
  func outputs(at points: Points, exchangingEachWith other: Points) -> [[Double]]
}

extension Model {
  public func outputs(at points: Points, exchangingEachWith other: Points) -> [[Double]] {
    (0..<points.inputs).map { outputs(at: points.exchanging($0, with: other)) }
  }
}

/// A model that is a function of one point.
public struct FunctionModel: Model {
  private let function: @Sendable ([Double]) -> Double

  /// Takes a function.
  ///
  /// - Parameter function: the output of one point, whose values are in the order of the inputs.
  public init(_ function: @escaping @Sendable ([Double]) -> Double) {
    self.function = function
  }

  public func outputs(at points: Points) -> [Double] {
    var point = [Double](repeating: 0, count: points.inputs)
    return (0..<points.count).map { number in
      for input in point.indices { point[input] = points.columns[input][number] }
      return function(point)
    }
  }
}
