public import ArgumentParsing
import Indices
public import Scenarios
import Tables

extension EffortTerms.Measure: ExpressibleByArgument {}

/// How fast indicators may go.
enum Pace: String, ExpressibleByArgument, CaseIterable {
  case history, none
}

/// How effort is counted, and what a plan may do.
struct EffortOptions: ParsableArguments {
  /// The most plans that are sought: each has to be proved to differ from all before it.
  static let mostPlans = 10

  @Option(
    help: """
      What one unit of effort is: a standard deviation of the indicator's yearly changes (variation), \
      or a hundredth of its range (equal). Default: variation.
      """)
  var effort: EffortTerms.Measure?

  @Option(
    help: ArgumentHelp(
      "A table of indicator, cost (of one unit), fixed (of any change at all), least, most (values it may "
        + "have in the final year), step and locked; every column but the first may be left out.",
      valueName: "file"))
  var costs: String?

  @Option(
    help: ArgumentHelp(
      "Indicators to hold still, with commas between.", valueName: "indicators"))
  var lock: ColumnList?

  @Option(help: ArgumentHelp("Change no more than so many indicators.", valueName: "count"))
  var atMost: Int?

  @Option(
    help: ArgumentHelp(
      "A table of condition, indicator, coefficient and limit: what changes for the better may sum up to.",
      valueName: "file"))
  var within: String?

  @Option(
    help: """
      How fast indicators may go: as fast per year as one province-year in ten improved (history), or \
      any (none).
      """)
  var pace: Pace = .history

  @Option(
    help: ArgumentHelp(
      "How many plans to show, \(mostPlans) at most: after the best those that do without one of the "
        + "indicators of each before.", valueName: "count"))
  var plans = 1

  func validate() throws {
    if costs == "" { throw ValidationError("--costs names no file.") }
    if within == "" { throw ValidationError("--within names no file.") }
    if let atMost, atMost < 1 {
      throw ValidationError("--at-most \(atMost) leaves nothing to change.")
    }
    guard (1...Self.mostPlans).contains(plans) else {
      throw ValidationError("--plans lies between 1 and \(Self.mostPlans).")
    }
  }

  /// The terms for a year's rule.
  ///
  /// - Parameter rule: the rule.
  /// - Returns: the terms.
  /// - Throws: what is wrong with a file.
  func terms(of rule: ScoringRule) throws -> EffortTerms {
    let entries = try costs.map {
      try EffortTerms.entries(reading: TableFile($0).table(), ranges: rule.ranges)
    }
    if effort != nil, entries?.values.contains(where: { $0.cost != nil }) == true {
      throw ValidationError("--effort and the costs of --costs are two measures: name one.")
    }
    let conditions = try within.map {
      try EffortTerms.conditions(reading: TableFile($0).table(), codes: rule.indicators)
    }
    return EffortTerms(
      measure: effort ?? .variation, entries: entries ?? [:],
      locked: Set(lock?.columns ?? []), atMost: atMost, conditions: conditions ?? [],
      isPaced: pace == .history)
  }
}
