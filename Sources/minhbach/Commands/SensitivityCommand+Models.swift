import ArgumentParsing
import Scenarios
import Sensitivity
import Tables

// What is studied in place of a province: a published function, or a table.
extension SensitivityCommand {
  /// Checks that nothing was said that only a province has.
  func validateWithoutProvince() throws {
    let option = function == nil ? "--table" : "--function"
    guard function == nil || given.table == nil else {
      throw ValidationError("--function and --table are two studies: leave out one.")
    }
    guard province == nil else {
      throw ValidationError("\(option) is studied in place of a province: leave out one.")
    }
    guard !all.isOfAll else {
      throw ValidationError("--country and --backtest are of provinces: leave out \(option).")
    }
    guard year == nil, goal == nil, ranges.ranges == .held, data.store == nil,
      data.units == .former, sampling.isUntouched
    else {
      throw ValidationError(
        "--year, --goal, --ranges, --respondents, --sampling, --independent-errors, --store and --units "
          + "are for provinces: leave out \(option).")
    }
    if function != nil {
      guard [.all, .sobol, .morris, .shapley].contains(method) else {
        throw ValidationError("--function goes with --method all, sobol, morris or shapley.")
      }
      guard !global.secondOrder || method.parts.contains(.variance) else {
        throw ValidationError("--second-order is for Sobol' indices: leave out --method.")
      }
    } else {
      guard method == .all, global.isModelUntouched else {
        throw ValidationError(
          "--method, --draws, --estimator and --second-order are for models that can be asked: leave out "
            + "--table.")
      }
    }
  }

  /// Studies a published function.
  func answerFunction(_ function: TestFunction) throws {
    try global.check(inputs: function.inputs.count)
    let answer = FunctionAnswer(
      of: function, method: method, global, words: try output.words())
    try output.write(
      Answer(table: answer.table(), display: answer.display(), settings: answer.settings),
      to: streams)
  }

  /// Studies a table.
  func answerTable() throws {
    let file = given.table ?? ""
    let table = try GivenDataTable(
      reading: TableFile(file).table(), response: given.response ?? "",
      inputs: given.inputs?.columns)
    let answer = GivenDataAnswer(of: table, global, words: try output.words())
    try output.write(
      Answer(
        table: answer.table(), display: answer.display(),
        settings: [("command", .text("sensitivity")), ("table", .text(file))] + answer.settings),
      to: streams)
  }
}
