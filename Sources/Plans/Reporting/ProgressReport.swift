public import Panels
public import Tables
import Indices

/// What agencies reported on a plan.
public struct ProgressReport: Sendable, Hashable {
  /// The reports, by date, then in the order of the file.
  public let values: [ReportedValue]

  /// Collects reports; none are nothing reported yet.
  ///
  /// - Precondition: an indicator has one value a day.
  public init(_ values: [ReportedValue]) {
    precondition(
      Set(values.map { "\($0.indicator.code) \($0.date)" }).count == values.count,
      "an indicator is reported twice of one day")
    self.values = values.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
  }

  /// The last day reported of.
  public var lastDate: CalendarDate? { values.last?.date }

  /// The latest report on an indicator that is known on a day.
  public func latest(of indicator: String, on date: CalendarDate) -> ReportedValue? {
    values.last { $0.indicator.code == indicator && $0.known <= date }
  }

  /// Reads reports.
  ///
  /// Columns: date or period (2019-06-01, 1/6/2019, 2019-06, 2019-Q2, 2019-H1 or 2019), indicator (code or name) and value (a share as 0.95 or 95%); optional are source, firms (how
  /// many were asked) and standard_error (in the indicator's unit). Rows with a blank value are passed over.
  ///
  /// - Parameters:
  ///   - table: the file.
  ///   - codebook: the indicators there are.
  ///   - begin: the first day reports may be of; nil for any.
  /// - Throws: `TableError`, `PanelError` or `PlanError`, naming file, line and column.
  public init(reading table: Table, codebook: Codebook, from begin: CalendarDate? = nil) throws {
    let dateColumn =
      try Records(vietnameseOrEnglish: table).knownNames.contains("period") ? "period" : "date"
    let records = try Records(
      vietnameseOrEnglish: table, required: [dateColumn, "indicator", "value"])
    let grammar = try NumberGrammar(of: table)
    var seen = FirstRows()
    var values: [ReportedValue] = []
    for record in records {
      let text = try record.text(dateColumn)
      guard let period = record.period(dateColumn) else {
        throw PlanError.badEntry(
          record.location(dateColumn), found: text,
          expected: "a day or a period such as 2019-06-01, 2019-06, 2019-Q2, 2019-H1 or 2019")
      }
      let date = period.upperBound
      if let begin, date < begin {
        throw PlanError.beforePlan(record.location(dateColumn), date, begin: begin)
      }
      let indicator = try record.indicator(in: codebook, year: date.year)
      guard let value = try record.value("value", of: indicator, by: grammar) else { continue }
      try seen.note(
        "\(indicator.code) \(date)", as: "\(indicator.code) of \(date)",
        at: record.location("indicator"))
      values.append(
        ReportedValue(
          of: indicator, in: period, value: value,
          standardError: try record.standardError(of: value, indicator),
          source: record.optionalText("source") ?? ""))
    }
    self.init(values)
  }
}

extension Record {
  /// The error that a report tells, or that its number of firms gives by the usual law of the unit.
  fileprivate func standardError(of value: Double, _ indicator: Indicator) throws -> Double? {
    if let error = try optionalNumber("standard_error") {
      guard error >= 0, error.isFinite else {
        throw PlanError.badEntry(
          location("standard_error"), found: "\(Cell(error))",
          expected: "a standard error: none is below zero")
      }
      return error
    }
    guard let firms = try optionalNumber("firms") else { return nil }
    guard firms >= 1, firms.isFinite else {
      throw PlanError.badEntry(
        location("firms"), found: "\(Cell(firms))", expected: "a number of firms from 1")
    }
    return SamplingLaw.usual(for: indicator.unit)?.variance(of: value, firms: firms).squareRoot()
  }
}
