public import Statistics

import LinearAlgebra

/// How provinces' figures are taken to move over the years to come.
///
/// A model knows the past up to the year of a rule and gives a law: for every province, indicator and year a
/// mean and what chance adds. It is for all provinces alike; what a province plans for itself goes before it
/// (`Scenario`).
public protocol RivalModel: Sendable {
  /// The law by which figures move.
  ///
  /// - Parameters:
  ///   - history: what is known.
  ///   - years: how many years ahead.
  /// - Returns: units in the order of `history.provinces`, indicators in that of its rule.
  /// - Throws: `ScenarioError.noHistory` where no past years tell; a fault of a regression.
  func law(from history: RivalHistory, years: Int) throws -> PathLaw
}

/// The models there are.
public enum RivalModelChoice: String, Sendable, Hashable, CaseIterable {
  /// A panel regression: figures come back towards the mean, and towards the province's own past.
  case panel
  /// Past changes of provinces, all indicators together, drawn again.
  case resampled
  /// Each province goes on by its own trend, shrunk towards none.
  case drift
  /// Nobody moves; only the next surveys ask other firms.
  case held

  /// The model.
  public var model: any RivalModel {
    switch self {
    case .panel: PanelRivals()
    case .resampled: ResampledRivals()
    case .drift: DriftingRivals()
    case .held: HeldRivals()
    }
  }
}

extension RivalHistory {
  /// The rows of the factor of a correlation matrix.
  static func factor(of correlation: [[Double]]) throws -> [[Double]] {
    let matrix = Matrix(rows: correlation.count, columns: correlation)
    let lower = try Cholesky(matrix).lower
    return correlation.indices.map { row in correlation.indices.map { lower[row, $0] } }
  }
}
