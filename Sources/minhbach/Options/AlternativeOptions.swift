import ArgumentParsing
import Indices

/// A choice of method that may be made otherwise.
enum Alternative: String, CaseIterable {
  case minMax = "min-max"
  case zScore = "z-score"
  case percentile
  case geometric
  case harmonic
  case equalWeights = "equal-weights"
  case weights
  case leaveOneOut = "leave-one-out"
}

/// Alternatives with commas between; `none` for no alternative.
struct AlternativeList: ExpressibleByArgument, Equatable {
  let alternatives: [Alternative]

  init(_ alternatives: [Alternative]) { self.alternatives = alternatives }

  init?(argument: String) {
    guard argument != "none" else {
      self.init([])
      return
    }
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let known = words.compactMap { Alternative(rawValue: String($0)) }
    guard known.count == words.count, Set(known).count == known.count else { return nil }
    self.init(known)
  }

  var defaultValueDescription: String {
    alternatives.isEmpty ? "none" : alternatives.map(\.rawValue).joined(separator: ",")
  }

  func contains(_ alternative: Alternative) -> Bool { alternatives.contains(alternative) }
}

/// What may be otherwise in an index, and how often it is drawn.
struct AlternativeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What may be otherwise: min-max, z-score and percentile scores; geometric and harmonic means; "
        + "equal-weights; weights, each within --weight-range; leave-one-out; or none.",
      valueName: "list"))
  var alternatives = AlternativeList.usual

  @Option(
    help: ArgumentHelp(
      "By how much of itself a weight may be less or more, from 0 to 99.", valueName: "percent"))
  var weightRange = AlternativeList.usualWeightRange

  @Option(help: "The most draws.")
  var draws = 10_000

  @Option(
    help: ArgumentHelp(
      "No more draws are made once no mean rank has a standard error above this.",
      valueName: "places"))
  var precision = 0.1

  @Option(help: "What the draws are repeated by.")
  var seed: UInt64 = 1

  @Option(help: "How many threads work. Default: as many as there are processors.")
  var threads: Int?

  @Option(help: ArgumentHelp("Tell how often a rank is this or better.", valueName: "rank"))
  var within = 10

  func validate() throws {
    guard weightRange >= 0, weightRange <= 99 else {
      throw ValidationError("--weight-range is a percentage from 0 to 99.")
    }
    guard draws >= 2, draws <= 10_000_000 else {
      throw ValidationError("--draws is a number from 2 to 10000000: one draw has no error.")
    }
    guard precision >= 0, precision.isFinite else {
      throw ValidationError("--precision is a number of places, 0 or more.")
    }
    guard threads ?? 1 >= 1, threads ?? 1 <= 1024 else {
      throw ValidationError("--threads is a number from 1 to 1024.")
    }
    guard within >= 1 else { throw ValidationError("--within is a rank, 1 or more.") }
  }

  /// The share by which a weight may be less or more.
  var range: Double { weightRange / 100 }

  /// The alternatives to an index with a number of indicators.
  ///
  /// Scores are those of the PCI where they have ends; z-scores have mean 10 and deviation 2, so that
  /// geometric means can be taken of them but for rare ones, which count as the lowest score of the PCI.
  /// The only indicator cannot be left out.
  func alternatives(indicators: Int) -> MethodAlternatives {
    alternatives.alternatives(indicators: indicators, weightRange: range)
  }
}

extension AlternativeList {
  /// What may be otherwise unless something else is said.
  static let usual = AlternativeList(Alternative.allCases.filter { $0 != .harmonic })

  /// By how much of itself a weight may be less or more unless something else is said: per cent.
  static let usualWeightRange = 25.0

  /// The alternatives to an index with a number of indicators, as `AlternativeOptions` tells of them.
  func alternatives(indicators: Int, weightRange range: Double) -> MethodAlternatives {
    let pairs: [(Alternative, Normalisation)] = [
      (.minMax, .minMax(to: Goalposts.ofPCI)), (.zScore, .zScore(mean: 10, deviation: 2)),
      (.percentile, .percentile(to: Goalposts.ofPCI)),
    ]
    let means: [(Alternative, Aggregation)] = [(.geometric, .geometric), (.harmonic, .harmonic)]
    return MethodAlternatives(
      normalisations: pairs.filter { contains($0.0) }.map(\.1),
      aggregations: means.filter { contains($0.0) }.map(\.1),
      weighsEqually: contains(.equalWeights),
      weightRange: contains(.weights) ? range : 0,
      leavesOneOut: contains(.leaveOneOut) && indicators > 1,
      leastScore: Goalposts.ofPCI.lowerBound)
  }
}
