public import Panels
public import Scenarios

/// Yearly targets of a province's indicators, each with who answers for it and by when.
public struct Plan: Sendable, Hashable {
  /// What one indicator has to do.
  public struct Line: Sendable, Hashable {
    /// The indicator.
    public let indicator: Indicator
    /// The value the plan starts from, at the end of `currentYear`.
    public let current: Double
    /// The value to reach in each of the plan's years; nil where none is set on the way.
    public let targets: [Double?]
    /// Who answers for it.
    public let assignment: Assignment
    /// The day by which the last target is to be reached.
    public let deadline: CalendarDate

    /// Describes a line; the plan checks it.
    public init(
      indicator: Indicator, current: Double, targets: [Double?], assignment: Assignment,
      deadline: CalendarDate
    ) {
      self.indicator = indicator
      self.current = current
      self.targets = targets
      self.assignment = assignment
      self.deadline = deadline
    }

    /// The last target.
    public var target: Double { targets.last.flatMap(\.self) ?? current }

    /// Whether a value is the last target, or better.
    ///
    /// Spreadsheet programs keep 15 digits: what they take from a value it is forgiven.
    public func isReached(by value: Double) -> Bool {
      indicator.direction.sign * (value - target) >= -Self.slack(target)
    }

    /// What the arithmetic of a path, or fewer digits, may add to a value.
    internal static func slack(_ value: Double) -> Double { 1e-12 * max(1, abs(value)) }
  }

  /// The province.
  public let province: Province
  /// The year of the values the plan starts from.
  public let currentYear: Int
  /// The years with targets, ascending, all after `currentYear`.
  public let years: [Int]
  /// The indicators, in the order of the rule or the file.
  public let lines: [Line]
  /// What is to be reached in the last year; nil where the plan names no goal.
  public let goal: Goal?

  /// Puts a plan together.
  ///
  /// - Precondition: years ascend from after `currentYear`, at least one; each indicator stands once and has a
  ///   last target; each deadline lies in `deadlines`.
  public init(
    of province: Province, from currentYear: Int, years: [Int], lines: [Line], goal: Goal? = nil
  ) {
    let ascending = zip([currentYear] + years, years).allSatisfy(<)
    precondition(!years.isEmpty && ascending, "target years ascend from the current one")
    precondition(
      CalendarDate.years.contains(currentYear)
        && CalendarDate.years.contains(years[years.count - 1]),
      "a plan is about 1900 to 2200")
    precondition(
      Set(lines.map(\.indicator.code)).count == lines.count, "an indicator stands twice in a plan")
    precondition(
      lines.allSatisfy { $0.targets.count == years.count && $0.targets.last != .some(nil) },
      "a line has one target a year, the last at least")
    self.province = province
    self.currentYear = currentYear
    self.years = years
    self.lines = lines
    self.goal = goal
    precondition(
      lines.allSatisfy { deadlines.contains($0.deadline) },
      "a deadline lies in the time of the last target")
  }

  /// The last year of the plan.
  public var finalYear: Int { years[years.count - 1] }

  /// The day after the plan's current values: reports may be made from here on.
  public var begin: CalendarDate {
    // Within the years there are, since a target year follows.
    CalendarDate(lastDayOf: currentYear).next ?? CalendarDate(lastDayOf: currentYear)
  }

  /// The days by which last targets may be due: after those of the year before, to the end of the last year.
  public var deadlines: ClosedRange<CalendarDate> {
    Self.deadlines(from: currentYear, years: years)
  }

  /// The days by which last targets may be due, of a plan of some years.
  internal static func deadlines(from current: Int, years: [Int]) -> ClosedRange<CalendarDate> {
    let before = CalendarDate(lastDayOf: years.dropLast().last ?? current)
    let last = CalendarDate(lastDayOf: years.last ?? current)
    return (before.next ?? before)...last
  }

  /// The line of an indicator.
  public subscript(indicator: String) -> Line? {
    lines.first { $0.indicator.code == indicator }
  }

  /// Where an indicator should be on a day: linear between the ends of the years that have targets.
  ///
  /// The last target is due on the line's deadline, and holds from then on; before the plan begins the
  /// current value does. In days, so that a leap year's are a little shorter.
  public func pathValue(of line: Line, on date: CalendarDate) -> Double {
    var earlier = (date: CalendarDate(lastDayOf: currentYear), value: line.current)
    for (year, target) in zip(years, line.targets) {
      guard let target else { continue }
      let due = year == finalYear ? line.deadline : CalendarDate(lastDayOf: year)
      if date == due { return target }
      if date < due {
        let passed = max(0, date.number - earlier.date.number)
        return earlier.value + (target - earlier.value) * Double(passed)
          / Double(due.number - earlier.date.number)
      }
      earlier = (due, target)
    }
    return line.target
  }

  /// Which indicators nobody leads, in their order.
  public var unled: [Indicator] {
    lines.filter { $0.assignment.lead.isEmpty }.map(\.indicator)
  }

  /// The indicators that each agency leads, agencies in the order of their first.
  public var leads: [(agency: String, indicators: [Indicator])] {
    grouped(by: \.lead)
  }

  /// The indicators that each agency supports, agencies in the order of their first.
  public var supports: [(agency: String, indicators: [Indicator])] {
    grouped(by: \.support)
  }

  private func grouped(
    by names: (Assignment) -> [String]
  ) -> [(agency: String, indicators: [Indicator])] {
    var groups: [(agency: String, indicators: [Indicator])] = []
    for line in lines {
      for name in names(line.assignment) {
        if let known = groups.firstIndex(where: { $0.agency == name }) {
          groups[known].indicators.append(line.indicator)
        } else {
          groups.append((name, [line.indicator]))
        }
      }
    }
    return groups
  }
}
