/// Sliders for the inputs of an index, and what becomes of a unit's score and rank as they move.
///
/// Everything is worked out in the page: score = Σ weight × (base ± (width (x − lower) / (upper − lower) + start)),
/// rank = 1 + rivals more than `tolerance` above. Rivals hold still, but for ranges that widen. A setting can
/// be sent as a link, whose fragment holds it (`#s=code:value,…`), and saved as the CSV of a scenario. A page takes
/// `blocks`, `payload`, `Simulator.styles` and `Simulator.scripts`; without a script it shows a table instead.
public struct Simulator: Sendable {
  /// What can be moved, in the order in which parts are added up.
  public let indicators: [Indicator]
  /// Where the unit stands today.
  public let standing: Standing
  /// How far apart two scores may be that share a rank.
  public let tolerance: Double
  /// Whether a range goes with a value that passes its end, so that all rivals are scored anew.
  public let isMoving: Bool
  /// Who the scenarios that are saved are about.
  public let scenario: Scenario
  /// What says that this is arithmetic and not a chance, and where chances are told.
  public let caution: Prose
  /// What each indicator is today and what one unit adds, for a page without script.
  public let table: DataTable
  /// The words.
  public let words: Words
  /// The sign before decimals.
  public let decimalMark: Character

  /// A score, its rank and the median of all scores.
  public struct Standing: Sendable, Hashable {
    /// The score.
    public let score: Double
    /// The rank.
    public let rank: Int
    /// The median of the scores of all units, this one among them.
    public let median: Double

    /// Tells where a unit stands.
    public init(score: Double, rank: Int, median: Double) {
      (self.score, self.rank, self.median) = (score, rank, median)
    }
  }

  /// What every row of a saved scenario says, and for which years it can be saved.
  public struct Scenario: Sendable, Hashable {
    /// The province.
    public let province: String
    /// The year of the rule.
    public let rule: Int
    /// The years to choose from, of which the first is chosen at first.
    public let years: [Int]
    /// What the file is called.
    public let fileName: String

    /// Describes scenarios.
    ///
    /// - Precondition: There is a year to choose.
    public init(province: String, rule: Int, years: [Int], fileName: String) {
      precondition(!years.isEmpty, "a scenario is of a year to come")
      self.province = province
      self.rule = rule
      self.years = years
      self.fileName = fileName
    }
  }

  /// Sets sliders up.
  ///
  /// - Parameters:
  ///   - indicators: what can be moved, in the order in which parts are added up.
  ///   - standing: where the unit stands today.
  ///   - tolerance: how far apart two scores may be that share a rank.
  ///   - isMoving: whether a range goes with a value that passes its end.
  ///   - scenario: who the scenarios that are saved are about.
  ///   - caution: what says that this is arithmetic and not a chance.
  ///   - table: what each indicator is today and what one unit adds, for a page without script.
  ///   - words: the words.
  ///   - decimalMark: the sign before decimals.
  /// - Precondition: There is an indicator, no code comes twice, and all have the same number of rivals.
  public init(
    indicators: [Indicator], standing: Standing, tolerance: Double, isMoving: Bool,
    scenario: Scenario, caution: Prose, table: DataTable, words: Words, decimalMark: Character
  ) {
    precondition(!indicators.isEmpty, "there is something to move")
    precondition(
      Set(indicators.map(\.code)).count == indicators.count, "each indicator is moved once")
    precondition(
      Set(indicators.map(\.rivals.count)).count == 1, "all indicators have the same rivals")
    precondition(tolerance >= 0 && tolerance.isFinite, "a tolerance is not below zero")
    self.indicators = indicators
    self.standing = standing
    self.tolerance = tolerance
    self.isMoving = isMoving
    self.scenario = scenario
    self.caution = caution
    self.table = table
    self.words = words
    self.decimalMark = decimalMark
  }

  /// Whether there is a plan to start from: one that asks for anything but today's figures.
  public var hasPlan: Bool { indicators.contains { $0.plan != nil && $0.plan != $0.today } }
}
