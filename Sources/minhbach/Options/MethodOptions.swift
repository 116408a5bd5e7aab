public import ArgumentParsing
public import Indices
public import Statistics
import Tables

extension Imputation: ExpressibleByArgument {}
extension Treatment: ExpressibleByArgument {}
extension TieRule: ExpressibleByArgument {}
extension CompositeIndex.Scaling: ExpressibleByArgument {}
extension CompositeIndex.Stage: ExpressibleByArgument {}

/// The normalisations by name, without what else they need.
enum NormalisationName: String, ExpressibleByArgument, CaseIterable {
  case none
  case minMax = "min-max"
  case zScore = "z-score"
  case goalposts
  case target = "distance-to-target"
  case best = "distance-to-best"
  case reference = "distance-to-reference"
  case rank
  case percentile

  /// The ends of the scores, or mean and deviation, where none are given; nil where none can be.
  var defaultRange: ScoreRange? {
    switch self {
    case .none, .rank: nil
    case .minMax, .goalposts: ScoreRange(1, 10)
    case .zScore, .target, .best, .reference: ScoreRange(0, 1)
    case .percentile: ScoreRange(0, 100)
    }
  }
}

/// Two numbers with a comma between.
struct ScoreRange: ExpressibleByArgument, Equatable {
  let first: Double
  let second: Double

  init(_ first: Double, _ second: Double) {
    self.first = first
    self.second = second
  }

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = Double(decimal: parts[0]),
      let second = Double(decimal: parts[1])
    else { return nil }
    self.init(first, second)
  }

  var defaultValueDescription: String { "\(Cell.number(first)),\(Cell.number(second))" }
}

/// How parents are made of children: one way for all, or ways by level.
struct AggregationByLevel: ExpressibleByArgument, Equatable {
  let all: Aggregation
  let byLevel: [Int: Aggregation]

  init?(argument: String) {
    var all: Aggregation?
    var byLevel: [Int: Aggregation] = [:]
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard let word = sides.last, let way = Aggregation(rawValue: String(word)) else { return nil }
      switch sides.count {
      case 1 where all == nil: all = way
      case 2:
        guard sides[0].hasPrefix("level"), let level = Int(sides[0].dropFirst(5)), level > 1,
          byLevel.updateValue(way, forKey: level) == nil
        else { return nil }
      default: return nil
      }
    }
    self.all = all ?? .arithmetic
    self.byLevel = byLevel
  }

  init(_ all: Aggregation) {
    self.all = all
    byLevel = [:]
  }

  var defaultValueDescription: String {
    let levels = byLevel.sorted { $0.key < $1.key }.map { "level\($0.key)=\($0.value.rawValue)" }
    return ([all.rawValue] + levels).joined(separator: ",")
  }
}

/// What is done at every step from figures to a composite index.
struct MethodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How figures become scores.", valueName: "method"))
  var normalisation: NormalisationName = .minMax

  @Option(
    help: ArgumentHelp(
      "The scores of the worst and the best; of z-score the mean and the deviation. Default: 1,10 "
        + "as in the PCI; 0,1 for z-score and distances; 0,100 for percentile.",
      valueName: "low,high"))
  var range: ScoreRange?

  @Flag(help: "Let values beyond goalposts or targets score no more than those.")
  var cap = false

  @Option(
    help: ArgumentHelp("The unit that distance-to-reference compares with.", valueName: "unit"))
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "How scores are put together: arithmetic, geometric, harmonic, median or copeland; by level "
        + "as in geometric,level3=arithmetic, where parents of indicators stand on level 2.",
      valueName: "method"))
  var aggregation = AggregationByLevel(.arithmetic)

  @Option(help: "What stands in for a missing figure.")
  var imputation: Imputation = .none

  @Option(
    help: ArgumentHelp("The column of groups, for imputing by group.", valueName: "column"))
  var group: String?

  @Option(help: "What is done about outliers.")
  var treatment: Treatment = .none

  @Option(help: "The rank that tied units get.")
  var ties: TieRule = .minimum

  func validate() throws {
    if imputation.needsGroups, group == nil {
      throw ValidationError(
        "--imputation \(imputation.rawValue) needs groups: name their column with --group.")
    }
    if group != nil, !imputation.needsGroups {
      throw ValidationError("--group is for --imputation group-mean and group-median.")
    }
    if (normalisation == .reference) != (reference != nil) {
      throw ValidationError(
        reference == nil
          ? "distance-to-reference needs a unit to compare with: name it with --reference."
          : "--reference is for --normalisation distance-to-reference.")
    }
    if cap, normalisation != .goalposts, normalisation != .target {
      throw ValidationError("--cap is for goalposts and distance-to-target.")
    }
    guard let range else { return }
    if normalisation.defaultRange == nil {
      throw ValidationError("--normalisation \(normalisation.rawValue) takes no --range.")
    }
    if normalisation == .zScore {
      guard range.second > 0 else {
        throw ValidationError("--range \(range.defaultValueDescription): the deviation is above 0.")
      }
    } else if range.first >= range.second {
      throw ValidationError(
        "--range \(range.defaultValueDescription): the first number is below the second.")
    }
  }

  /// The index that the options describe.
  ///
  /// - Throws: `ValidationError` for a level that the structure does not have.
  func index(of structure: IndexStructure) throws -> CompositeIndex {
    let levels = Set(structure.aggregateLevels)
    if let level = aggregation.byLevel.keys.sorted().first(where: { !levels.contains($0) }) {
      throw ValidationError(
        "--aggregation names level \(level); aggregates stand on "
          + levels.sorted().map(String.init).joined(separator: ", ") + ".")
    }
    return CompositeIndex(
      structure: structure, imputation: imputation, treatment: treatment,
      normalisation: method, aggregation: aggregation.all,
      aggregationByLevel: aggregation.byLevel, ties: ties)
  }

  private var method: Normalisation {
    guard let numbers = range ?? normalisation.defaultRange else {
      return normalisation == .rank ? .rank : .none
    }
    if normalisation == .zScore {
      return .zScore(mean: numbers.first, deviation: numbers.second)
    }
    let ends = numbers.first...numbers.second
    switch normalisation {
    case .goalposts: return .goalposts(to: ends, isCapped: cap)
    case .target: return .distanceToTarget(to: ends, isCapped: cap)
    case .reference: return .distanceToReference(reference, to: ends)
    case .percentile: return .percentile(to: ends)
    case .minMax, .best, .none, .rank, .zScore: return .minMax(to: ends)
    }
  }
}
