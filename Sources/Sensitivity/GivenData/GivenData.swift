/// A table of inputs and an output, with no model behind it that could be asked.
public struct GivenData: Sendable, Hashable {
  /// The name of each input.
  public let names: [String]
  /// The inputs of each row.
  public let points: Points
  /// The output of each row.
  public let outputs: [Double]

  /// Takes a table; rows with anything missing are the caller's to leave out.
  ///
  /// - Parameters:
  ///   - names: the name of each input.
  ///   - points: the inputs of each row.
  ///   - outputs: the output of each row.
  /// - Precondition: every input has a name, every row an output, and all are finite.
  public init(names: [String], points: Points, outputs: [Double]) {
    precondition(names.count == points.inputs, "every input needs a name")
    precondition(outputs.count == points.count, "every row needs an output")
    precondition(outputs.allSatisfy(\.isFinite), "outputs are finite")
    precondition(
      points.columns.allSatisfy { $0.allSatisfy(\.isFinite) }, "inputs are finite")
    self.names = names
    self.points = points
    self.outputs = outputs
  }

  /// The number of rows.
  public var rows: Int { outputs.count }

  /// Whether the output is the same in all rows: no input can then be seen to move it.
  public var isOutputConstant: Bool { outputs.allSatisfy { $0 == outputs[0] } }

  /// Whether an input is the same in all rows: what it would move cannot be seen.
  ///
  /// - Parameter input: the place of the input.
  /// - Returns: true where there are no two values.
  public func isConstant(_ input: Int) -> Bool {
    points.columns[input].allSatisfy { $0 == points.columns[input][0] }
  }
}
