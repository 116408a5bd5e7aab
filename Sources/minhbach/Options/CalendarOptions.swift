public import ArgumentParsing
import MinhBachKit
import Panels
public import Plans

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// When a plan is reported on.
struct CalendarOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When reports are due: a table of period, months, day, from and to, or the province of a bundled "
        + "one (daknong, travinh). Default: the province's own, if it is bundled.",
      valueName: "file"))
  var calendar: String?

  func validate() throws {
    if calendar == "" { throw ValidationError("--calendar names no file.") }
  }

  /// When reports are due.
  ///
  /// - Parameters:
  ///   - datasets: where the bundled calendars are.
  ///   - province: the province.
  /// - Returns: nil where nothing is known.
  /// - Throws: what is wrong with the file.
  func calendar(_ datasets: Datasets, of province: Province) throws -> ReportingCalendar? {
    try datasets.planTable(.calendars, named: calendar, of: province).map {
      try ReportingCalendar(reading: $0.table)
    }
  }
}
