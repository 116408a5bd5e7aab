public import Panels

/// What an agency reported of an indicator.
public struct ReportedValue: Sendable, Hashable {
  /// The indicator.
  public let indicator: Indicator
  /// The day it is true of: the last of the period reported.
  public let date: CalendarDate
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
    of indicator: Indicator, on date: CalendarDate, value: Double, standardError: Double? = nil,
    source: String = ""
  ) {
    precondition(indicator.limits.contains(value), "the indicator cannot have the value")
    precondition(standardError.map { $0 >= 0 && $0.isFinite } ?? true, "an error is not negative")
    self.indicator = indicator
    self.date = date
    self.value = value
    self.standardError = standardError
    self.source = source
  }
}
