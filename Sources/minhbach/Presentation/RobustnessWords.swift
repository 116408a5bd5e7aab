import Indices
import Reports
import Tables

/// How to speak of an index whose methods are varied.
struct RobustnessWords {
  /// The language.
  let words: Words
  /// What a unit is, as columns for programs are headed.
  let heading: String
  /// Several units.
  let plural: Phrase
  /// What the index is called.
  let title: String
  /// Whose the index's own method is.
  let own: Phrase
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
  func name(_ choice: MethodChoice) -> Phrase {
    switch choice {
    case .normalisation(let way): Phrase("\(Self.phrase(way)) scores")
    case .aggregation(let way): Phrase("\(Self.phrase(way)) means")
    case .equalWeights: Phrase("equal weights")
    case .weights(let range): Phrase("weights ±\(percent(range))")
    case .without(let code): Phrase("without \(indicator(code))")
    }
  }

  /// A share of a weight, with the decimals it was given.
  func percent(_ share: Double) -> String {
    let percent = (share * 100 * 1e6).rounded() / 1e6
    let digits = percent == percent.rounded() ? "\(Int(percent))" : "\(percent)"
    return digits.replacing(".", with: words.catalogue.mark.rawValue) + " %"
  }

  /// How figures are made scores, for people.
  static func phrase(_ way: Normalisation) -> Phrase {
    switch way {
    case .minMax: Phrase("min-max")
    case .zScore: Phrase("z-score")
    case .percentile: Phrase("percentile")
    // No alternative of the command.
    case .none, .goalposts, .distanceToTarget, .distanceToReference, .rank:
      Phrase(verbatim: name(way))
    }
  }

  /// How scores are put together, for people.
  static func phrase(_ way: Aggregation) -> Phrase {
    switch way {
    case .geometric: Phrase("geometric")
    case .harmonic: Phrase("harmonic")
    case .arithmetic, .median, .copeland: Phrase(verbatim: way.rawValue)
    }
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
