import Indices
import Reports

/// How to speak of an index whose methods are varied.
struct RobustnessWords {
  /// The heading of the units.
  let heading: String
  /// Several units.
  let plural: String
  /// What the index is called.
  let title: String
  /// Whose the index's own method is.
  let own: String
  /// The name of a unit.
  let unit: (String) -> String
  /// The name of an indicator.
  let indicator: (String) -> String

  /// What a choice is about, for programs.
  static func kind(_ choice: MethodChoice) -> String {
    switch choice {
    case .normalisation: "normalisation"
    case .aggregation: "aggregation"
    case .equalWeights, .weights: "weights"
    case .without: "left out"
    }
  }

  /// What was chosen, for programs.
  static func code(_ choice: MethodChoice) -> String {
    switch choice {
    case .normalisation(let way): name(way)
    case .aggregation(let way): way.rawValue
    case .equalWeights: "equal"
    case .weights: "varied"
    case .without(let indicator): indicator
    }
  }

  /// What was chosen, for people.
  func name(_ choice: MethodChoice) -> String {
    switch choice {
    case .normalisation(let way): Self.name(way) + " scores"
    case .aggregation(let way): way.rawValue + " means"
    case .equalWeights: "equal weights"
    case .weights(let range): "weights ±\(Self.percent(range))"
    case .without(let code): "without " + indicator(code)
    }
  }

  static func percent(_ share: Double) -> String {
    let percent = (share * 100 * 1e6).rounded() / 1e6
    return "\(percent == percent.rounded() ? "\(Int(percent))" : "\(percent)") %"
  }

  private static func name(_ way: Normalisation) -> String {
    switch way {
    case .none: "none"
    case .minMax: "min-max"
    case .zScore: "z-score"
    case .goalposts: "goalposts"
    case .distanceToTarget: "distance-to-target"
    case .distanceToReference: "distance-to-reference"
    case .rank: "rank"
    case .percentile: "percentile"
    }
  }
}
