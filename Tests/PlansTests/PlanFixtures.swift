import Panels
import Plans
import Scenarios
import Tables
import TestSupport

/// Plans and tables made by hand.
enum PlanFixtures {
  /// Đắk Nông, by its key.
  static func daknong() throws -> Province { try Bundled.gazetteer().province(named: "daknong") }

  /// The reader of plans by the bundled names.
  static func file() throws -> PlanFile {
    try PlanFile(gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
  }

  /// A table as it would be read from a file.
  static func table(_ text: String, file: String = "plan.csv") throws -> Table {
    try CSVReader().table(bytes: Array(text.utf8), file: file)
  }

  /// A day.
  static func day(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    return date
  }

  /// The days of a period.
  static func period(_ text: String) -> ClosedRange<CalendarDate> {
    guard let period = CalendarDate.period(text) else { preconditionFailure("\(text) is none") }
    return period
  }

  /// A plan of one indicator from 2017 on.
  static func plan(
    _ code: String = "website_use", from current: Double, to targets: [Double?],
    deadline: String? = nil
  ) throws -> Plan {
    let years = (0..<targets.count).map { 2018 + $0 }
    return Plan(
      of: try daknong(), from: 2017, years: years,
      lines: [
        .init(
          indicator: try Bundled.codebook().indicator(code), current: current, targets: targets,
          assignment: .none,
          deadline: deadline.map(day) ?? CalendarDate(lastDayOf: 2017 + targets.count))
      ], goal: .rank(40))
  }

  /// Reports of one indicator.
  static func reports(
    _ code: String = "website_use", values: [(String, Double)], error: Double? = nil
  ) throws -> ProgressReport {
    let indicator = try Bundled.codebook().indicator(code)
    return ProgressReport(
      values.map {
        ReportedValue(of: indicator, in: period($0), value: $1, standardError: error)
      })
  }
}
