public import ArgumentParsing
import Panels
public import Plans

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// Who answers for a plan, and when it is reported on.
struct PlanOptions: ParsableArguments {
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

/// The list that agencies tick.
struct ChecklistOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What a portal must publish: a list of code, group, item, done, date and link, or a bundled one "
        + "(kon-tum, directive).", valueName: "list"))
  var checklist: String?

  func validate() throws {
    if checklist == "" { throw ValidationError("--checklist names no list.") }
  }

  /// The list.
  ///
  /// - Parameter datasets: where the bundled lists are.
  /// - Returns: the list and what it is called; nil where none is named.
  /// - Throws: what is wrong with the file.
  func load(_ datasets: Datasets) throws -> (list: Checklist, name: String)? {
    try checklist.map { name in
      let (table, name) = try datasets.planTable(.checklists, named: name)
      return (try Checklist(reading: table), name)
    }
  }
}
