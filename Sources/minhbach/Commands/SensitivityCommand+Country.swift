import Indices
import Panels
import Scenarios
import Sensitivity
import Statistics
import Tables

extension SensitivityCommand {
  /// Which indicators move ranks in the country.
  func answerCountry() throws {
    let data = try data.load()
    let year = try data.year(year)
    let draws = min(global.resamples, CountryOptions.mostResamples)
    let past = try PastChanges(
      in: data.panel, rule: data.rule(year), replicates: global.replicates,
      draws: draws)
    var progress = ProgressBar(
      steps: data.panel.provinces(in: year).count, quiet: output.quiet, streams: streams)
    let study = try CountryDrivers(from: past, in: data.panel, ranges: ranges.ranges) {
      progress.show(done: $0, next: "provinces")
    }
    progress.finish()
    let level = global.confidence.level
    let answer = CountryAnswer(
      study: study, grouping: all.by, level: level,
      names: Names(words: try output.words(), panel: data.panel))
    try output.write(
      data.answer(
        table: study.table(by: all.by, level: level), display: answer.display(),
        settings: [
          ("command", .text("sensitivity")), ("country", .boolean(true)), ("year", Cell(year)),
          ("by", .text(all.by?.rawValue ?? "country")),
          ("ranges", .text(ranges.ranges.rawValue)), ("resamples", Cell(draws)),
          ("seed", .number(Double(global.seed))), ("level", .number(level)),
        ]), to: streams)
  }

  /// Whether such answers of past years held.
  func answerBacktest() throws {
    let data = try data.load()
    let level = global.confidence.level
    var progress: ProgressBar?
    let backtest = try AnswerBacktest(
      in: data.panel, rules: data.rules(), from: all.from, through: year,
      resamples: global.resamples, level: level, global.replicates
    ) { done, steps in
      var bar = progress ?? ProgressBar(steps: steps, quiet: output.quiet, streams: streams)
      bar.show(done: done, next: "years")
      progress = bar
    }
    progress?.finish()
    let names = Names(words: try output.words(), panel: data.panel)
    try output.write(
      data.answer(
        table: backtest.table, display: BacktestDisplay(backtest: backtest, names: names).table(),
        settings: [
          ("command", .text("sensitivity")), ("backtest", .boolean(true)),
          ("from", Cell(backtest.years.first.map(Double.init))),
          ("to", Cell(backtest.years.last.map { Double($0 + 1) })),
          ("resamples", Cell(global.resamples)), ("seed", .number(Double(global.seed))),
          ("level", .number(level)),
        ]), to: streams)
  }
}
