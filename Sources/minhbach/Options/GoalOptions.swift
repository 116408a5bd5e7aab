public import ArgumentParsing
public import Scenarios

extension ProvinceGroup.Tier: ExpressibleByArgument {}

/// Two ranks, the better one first: `30-40`.
struct RankInterval: ExpressibleByArgument, Equatable {
  let ranks: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let first = parts[0], let last = parts[1], first <= last else {
      return nil
    }
    ranks = first...last
  }

  var defaultValueDescription: String { "\(ranks.lowerBound)-\(ranks.upperBound)" }
}

/// What a province wants to reach: one of several kinds of goal.
struct GoalOptions: ParsableArguments {
  @Option(help: "The rank to reach, or a better one.")
  var rank: Int?

  @Option(
    help: ArgumentHelp(
      "The ranks to come to lie between, such as 30-40; the plan aims at the worse end.",
      valueName: "ranks"))
  var ranks: RankInterval?

  @Option(help: "The score to reach.")
  var score: Double?

  @Flag(help: "Reach a score above the median of all provinces.")
  var median = false

  @Option(help: ArgumentHelp("Come to be one of the first so many.", valueName: "count"))
  var top: Int?

  @Option(help: ArgumentHelp("Gain so many places.", valueName: "places"))
  var gain: Int?

  @Option(
    help: ArgumentHelp(
      "The place to reach among the provinces of the region, or a better one.",
      valueName: "place"))
  var regionPlace: Int?

  @Option(help: "The third of the ranking to reach, or a better one.")
  var tier: ProvinceGroup.Tier?

  @Option(
    help: ArgumentHelp(
      "Reach it with this probability in the survey of the final year, above 0 and below 1: rivals move, and firms are "
        + "sampled anew. Default: just draw level as the scores stand.", valueName: "probability"))
  var probability: Double?

  private var goals: [(name: String, goal: Goal)] {
    let all: [(String, Goal?)] = [
      ("--rank", rank.map(Goal.rank)), ("--ranks", ranks.map { .ranks($0.ranks) }),
      ("--score", score.map(Goal.score)), ("--median", median ? .median : nil),
      ("--top", top.map(Goal.top)), ("--gain", gain.map(Goal.places)),
      ("--region-place", regionPlace.map(Goal.regionPlace)), ("--tier", tier.map(Goal.tier)),
    ]
    return all.compactMap { name, goal in goal.map { (name, $0) } }
  }

  func validate() throws {
    if let probability, !(probability > 0 && probability < 1) {
      throw ValidationError("--probability lies above 0 and below 1.")
    }
  }

  /// The goals named, in the order of the options.
  var all: [Goal] { goals.map(\.goal) }

  /// The goal named; nil where none is.
  var named: Goal? { goals.first?.goal }

  /// Checks that one goal is named at most.
  ///
  /// - Throws: `ValidationError` where several are.
  func requireOneAtMost() throws {
    guard goals.count <= 1 else {
      throw ValidationError(
        "\(goals[0].name) and \(goals[1].name) are two goals: name one of them.")
    }
  }

  /// Checks that one goal is named.
  ///
  /// - Throws: `ValidationError` where none is, or several are.
  func require() throws {
    try requireOneAtMost()
    guard goals.count == 1 else {
      throw ValidationError(
        "Name a goal: --rank, --ranks, --score, --median, --top, --gain, --region-place or --tier.")
    }
  }

  /// The goal named.
  var goal: Goal {
    guard let named else { preconditionFailure("validate() asks for a goal") }
    return named
  }
}
