public import Indices
public import Panels
public import Statistics

/// Whether what sensitivity answered in one year held in the next.
///
/// For every two consecutive years under one exact rule, in which every indicator compares: the answer to
/// each province from figures up to the first year alone, beside what the second brought. Provinces are drawn
/// anew for intervals, with all their years: their cases go together.
public struct AnswerBacktest: Sendable {
  /// The years whose answers were tried, each against the next.
  public let years: [Int]
  /// The figures, question by question: of all years together, then of each.
  public let findings: [BacktestFinding]
  /// The number of cases: provinces in years.
  public let cases: Int
  /// The number of bootstrap samples.
  public let resamples: Int
  /// How sure intervals are.
  public let level: Double

  /// The fewest indicators that have a first three and a last three.
  static let fewestIndicators = 2 * PastAnswer.count

  /// Holds answers against the years after them.
  ///
  /// - Parameters:
  ///   - panel: the figures.
  ///   - rules: the rules known.
  ///   - first: the first year whose answer is tried; nil for the first there is.
  ///   - last: the last year that an answer is held against; nil for the last there is.
  ///   - resamples: how often provinces are drawn anew.
  ///   - level: how sure intervals are.
  ///   - replicates: what draws are repeated by, and how many threads work.
  ///   - progress: told how many of how many years' answers are done.
  /// - Throws: `ScenarioError.noBacktest` where no two years serve; `IndexError`, `PanelError`.
  /// - Precondition: there is a resample, and a level between 0 and 1.
  public init(
    in panel: Panel, rules: [ScoringRule], from first: Int? = nil, through last: Int? = nil,
    resamples: Int = 1000, level: Double = 0.95, _ replicates: Replicates,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws {
    precondition(resamples >= 1, "an interval takes a draw at least")
    precondition(level > 0 && level < 1, "a level lies between 0 and 1")
    let start = first ?? .min
    let pairs = BacktestYears.all(of: rules, in: panel, start...max(start, last ?? .max))
    guard !pairs.isEmpty else { throw ScenarioError.noBacktest(from: first, through: last) }
    var answers: [Int: [PastAnswer]] = [:]
    let needed = pairs.flatMap { [$0.before, $0.after] }
    for (done, rule) in needed.enumerated() {
      progress(done, needed.count)
      guard answers[rule.year] == nil else { continue }
      answers[rule.year] = try PastAnswer.all(of: rule, in: panel, replicates)
    }
    let cases = pairs.flatMap { $0.cases(answers, in: panel) }
    let figures = BacktestFigures(
      samples: ProvinceSamples(
        of: panel.provinces.count, replicates: replicates, draws: resamples), level: level)
    years = pairs.map(\.before.year)
    findings = figures.findings(of: cases, in: years)
    self.cases = cases.count
    self.resamples = resamples
    self.level = level
  }
}
