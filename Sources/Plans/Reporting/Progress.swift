public import Panels
import Statistics

/// How a plan stands on a day, by what was reported.
public struct Progress: Sendable {
  /// How an indicator stands.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// The reported value is the last target, or better.
    case reached
    /// The reported value is where the path should be on its day, or better, or behind it by no more than
    /// sampling error can explain.
    case onCourse = "on_course"
    /// The reported value is behind the path by more than that.
    case late
    /// Nothing was reported up to the day.
    case notReported = "not_reported"
  }

  /// One indicator.
  public struct Line: Sendable {
    /// What is planned.
    public let planned: Plan.Line
    /// The latest report up to the day.
    public let report: ReportedValue?
    /// Where the indicator should be: on the last day of the report or, where that is still to come or there is
    /// no report, on the day itself.
    public let pathValue: Double
    /// The standard error of the reported value; nil where none is known, and taken for zero.
    public let standardError: Double?
    /// How it stands.
    public let status: Status

    /// How far the report is behind the path, in the indicator's unit; below zero where it is ahead.
    public var shortfall: Double? {
      report.map { planned.indicator.direction.sign * (pathValue - $0.value) }
    }

    /// Whether the report is behind the path, but not so far that it could not be luck.
    public var isBehindWithinError: Bool { status == .onCourse && (shortfall ?? 0) > 0 }
  }

  /// The plan.
  public let plan: Plan
  /// The day.
  public let date: CalendarDate
  /// How sure it has to be that an indicator is behind before it is called late.
  public let level: Double
  /// One entry per line of the plan, in its order.
  public let lines: [Line]
  /// Indicators that were reported without being in the plan, in the order of the reports.
  public let unplanned: [Indicator]
  /// How many reports are of later days, and not counted.
  public let laterReports: Int

  /// Sets reports beside the path.
  ///
  /// An indicator is late where its true value is below the path at `level`: the report is behind by more than
  /// z standard errors, one-sided (1.645 at 0.95). The path is a promise, and has no error.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - reports: what was reported.
  ///   - date: the day; later reports are not known yet.
  ///   - level: above 0.5 and below 1.
  ///   - error: the standard error of a reported value by the code of its indicator, where the report tells
  ///     none; nil where nothing is known.
  public init(
    of plan: Plan, by reports: ProgressReport, on date: CalendarDate, level: Double = 0.95,
    error: (String) -> Double? = { _ in nil }
  ) {
    precondition(level > 0.5 && level < 1, "a level lies between 0.5 and 1")
    self.plan = plan
    self.date = date
    self.level = level
    let z = NormalDistribution().quantile(level)
    lines = plan.lines.map { line in
      let code = line.indicator.code
      guard let report = reports.latest(of: code, on: date) else {
        return Line(
          planned: line, report: nil, pathValue: plan.pathValue(of: line, on: date),
          standardError: nil, status: .notReported)
      }
      let path = plan.pathValue(of: line, on: min(report.date, date))
      let known = report.standardError ?? error(code)
      let behind = line.indicator.direction.sign * (path - report.value)
      let status: Status =
        line.isReached(by: report.value)
        ? .reached : behind <= z * (known ?? 0) + Plan.Line.slack(path) ? .onCourse : .late
      return Line(
        planned: line, report: report, pathValue: path, standardError: known, status: status)
    }
    var seen = Set(plan.lines.map(\.indicator.code))
    unplanned = reports.values.map(\.indicator).filter { seen.insert($0.code).inserted }
    laterReports = reports.values.count { $0.known > date }
  }

  /// How many indicators stand so.
  public func count(_ status: Status) -> Int { lines.count { $0.status == status } }
}
