import Regression
import Reports
import Statistics
import Tables

/// The answer of `importance`: for programs, and as people read it.
struct ImportanceAnswer {
  let responseName: String
  let regressorNames: [String]
  let importance: RelativeImportance
  /// Nil where nothing was drawn.
  let bootstrap: ImportanceBootstrap?
  let level: Double
  let effects: [String]
  let rowCount: Int
  let notes: [Phrase]
  let words: Words

  /// Shares with the columns that scripts rely on first, in the order of the regressors.
  func table() -> Table {
    let intervals = bootstrap?.intervals(level: level)
    let order = bootstrap?.order
    return Table(
      title: "importance",
      columns: [
        "regressor", "share", "low", "high", "rank_low", "rank_high", "rank", "share_of_r_squared",
        "standard_error", "low_error", "high_error", "basic_low", "basic_high", "probability_first",
        "probability_first_error",
        "first", "last", "betasq", "pratt",
      ],
      rows: importance.players.enumerated().map { number, player in
        let interval = intervals?[number]
        let places = order?.interval(of: number, level: level)
        return [
          .text(player.name), .number(player.share), Cell(interval?.percentile.lowerBound),
          Cell(interval?.percentile.upperBound), Cell(places.map { Double($0.lowerBound) }),
          Cell(places.map { Double($0.upperBound) }), Cell(rank(of: number)),
          Cell(importance.rSquared > 0 ? player.share / importance.rSquared : nil),
          Cell(interval?.standardError), Cell(interval?.lowError), Cell(interval?.highError),
          Cell(interval?.basic.lowerBound), Cell(interval?.basic.upperBound),
          Cell(order?.probabilityOfFirst(number)), Cell(order?.errorOfFirst(number)),
          .number(player.first), .number(player.last),
          Cell(player.squaredBeta), Cell(player.pratt),
        ]
      }, notes: allNotes)
  }

  /// Shares as people read them, the largest first.
  func display() -> Table {
    let percent = words.percentage(decimals: 1)
    let level = words.confidence(level)
    let intervals = bootstrap?.intervals(level: self.level)
    let order = bootstrap?.order
    let players = importance.players.indices.sorted {
      (-importance.players[$0].share, $0) < (-importance.players[$1].share, $1)
    }
    return Table(
      title: title,
      columns: words.columns("rank", "regressor", "share of R²", "share")
        + (bootstrap == nil
          ? [] : words.columns("\(level) from", "to", "rank from", "to", "first in"))
        + words.columns("alone", "beside all others"),
      rows: players.map { number in
        let player = importance.players[number]
        var cells: [Cell] = [
          Cell(rank(of: number)), .text(player.name),
          .text(percent.string(player.share / importance.rSquared)),
          .text(percent.string(player.share)),
        ]
        if let interval = intervals?[number], let order {
          let ranks = order.interval(of: number, level: self.level)
          cells += [
            .text(percent.string(interval.percentile.lowerBound)),
            .text(percent.string(interval.percentile.upperBound)), Cell(ranks.lowerBound),
            Cell(ranks.upperBound),
            .text(
              percent.string(order.probabilityOfFirst(number)) + " ± "
                + percent.string(order.errorOfFirst(number))),
          ]
        }
        return cells + [.text(percent.string(player.first)), .text(percent.string(player.last))]
      }, notes: summary + allNotes)
  }

  private var title: String {
    let name =
      effects.isEmpty
      ? Phrase(verbatim: responseName) : Phrase("\(responseName) within effects of \(effects)")
    return words(
      """
      \(name): how R² \(importance.rSquared, .percentage(decimals: 1)) is shared among \
      \(counting: importance.players.count, "regressor"), \(counting: rowCount, "row")
      """)
  }

  private var summary: [Phrase] {
    guard let bootstrap else { return [] }
    let percent = NumberFormat.percentage(decimals: 1)
    let interval = bootstrap.rSquaredInterval(level: level)
    let error = bootstrap.intervals(level: level).map { max($0.lowError, $0.highError) }.max() ?? 0
    let drawn =
      bootstrap.clusters.map { Phrase("\(bootstrap.clusterCount) groups of \($0)") }
      ?? Phrase("\(bootstrap.clusterCount) rows")
    return [
      Phrase(
        """
        \(bootstrap.draws) draws of \(drawn); seed \(bootstrap.seed.map(String.init) ?? "–"). The ends \
        of the intervals have Monte Carlo standard errors of up to \(error, .percentage(decimals: 2)).
        """),
      importance.rSquared > 0.9999
        ? Phrase("The regressors tell the response entirely: shares are of its own make-up.")
        : Phrase(
          """
          R² is biased upwards: over the draws it lies from \
          \(interval.percentile.lowerBound, percent) to \
          \(interval.percentile.upperBound, percent).
          """),
      Phrase("A share is never below zero, so that an interval above zero is no test."),
    ]
  }

  private var allNotes: [Phrase] {
    importance.notes + (bootstrap?.notes ?? []) + notes
  }

  /// The rank of a share, 1 for the largest; equal shares have the better one.
  private func rank(of player: Int) -> Int {
    Ranking(tolerance: 1e-12).ranks(of: importance.shares)[player]
  }

  /// What the answer rests on.
  var settings: [(String, Cell)] {
    [
      ("r_squared", .number(importance.rSquared)), ("rows", Cell(rowCount)),
      ("level", .number(level)),
    ]
      + (bootstrap.map { found in
        let interval = found.rSquaredInterval(level: level)
        return [
          ("r_squared_low", Cell.number(interval.percentile.lowerBound)),
          ("r_squared_high", .number(interval.percentile.upperBound)),
          ("clusters", .text(found.clusters ?? "")), ("cluster_count", Cell(found.clusterCount)),
          ("draws", Cell(found.draws)), ("seed", Cell(found.seed.map { Double($0) })),
        ]
      } ?? [])
  }
}
