public import Panels

/// What an agency reported of an indicator.
public struct ReportedValue: Sendable, Hashable {
  /// The indicator.
  public let indicator: Indicator
  /// The days it tells of; of a single day, that day alone.
  public let period: ClosedRange<CalendarDate>
  /// The value, in the codebook's unit.
  public let value: Double
  /// Its standard error, where the report tells how many firms were asked, or the error itself.
  public let standardError: Double?
  /// Where it comes from.
  public let source: String

  /// Describes a report.
  ///
  /// - Precondition: the indicator can have the value; an error is not negative.
  public init(
    of indicator: Indicator, in period: ClosedRange<CalendarDate>, value: Double,
    standardError: Double? = nil, source: String = ""
  ) {
    precondition(indicator.limits.contains(value), "the indicator cannot have the value")
    precondition(standardError.map { $0 >= 0 && $0.isFinite } ?? true, "an error is not negative")
    self.indicator = indicator
    self.period = period
    self.value = value
    self.standardError = standardError
    self.source = source
  }
  /// The last day it tells of.
  public var date: CalendarDate { period.upperBound }

  /// The day from which it is taken to have been made: the middle of its period.
  ///
  /// Reports are asked for before their period is over, as that of a half-year before 10 June, so that its last
  /// day would come too late.
  public var known: CalendarDate { period.middle }
}
