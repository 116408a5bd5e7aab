import ArgumentParsing
import MinhBachKit
import Plans

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
