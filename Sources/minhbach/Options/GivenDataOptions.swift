import ArgumentParsing
import Tables

/// A table of one's own whose columns are inputs and an output.
struct GivenDataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Study a table of one's own in place of a province: one run or case a row.",
      valueName: "file"))
  var table: String?

  @Option(help: ArgumentHelp("The column of --table that is moved.", valueName: "column"))
  var response: String?

  @Option(
    help: ArgumentHelp(
      "The columns of --table that may move it, with commas between. Default: every other column that is "
        + "all numbers.", valueName: "columns"))
  var inputs: ColumnList?

  func validate() throws {
    guard let table else {
      guard response == nil, inputs == nil else {
        throw ValidationError("--response and --inputs name columns of --table: add --table.")
      }
      return
    }
    guard !table.isEmpty else { throw ValidationError("--table names no file.") }
    guard let response else {
      throw ValidationError("--table needs --response: the column that is moved.")
    }
    guard inputs?.columns.contains(response) != true else {
      throw ValidationError("--inputs holds the --response \"\(response)\": leave it out.")
    }
  }
}
