import ArgumentParsing
import Indices
import Panels
import Statistics
import Tables

/// How far ranks depend on choices of method.
struct RobustnessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robustness",
    abstract: "Tell how far ranks depend on choices of method.",
    discussion: """
      Units are ranked many times, each time by a method drawn at random: how figures
      become scores, how scores are put together, how indicators are weighted, and which
      indicator, if any, is left out. All alternatives are equally likely, those of the
      index itself among them. Draws double until mean ranks are known to --precision,
      and stop at --draws. Every figure comes with its Monte Carlo standard error.

      Apart from that, the best and the worst rank are told that any weights give, each
      within --weight-range of its own and all adding up to one, all else being the
      index's own: nothing is drawn here, the ranks are proved.

      With a province, or a unit of a table: what each choice alone does to its rank,
      and the weights that give it its best and its worst. --choices tells the former
      for all together.

      Without --table the index is transparency by the rule of the year; with --table
      it is described as for 'minhbach index'.

      EXAMPLES:
        minhbach robustness --year 2019
        minhbach robustness "Đắk Nông" --year 2017
        minhbach robustness --year 2019 --alternatives weights --weight-range 10
        minhbach robustness --year 2019 --choices
        minhbach robustness --table data.csv --indicators indicators.csv --format csv
      """)

  @Argument(help: "The province, in any spelling, or the unit as its table names it.")
  var province: String?

  @Option(help: "The year to rank. Default: the latest.")
  var year: Int?

  @Flag(help: "Tell what each choice alone does, of all units together.")
  var choices = false

  @OptionGroup var methods: AlternativeOptions

  @Option(help: ArgumentHelp("Figures of one's own: one unit a row.", valueName: "file"))
  var table: String?

  @Option(help: ArgumentHelp("What the index of --table is made of.", valueName: "file"))
  var indicators: String?

  @Option(
    help: ArgumentHelp(
      "The column of --table that names the unit. Default: uCode if there is one, else the first.",
      valueName: "column"))
  var unit: String?

  @OptionGroup var method: MethodOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    guard (table == nil) == (indicators == nil) else {
      throw ValidationError("--table and --indicators go together.")
    }
    if choices, province != nil {
      throw ValidationError("--choices is for all units: leave out the province.")
    }
    if table == nil {
      guard unit == nil, method.isUntouched else {
        throw ValidationError(
          "The options that describe an index are for --table: a year has its own rule.")
      }
    } else {
      guard year == nil, data.store == nil, data.units == .former else {
        throw ValidationError("--year, --store and --units are for the PCI: leave out --table.")
      }
      guard method.ties == .minimum else {
        throw ValidationError("Tied units share the better rank here: leave out --ties.")
      }
    }
  }

  func run() throws {
    if let table, let indicators {
      try answer(try ownStudy(table, indicators))
    } else {
      try answer(try ruleStudy())
    }
  }

  /// An index with its alternatives, and how to speak of it.
  private struct Subject {
    let study: MethodStudy
    let words: RobustnessWords
    /// The number of the unit asked for.
    let unit: Int?
    /// What the figures rest on, for programs.
    let settings: [(String, Cell)]
    /// What was done to the figures before.
    let data: LoadedData?
  }

  private func ruleStudy() throws -> Subject {
    let data = try self.data.load()
    let year = try data.year(year)
    let rule = try data.rule(year)
    let asked = try province.map { try data.gazetteer.province(named: $0) }
    // Says why a province has no rank.
    if let asked { _ = try rule.values(of: asked, in: data.panel) }
    let study = try MethodStudy(
      of: rule, panel: data.panel,
      alternatives: methods.alternatives(indicators: rule.components.count))
    let names = Names(words: try output.words(), panel: data.panel)
    let provinces = Dictionary(uniqueKeysWithValues: data.panel.provinces.map { ($0.key, $0) })
    return Subject(
      study: study,
      words: RobustnessWords(
        words: names.words, heading: "province", plural: Phrase("provinces"),
        title: "\(names.subindex(rule.subindex)) \(year)", own: Phrase("the rule's"),
        unit: { provinces[$0].map(names.province) ?? $0 }, indicator: names.indicator),
      unit: asked.flatMap { study.units.firstIndex(of: $0.key) },
      settings: [("year", Cell(year))], data: data)
  }

  /// How often each unit had each rank is counted: 200 MB for so many.
  private static let mostUnits = 5000

  private func ownStudy(_ table: String, _ indicators: String) throws -> Subject {
    let structure = try IndexStructure(reading: TableFile(indicators).table())
    let index = try method.index(of: structure)
    let panel = try IndicatorPanel(
      reading: TableFile(table).table(), columns: structure.columns,
      layout: IndicatorPanel.Layout(unit: unit, group: method.group))
    let count = panel.tables[0].units.count
    guard count <= Self.mostUnits else {
      throw ValidationError(
        "\(table) has \(count) units; the ranks of \(Self.mostUnits) at most are studied.")
    }
    let study = try MethodStudy(
      of: index, panel.tables[0],
      alternatives: methods.alternatives(indicators: structure.indicators.count))
    let place = try province.map { name in
      guard let place = study.units.firstIndex(of: name) else {
        throw ValidationError("\(table) has no unit \"\(name)\".")
      }
      return place
    }
    let words = try output.words()
    return Subject(
      study: study,
      words: RobustnessWords(
        words: words, heading: "unit", plural: Phrase("units"),
        title: structure.namesIndex ? structure.index.code : words("index"),
        own: Phrase("the index's own"),
        unit: { $0 }, indicator: { $0 }),
      unit: place, settings: [("table", .text(table)), ("indicators", .text(indicators))],
      data: nil)
  }

  private func answer(_ subject: Subject) throws {
    let study = subject.study
    var drawing = ProgressBar(steps: methods.draws, quiet: output.quiet, streams: streams)
    let uncertainty = try study.uncertainty(
      draws: methods.draws, precision: methods.precision,
      replicates: Replicates(seed: methods.seed, threads: methods.threads),
      progress: { drawing.show(done: $0, next: "draws") })
    drawing.finish()
    let box = study.weightBox(range: methods.range)
    var extremes: [Int: RankExtremes] = [:]
    if let box, !choices {
      let asked = subject.unit.map { [$0] } ?? Array(study.units.indices)
      var progress = ProgressBar(steps: asked.count, quiet: output.quiet, streams: streams)
      for (done, unit) in asked.enumerated() {
        progress.show(done: done, next: subject.words.unit(study.units[unit]))
        extremes[unit] = try study.extremes(of: unit, over: box)
      }
      progress.finish()
    }
    let answer = RobustnessAnswer(
      uncertainty: uncertainty, box: box, extremes: extremes, words: subject.words,
      within: methods.within, range: methods.range, seed: methods.seed)
    let isOfChoices = choices || subject.unit != nil
    let table = isOfChoices ? answer.choices(of: subject.unit) : answer.table()
    let display =
      isOfChoices ? answer.displayOfChoices(of: subject.unit) : answer.display()
    let settings =
      [("command", .text("robustness"))] + subject.settings
      + answer.settings(methods, unit: subject.unit)
    try output.write(
      subject.data?.answer(table: table, display: display, settings: settings)
        ?? Answer(table: table, display: display, settings: settings), to: streams)
  }
}

extension MethodOptions {
  /// Whether nothing was said of a method.
  fileprivate var isUntouched: Bool {
    normalisation == .minMax && range == nil && !cap && reference == nil
      && aggregation == AggregationByLevel(.arithmetic) && imputation == .none && group == nil
      && treatment == .none && ties == .minimum
  }
}
