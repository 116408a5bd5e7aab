public import Tables

/// What can be wrong with the files of a plan.
public enum PlanError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A cell does not hold what it must.
  case badEntry(Location, found: String, expected: String)
  /// A number above 1 stands where a share should, without a percent sign.
  case shareAboveOne(Location, Double)
  /// A value lies outside what its indicator can have.
  case beyondScale(Location, Double, indicator: String, scale: ClosedRange<Double>)
  /// The same thing is told a second time.
  case repeated(Location, String, firstRow: Int)
  /// There is no column of targets.
  case noTargets(file: String)
  /// There is not one row.
  case empty(file: String, of: String)
  /// A target year is not after the year of the current values.
  case noTime(Location, year: Int, current: Int)
  /// A deadline, of a cell or told otherwise, comes before the plan begins, or after the year of its last target.
  case deadlineOutside(Location?, CalendarDate, ClosedRange<CalendarDate>)
  /// A report was made before the plan began.
  case beforePlan(Location, CalendarDate, begin: CalendarDate)
  /// The rows of one plan disagree.
  case inconsistent(Location, String)
  /// No row is about the province.
  case otherProvince(file: String, String, found: [String])

  public var description: String {
    switch self {
    case .badEntry(let place, let found, let expected):
      "\(place): \(Quotation.of(found)) is not \(expected)"
    case .shareAboveOne(let place, let value):
      "\(place): \(Cell(value)) is no share: write \(Cell(Self.hundredth(of: value))) or \(Cell(value))%"
    case .beyondScale(let place, let value, let indicator, let scale):
      "\(place): \(Cell(value)) cannot be: \(indicator) \(Self.words(for: scale))"
    case .repeated(let place, let what, let row):
      "\(place): \(what) stands a second time, after line \(row); remove one of the two"
    case .noTargets(let file):
      "\(file): there is no column of targets; head one \"target_2020\", after its year"
    case .empty(let file, let what):
      "\(file): there is no \(what); write at least one row below the header"
    case .noTime(let place, let year, let current):
      "\(place): the target year \(year) must come after \(current), the year of the current values"
    case .deadlineOutside(let place, let date, let span):
      "\(place.map { "\($0): " } ?? "")the deadline \(date) is "
        + "\(date < span.lowerBound ? "past" : "too late"): the last target is due between "
        + "\(span.lowerBound) and \(span.upperBound)"
    case .beforePlan(let place, let date, let begin):
      "\(place): \(date) is past: the plan begins on \(begin)"
    case .inconsistent(let place, let what):
      "\(place): \(what)"
    case .otherProvince(let file, let name, let found):
      "\(file): no row is about \(name), but about \(found.joined(separator: ", "))"
    }
  }

  /// A percentage as the share that was meant, in as few digits.
  private static func hundredth(of value: Double) -> Double { value / 100 }

  private static func words(for scale: ClosedRange<Double>) -> String {
    scale.upperBound == .greatestFiniteMagnitude
      ? "is not below \(Cell(scale.lowerBound))"
      : "runs from \(Cell(scale.lowerBound)) to \(Cell(scale.upperBound))"
  }
}
