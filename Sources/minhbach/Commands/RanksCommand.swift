import ArgumentParsing
import Indices
import Panels
import Statistics
import Tables

/// How sure ranks are.
struct RanksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ranks",
    abstract: "Tell how sure ranks are: intervals, tied tiers, probabilities.",
    discussion: """
      A rank rests on the firms that happened to be asked. Each score gets the standard
      error that the number of firms behind its indicators gives it; from there come,
      for each province: its score shrunk towards the mean by what is noise, and by it
      the likely ranks, the mean rank and the probability that it stands above the
      median; the ranks that cannot be ruled out whatever the true scores are, for the
      province by itself (marginal) and for all at once (simultaneous); and its tier.

      With --above a province: the probability that each stands above it, by shrunk
      scores. With --since a year: whether the change since is more than sampling, with
      Holm's correction for asking of all provinces, and the probability that the true
      score has risen beside the others. With --with-method: one interval of likely
      ranks for sampling and choices of method together, and the share of each.

      With --table any scores with their standard errors are ranked, such as countries
      in PISA. Rank 1 is the highest score.

      EXAMPLES:
        minhbach ranks --year 2019
        minhbach ranks --year 2019 --above "Đắk Nông"
        minhbach ranks --year 2019 --since 2018 --format csv > ranks.csv
        minhbach ranks --year 2019 --with-method
        minhbach ranks --table pisa.csv --unit country --score math --error math_se
        minhbach ranks --year 2019 --draws 10000000 --replicates 0:5000000 --output 1.part
      """)

  @Option(help: "The year to rank. Default: the latest.")
  var year: Int?

  @Option(help: ArgumentHelp("Tell which may be among this many first.", valueName: "number"))
  var top = 10

  @Option(
    help: ArgumentHelp(
      "Tell with what probability each stands above this province, or unit of the table.",
      valueName: "province"))
  var above: String?

  @Option(help: ArgumentHelp("Tell what changed since an earlier year.", valueName: "year"))
  var since: Int?

  @Flag(help: "Join sampling with the choices of method of 'minhbach robustness'.")
  var withMethod = false

  @Option(help: ArgumentHelp("Scores of one's own: one unit a row.", valueName: "file"))
  var table: String?

  @Option(
    help: ArgumentHelp(
      "The column of --table that names the unit. Default: the first.", valueName: "column"))
  var unit: String?

  @Option(help: ArgumentHelp("The column of --table with the scores.", valueName: "column"))
  var score: String?

  @Option(
    help: ArgumentHelp("The column of --table with their standard errors.", valueName: "column"))
  var error: String?

  @OptionGroup var confidence: ConfidenceOptions
  @OptionGroup var drawing: RankSetOptions
  @OptionGroup var split: SplitOptions
  @OptionGroup var sampling: SamplingOptions
  @OptionGroup var scoring: RuleOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()
  var given = GivenArguments()

  func validate() throws {
    guard confidence.level >= 0.5 else {
      throw ValidationError(
        "--level is 0.5 or more here: sets surer to miss than to hold tell nothing.")
    }
    if since != nil, scoring.rule != nil {
      throw ValidationError("--since compares years by their own rules: leave out --rule.")
    }
    guard top >= 1 else { throw ValidationError("--top is a number of 1 or more.") }
    try split.check(draws: draws, output: output)
    if drawing.allDraws || split.replicates != nil {
      guard !withMethod else {
        throw ValidationError(
          "--with-method draws as it needs: leave out --replicates and --all-draws.")
      }
      guard split.replicates == nil || table != "-" else { throw SplitOptions.untold }
    }
    guard table != nil else {
      guard unit == nil, score == nil, error == nil else {
        throw ValidationError("--unit, --score and --error name columns of --table: add --table.")
      }
      return
    }
    guard score != nil, error != nil else {
      throw ValidationError("--table needs --score and --error: the columns of scores and errors.")
    }
    guard year == nil, since == nil, !withMethod, data.store == nil, data.units == .former,
      scoring.rule == nil, sampling.isUntouched
    else {
      throw ValidationError(
        "--year, --since, --with-method, --rule, --respondents, --sampling, --independent-errors, --store "
          + "and --units are for the PCI: leave out --table.")
    }
  }

  func run() throws {
    if let range = split.replicates?.range {
      let draws = rankDraws(try estimates())
      try write(draws.part(range).rows, of: range, figures: draws.determinants)
    } else {
      try answer { try uncertainty($0) }
    }
  }

  /// What tells how sure the ranks of scores are.
  private typealias Uncertainty = (ScoreEstimates) throws -> RankUncertainty

  private func answer(by uncertainty: Uncertainty) throws {
    if let table { try answerTable(table, uncertainty) } else { try answerYear(uncertainty) }
  }

  private func answerTable(_ file: String, _ uncertainty: Uncertainty) throws {
    let scores = try scores(of: file)
    let beside = try above.map { name in
      guard let place = scores.units.firstIndex(of: name) else {
        throw ValidationError("\(file) has no unit \"\(name)\".")
      }
      return place
    }
    let ranks = Ranking(tolerance: 0).ranks(of: scores.estimates.values)
    let answer = try RanksAnswer(
      subject: RankSubject(
        heading: scores.heading, title: file, units: scores.units, ranks: ranks, notes: []),
      uncertainty: uncertainty(scores.estimates), level: confidence.level, top: top,
      beside: beside)
    try output.write(
      Answer(
        table: answer.table(), display: answer.display(try output.words()),
        settings: [("command", .text("ranks")), ("table", .text(file))] + settings(answer)
      ).drawing(try chart(answer)), to: streams)
  }

  private func answerYear(_ uncertainty: Uncertainty) throws {
    let sampled = try sampled()
    let figures = sampled.figures
    let names = Names(words: try output.words(), panel: sampled.data.panel)
    let estimates = try ScoreEstimates(figures.scores, standardErrors: figures.scoreErrors)
    let beside = try above.map { try sampled.place(of: $0) }
    var answer = try RanksAnswer(
      subject: RankSubject(
        heading: "province", title: "\(names.subindex(figures.rule.subindex)) \(figures.rule.year)",
        units: figures.provinces.map(names.province),
        ranks: Ranking.ofScores.ranks(of: figures.scores),
        notes: sampled.notes(names)),
      uncertainty: uncertainty(estimates), level: confidence.level, top: top, beside: beside)
    if let since { answer.change = try change(of: sampled, since: since) }
    if withMethod { answer.combined = try combined(sampled) }
    try output.write(
      sampled.data.answer(
        table: answer.table(), display: answer.display(names.words),
        settings: [("command", .text("ranks")), ("year", Cell(figures.rule.year))]
          + settings(answer)
      ).drawing(try chart(answer)), to: streams)
  }

  /// The scores as they are and shrunk.
  private func chart(_ answer: RanksAnswer) throws -> TableSheet.Chart {
    let words = try output.words()
    return TableSheet.Chart(
      .bar, title: words("Scores as they are and shrunk towards the mean"),
      category: answer.subject.heading, values: ["score", "shrunk_score"],
      labels: [words("score"), words("shrunk score")])
  }

  private func scores(of file: String) throws -> ScoreTable {
    try ScoreTable(
      reading: TableFile(file).table(), unit: unit, score: score ?? "", error: error ?? "")
  }

  private func sampled() throws -> SampledYear {
    try sampling.load(data, year: year, rule: scoring.rule)
  }

  /// The scores that are ranked.
  private func estimates() throws -> ScoreEstimates {
    if let table { return try scores(of: table).estimates }
    let figures = try sampled().figures
    return try ScoreEstimates(figures.scores, standardErrors: figures.scoreErrors)
  }

  private func rankDraws(_ estimates: ScoreEstimates) -> RankSetDraws {
    RankUncertainty.draws(
      of: estimates, level: confidence.level, draws: draws, replicates: drawing.replicates)
  }

  private func uncertainty(_ estimates: ScoreEstimates) throws -> RankUncertainty {
    if drawing.allDraws {
      let drawn = rankDraws(estimates)
      return try RankUncertainty(drawn, joining: [drawn.part(0..<draws)])
    }
    return try RankUncertainty(
      of: estimates, level: confidence.level, draws: drawing.draws,
      replicates: drawing.replicates)
  }

  /// The same of an earlier year, province by province.
  private func change(of sampled: SampledYear, since: Int) throws -> ScoreChanges {
    guard since < sampled.figures.rule.year else {
      throw ValidationError("--since is a year before \(sampled.figures.rule.year).")
    }
    let earlier = try sampling.figures(
      of: since, sampled.data, rule: nil, sampling.firms(sampled.data, data, since))
    return try ScoreChanges(from: earlier, to: sampled.figures)
  }

  private func combined(_ sampled: SampledYear) throws -> CombinedUncertainty {
    var progress = ProgressBar(steps: drawing.draws, quiet: output.quiet, streams: streams)
    defer { progress.finish() }
    return try CombinedUncertainty(
      sampled.figures, in: sampled.data.panel,
      alternatives: AlternativeList.usual.alternatives(
        indicators: sampled.figures.rule.components.count,
        weightRange: AlternativeList.usualWeightRange / 100),
      level: confidence.level, draws: drawing.draws, replicates: drawing.replicates,
      progress: { progress.show(done: $0, next: "samples and methods") })
  }

  private func settings(_ answer: RanksAnswer) -> [(String, Cell)] {
    [
      ("level", .number(confidence.level)), ("seed", .number(Double(drawing.seed))),
      ("draws", Cell(answer.uncertainty.simultaneous.draws)), ("top", Cell(top)),
    ]
  }
}

extension RanksCommand: SplittableCommand {
  var draws: Int { drawing.draws }
  var seed: UInt64 { drawing.seed }

  func answer(joining parts: [PartFile]) throws {
    try answer { estimates in
      let draws = rankDraws(estimates)
      return try RankUncertainty(
        draws,
        joining: contents(of: parts, figures: draws.determinants) {
          try draws.part($0.header.range, reading: $0.rows)
        })
    }
  }
}
