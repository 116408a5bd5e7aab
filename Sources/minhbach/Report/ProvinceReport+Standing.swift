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

  private var standingFacts: [Block.Definition] {
    let gap = profile.whole?.gapToMedian
    return [
      Block.Definition(
        Prose(words("Score")),
        Prose(
          words(
            gap.map {
              Phrase(
                """
                \(standing.score, .decimals(2)) of 10; median of all provinces \
                \(standing.score - $0, .decimals(2)), difference \($0, .decimals(2), isSigned: true)
                """)
            } ?? Phrase("\(standing.score, .decimals(2)) of 10")))),
      Block.Definition(
        Prose(words("Rank")), Prose(words("\(standing.rank) of \(shared.board.rows.count)"))),
      regionFact,
    ].compactMap(\.self)
      + shared.sampled.notes(on: province).map {
        Block.Definition(Prose(words("How sure")), Prose(words($0)))
      }
  }

  private var regionFact: Block.Definition? {
    guard let region = profile.region, let place = profile.whole?.region, let rank = place.rank
    else { return nil }
    return Block.Definition(
      Prose(words("Region")),
      Prose(words("\(names.region(region)): \(rank) of \(place.count)")))
  }

  /// The published ranks of past years, and those to come if nothing is done beyond the usual.
  private var trendChart: FanChart {
    let past = shared.past.compactMap { past -> FanChart.Past? in
      past.standings[province.key].map { standing in
        FanChart.Past(
          year: past.year, value: Double(standing.rank),
          interval: past.likely[province.key].map {
            Double(min($0.lowerBound, standing.rank))...Double(max($0.upperBound, standing.rank))
          })
      }
    }
    return FanChart(
      text: text(
        "trend",
        Phrase("Rank year by year, and what may come without a plan of one's own"),
        Phrase(
          """
          Published ranks with the ranks that were likely, then the middle of the futures, and what half and \
          nine in ten of them lie between. The first rank is on top.
          """)), past: past, future: futureRanks,
      breaks: shared.past.filter { !$0.isComparable }.map(\.year), target: goalMark,
      axis: ChartAxis(
        label: words("rank"), bounds: 1...Double(shared.board.rows.count), isReversed: true,
        format: whole),
      words: fanWords)
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
      high: words("to"), periodBreak: words("not comparable with the year before"),
      quantiles: [
        words("one in twenty below"), words("a quarter below"), words("middle of the futures"),
        words("three quarters below"), words("one in twenty above"),
      ], bands: [words("nine in ten futures"), words("half of the futures")])
  }

  /// The ranks of all provinces, with those that are likely.
  private var intervalChart: IntervalChart {
    let rows = shared.board.rows.sorted {
      ($0.rank, $0.province.nameVi) < ($1.rank, $1.province.nameVi)
    }
    return IntervalChart(
      text: text(
        "ranks",
        Phrase("Ranks of all provinces in \(year), with the ranks that are likely"),
        Phrase(
          "One row for each province in the order of ranks; the line tells the ranks likely at \(confidence: SampledRanks.level)."
        )
      ),
      rows: rows.map { row in
        let likely = shared.likely[row.province.key] ?? row.rank...row.rank
        return IntervalChart.Row(
          label: names.province(row.province), value: Double(row.rank),
          interval: Double(
            min(likely.lowerBound, row.rank))...Double(
              max(likely.upperBound, row.rank)),
          isOwn: row.province.key == province.key)
      },
      reference: IntervalChart.Reference(
        label: words("median"), value: Double(rows.count + 1) / 2),
      axis: ChartAxis(
        label: words("rank"), bounds: 1...Double(rows.count), format: whole),
      columns: intervalColumns(words("province"), words("rank")))
  }

  /// The heads of a table of figures with intervals.
  func intervalColumns(_ label: String, _ value: String) -> IntervalColumns {
    IntervalColumns(
      label: label, value: value, low: words("likely from"), high: words("to"))
  }

  /// The ranks on a map of tiles.
  private var tileMap: TileMap {
    let count = shared.board.rows.count
    let limits = (1..<7).map { Double($0 * count / 7) + 0.5 }
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
          "\(Int($0.0 + 0.5))–\(Int($0.1 - 0.5))"
        }, missing: words("no score")))
  }
}
