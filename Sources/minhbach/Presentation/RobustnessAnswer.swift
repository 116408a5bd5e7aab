import Indices
import Reports
import Statistics
import Tables

/// The answer of `robustness`: for programs, and as people read it.
struct RobustnessAnswer {
  let uncertainty: MethodUncertainty
  /// The weights that the best and worst ranks are over; nil where the index has none.
  let box: WeightBox?
  /// The best and worst ranks of the units that were asked for.
  let extremes: [Int: RankExtremes]
  let words: RobustnessWords
  /// The rank of which it is told how often a unit is within.
  let within: Int
  /// The share by which a weight may be less or more.
  let range: Double
  let seed: UInt64

  var study: MethodStudy { uncertainty.study }

  /// One row per unit, by rank; every figure of the draws with its standard error.
  func table() -> Table {
    let errors = ["", "_error"]
    let drawn = ["mean_rank", "sd_rank", "rank_q05", "rank_median", "rank_q95"]
    let shares = ["same_rank", "within_rank"]
    return Table(
      title: "robustness",
      columns: [words.heading, "score", "rank"]
        + (drawn + shares).flatMap { name in errors.map { name + $0 } }
        + ["best_rank", "worst_rank", "best_rank_bound", "worst_rank_bound"],
      rows: order.map { unit in
        let ranks = uncertainty.distributions[unit]
        let shares = [ranks.share(at: study.ranks[unit]), ranks.share(upTo: within)]
        let ends = extremes[unit]
        return [
          .text(words.unit(study.units[unit])), .number(study.scores[unit]),
          Cell(study.ranks[unit]), .number(ranks.mean), .number(ranks.meanError),
          .number(ranks.standardDeviation), .number(ranks.standardDeviationError),
        ]
          + [0.05, 0.5, 0.95].flatMap {
            [Cell.number(ranks.quantile($0)), .number(ranks.quantileError($0))]
          }
          + shares.flatMap { [Cell.number($0), .number(ranks.shareError($0))] }
          + [ends?.best.rank, ends?.worst.rank, ends?.best.bound, ends?.worst.bound].map {
            Cell($0.map(Double.init))
          }
      }, notes: notes)
  }

  /// The same as people read it.
  func display() -> Table {
    let language = words.words
    let (places, hundredths) = (language.decimals(1), language.decimals(2))
    let share = language.percentage(decimals: 0)
    let ends = NumberFormat.upTo(decimals: 1).marked(language.catalogue.mark)
    return Table(
      title: words.words("\(words.title): how far ranks depend on choices of method"),
      columns: words.words.columns(
        "rank", "\(Phrase(code: words.heading))", "score", "mean rank", "±", "sd", "90% of draws",
        "at its rank", "in first \(within)")
        + (box == nil ? [] : words.words.columns("by weights")),
      rows: order.map { unit in
        let ranks = uncertainty.distributions[unit]
        let (low, high) = (ends.string(ranks.quantile(0.05)), ends.string(ranks.quantile(0.95)))
        return [
          Cell(study.ranks[unit]), .text(words.unit(study.units[unit])),
          .text(hundredths.string(study.scores[unit])),
          .text(places.string(ranks.mean)),
          .text(hundredths.string(ranks.meanError)),
          .text(places.string(ranks.standardDeviation)), .text("\(low)–\(high)"),
          .text(share.string(ranks.share(at: study.ranks[unit]))),
          .text(share.string(ranks.share(upTo: within))),
        ] + (box == nil ? [] : [Cell.text(extremes[unit].map(Self.span) ?? "–")])
      }, notes: notes)
  }

  /// The units by rank, tied ones in the order they came in.
  private var order: [Int] {
    study.units.indices.sorted { (study.ranks[$0], $0) < (study.ranks[$1], $1) }
  }

  /// The best and the worst rank; where one is not proved, what it may be.
  static func span(_ extremes: RankExtremes) -> String {
    func text(_ extreme: RankExtremes.Extreme) -> String {
      extreme.isProved
        ? "\(extreme.rank)"
        : "\(min(extreme.rank, extreme.bound))…\(max(extreme.rank, extreme.bound))"
    }
    return "\(text(extremes.best))–\(text(extremes.worst))"
  }

  /// The settings that the answer rests on.
  func settings(_ options: AlternativeOptions, unit: Int?) -> [(String, Cell)] {
    var settings: [(String, Cell)] = [
      ("alternatives", .text(options.alternatives.defaultValueDescription)),
      ("weight_range", .number(options.weightRange)), ("draws", Cell(uncertainty.draws)),
      ("precision", .number(options.precision)),
      ("largest_mean_rank_error", .number(uncertainty.largestError)),
      ("seed", .number(Double(seed))), ("within", Cell(within)),
    ]
    guard let unit else { return settings }
    let ranks = uncertainty.distributions[unit]
    settings += [
      (words.heading, .text(words.unit(study.units[unit]))),
      ("score", .number(study.scores[unit])), ("rank", Cell(study.ranks[unit])),
      ("mean_rank", .number(ranks.mean)), ("mean_rank_error", .number(ranks.meanError)),
      ("sd_rank", .number(ranks.standardDeviation)), ("rank_q05", .number(ranks.quantile(0.05))),
      ("rank_median", .number(ranks.quantile(0.5))), ("rank_q95", .number(ranks.quantile(0.95))),
    ]
    if let ends = extremes[unit] {
      settings += [
        ("best_rank", Cell(ends.best.rank)), ("worst_rank", Cell(ends.worst.rank)),
        ("best_rank_bound", Cell(ends.best.bound)), ("worst_rank_bound", Cell(ends.worst.bound)),
      ]
    }
    return settings
  }
}
