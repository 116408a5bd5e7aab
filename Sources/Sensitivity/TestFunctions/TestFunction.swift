/// A published function on which methods are tried.
public struct TestFunction: Sendable {
  /// What it is called on a command line.
  public let name: String
  /// Where it was published.
  public let source: String
  /// The inputs, independent of one another.
  public let inputs: [Input]
  /// The function.
  public let model: FunctionModel
  /// The exact indices; nil where there is no closed form.
  public let exact: Exact?

  /// All functions there are.
  public static let all = [
    ishigami, sobolG, sobolGStar, sudret, bratley, linear, portfolio, morris,
  ]

  /// The function of a name.
  ///
  /// - Parameter name: as on a command line.
  /// - Returns: the function; nil where none is called so.
  public static func named(_ name: String) -> TestFunction? { all.first { $0.name == name } }

  /// Uniform inputs x1, x2, ….
  static func inputs(_ count: Int, _ range: ClosedRange<Double>) -> [Input] {
    (1...count).map { Input("x\($0)", .uniform(range)) }
  }
}
