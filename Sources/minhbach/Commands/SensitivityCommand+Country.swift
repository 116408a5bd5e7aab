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
    let past = try PastChanges(
      in: data.panel, rule: data.rule(year), replicates: global.replicates,
      draws: global.resamples)
    var progress = ProgressBar(
      steps: data.panel.provinces(in: year).count, quiet: output.quiet, streams: streams)
    let study = try CountryDrivers(from: past, in: data.panel, ranges: ranges.ranges) {
      progress.show(done: $0, next: "provinces")
    }
    progress.finish()
    let level = global.confidence.level
    let answer = CountryAnswer(
      study: study, grouping: all.by, level: level,
      names: Names(language: output.lang, panel: data.panel))
    try output.write(
      data.answer(
        table: study.table(by: all.by, level: level), display: answer.display(),
        settings: [
          ("command", .text("sensitivity")), ("country", .boolean(true)), ("year", Cell(year)),
          ("by", .text(all.by?.rawValue ?? "country")),
          ("ranges", .text(ranges.ranges.rawValue)), ("resamples", Cell(global.resamples)),
          ("seed", .number(Double(global.seed))), ("level", .number(level)),
        ]), to: streams)
  }
}
