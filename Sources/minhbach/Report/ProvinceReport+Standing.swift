import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

extension ProvinceReport {
  /// Where we stand.
  var standingSection: Section {
    Section(
      id: "standing", heading: words("Where the province stands"),
      blocks: [
        .definitions(standingFacts), .chart(trendChart), .chart(intervalChart), .chart(tileMap),
      ])
  }

  private var standingFacts: [Reports.Block.Definition] {
    [publishedFact].compactMap(\.self)
      + [
        Reports.Block.Definition(
          Prose(words(shared.isApproximate ? Phrase("Score, rebuilt") : Phrase("Score"))),
          Prose(words(scoreFact))),
        Reports.Block.Definition(
          Prose(words(shared.isApproximate ? Phrase("Rank, rebuilt") : Phrase("Rank"))),
          Prose(words(rankFact))),
        regionFact,
      ].compactMap(\.self)
      + shared.sampled.notes(on: province).map {
        Reports.Block.Definition(Prose(words("How sure")), Prose(words($0)))
      }
  }

  private var scoreFact: Phrase {
    guard let median = shared.board.rows.map(\.score).median else {
      return Phrase("\(standing.score, .decimals(2)) of 10")
    }
    return Phrase(
      """
      \(standing.score, .decimals(2)) of 10; median of all provinces \
      \(median, .decimals(2)), difference \(standing.score - median, .decimals(2), isSigned: true)
      """)
  }

  private var rankFact: Phrase {
    let rank = Phrase("\(standing.rank) of \(shared.board.rows.count)")
    guard let likely = shared.likely[province.key] else { return rank }
    return Phrase(
      "\(rank); likely \(likely.lowerBound) to \(likely.upperBound) (\(confidence: SampledRanks.level))"
    )
  }

  /// What was published, where the rule does not give it back.
  private var publishedFact: Reports.Block.Definition? {
    guard shared.isApproximate, let past = shared.past.last, past.year == year,
      let published = past.standings[province.key]
    else { return nil }
    return Reports.Block.Definition(
      Prose(words("As published")),
      Prose(
        words(
          """
          score \(published.score, .decimals(2)), rank \(published.rank); median of all provinces \
          \(past.median, .decimals(2)). The rule of \(year) is fitted, not proved: all that follows but the \
          published ranks rests on scores that it rebuilds, up to \
          \(shared.board.largestDifference ?? 0, .decimals(2)) from the published ones.
          """)))
  }

  private var regionFact: Reports.Block.Definition? {
    guard let region = profile.region, let place = profile.whole?.region, let rank = place.rank
    else { return nil }
    return Reports.Block.Definition(
      Prose(words("Region")),
      Prose(words("\(names.region(region)): \(rank) of \(place.count)")))
  }

  /// The published ranks of past years, and those to come if nothing is done beyond the usual.
  private var trendChart: FanChart {
    FanChart(
      text: text(
        "trend",
        Phrase("Rank year by year, and what may come without a plan of one's own"),
        Phrase(
          """
          Published ranks with the ranks that were likely, then the middle of the futures, and what half and \
          nine in ten of them lie between: who stands low has mostly been unlucky, and the middle lies higher. \
          The first rank is on top.
          """)), past: shared.past.compactMap(rank), future: futureRanks,
      later: futureRanks.isEmpty ? [] : shared.later.compactMap(rank),
      breaks: shared.past.filter { !$0.isComparable }.map(\.year) + shared.breaksAhead,
      target: goalMark,
      axis: ChartAxis(
        label: words("rank"), bounds: 1...Double(shared.board.rows.count), isReversed: true,
        format: whole),
      words: fanWords)
  }

  /// The province's published rank of a year, with the ranks that were likely.
  private func rank(in past: ReportPast) -> FanChart.Past? {
    past.standings[province.key].map { standing in
      FanChart.Past(
        year: past.year, value: Double(standing.rank),
        interval: past.likely[province.key].map(Self.ends))
    }
  }

  /// The ends of an interval of ranks.
  static func ends(of ranks: ClosedRange<Int>) -> ClosedRange<Double> {
    Double(ranks.lowerBound)...Double(ranks.upperBound)
  }

  private var futureRanks: [FanChart.Future] {
    guard let futures = shared.plans.odds?.futures else { return [] }
    return (year + 1...shared.finalYear).map { year in
      let ranks = futures.ranks(of: province, in: year)
      return FanChart.Future(
        year: year, quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map(ranks.quantile))
    }
  }

  private var goalMark: FanChart.Target? {
    plan.map {
      FanChart.Target(
        year: shared.finalYear, value: Double($0.target.goalRank),
        label: words("goal: rank \($0.target.goalRank)"))
    }
  }

  private var fanWords: FanChart.Words {
    FanChart.Words(
      year: words("year"), past: words("published rank"), low: words("likely from"),
      high: words("to"), interval: words(intervalName), later: words("published since"),
      periodBreak: words("not comparable with the year before"),
      quantiles: [
        words("one in twenty is better"), words("one in four is better"),
        words("middle of the futures"), words("one in four is worse"),
        words("one in twenty is worse"),
      ], bands: [words("nine in ten futures"), words("half of the futures")])
  }

  /// The ranks of all provinces, with those that are likely.
  private var intervalChart: IntervalChart {
    IntervalChart(
      text: text(
        "ranks",
        Phrase("Ranks of all provinces in \(year), with the ranks that are likely"),
        Phrase(
          "One row for each province in the order of ranks; the line tells the ranks likely at \(confidence: SampledRanks.level)."
        )
      ),
      rows: shared.ranked.map { row in
        IntervalChart.Row(
          label: names.province(row.province), value: Double(row.rank),
          interval: shared.likely[row.province.key].map(Self.ends),
          isOwn: row.province.key == province.key)
      },
      reference: IntervalChart.Reference(
        label: words("median"), value: Double(shared.ranked.count + 1) / 2),
      axis: ChartAxis(
        label: words("rank"), bounds: 1...Double(shared.ranked.count), format: whole),
      columns: intervalColumns(words("province"), words("rank")))
  }

  /// The heads of a table of figures with intervals.
  func intervalColumns(_ label: String, _ value: String) -> IntervalColumns {
    IntervalColumns(
      label: label, value: value, low: words("likely from"), high: words("to"),
      interval: words(intervalName))
  }

  private var intervalName: Phrase { Phrase("likely at \(confidence: SampledRanks.level)") }

  /// The ranks between which classes of a map end: seven, or where there are fewer provinces one for each.
  static func classLimits(of count: Int) -> [Double] {
    Set((1..<7).map { $0 * count / 7 }).subtracting([0]).sorted().map { Double($0) + 0.5 }
  }

  /// The ranks on a map of tiles.
  private var tileMap: TileMap {
    let count = shared.board.rows.count
    let limits = Self.classLimits(of: count)
    let ends = [0.5] + limits + [Double(count) + 0.5]
    return TileMap(
      text: text(
        "map", Phrase("Ranks of \(year) on a map of tiles"),
        Phrase("Every province is a tile of the same size, darker where the rank is better.")),
      tiles: shared.tiles.map { tile in
        TileMap.Tile(
          name: names.province(tile.province), label: tile.label, column: tile.column,
          row: tile.row, value: shared.board[tile.province].map { Double($0.rank) },
          isOwn: tile.province.key == province.key)
      }, limits: limits, isReversed: true, format: whole,
      words: TileMap.Words(
        label: words("province"), value: words("rank"),
        classes: zip(ends, ends.dropFirst()).map {
          let (first, last) = (Int($0.0 + 0.5), Int($0.1 - 0.5))
          return first == last ? "\(first)" : "\(first)–\(last)"
        }, missing: words("no score")))
  }
}
