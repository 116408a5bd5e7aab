public import Tables
import Panels

extension Profile {
  /// One row per indicator, where most of the score is lost first; the last row is the whole.
  ///
  /// Columns:
  ///
  /// - indicator, value, unit, median, best; rank, `ties` (others that share it) and `provinces` (those
  ///   with a value); score, the indicator's own by the rule;
  /// - `gap_to_median`, `gap_to_top_ten` (to `tenth_best`): in the unit, + is better in the indicator's
  ///   own `direction`;
  /// - weight (share of the whole), contribution, lost (short of a score of 10) and `gain_at_best`, in
  ///   points of the whole, empty without a rule; of the whole itself, what the rows above add up to;
  /// - median, rank and number of provinces of the region and of the peers;
  /// - change since the year before with the median change of all provinces, `slope_per_year`, and the
  ///   values of five years back that compare, first year `comparable_since`; `break`, the year that
  ///   does not compare with figures there are of before. These have the sign of the value itself.
  public func table() -> Table {
    let past = Array(year - Trend.horizon..<year)
    return Table(
      title: "profile",
      columns: [
        "indicator", "value", "unit", "median", "best", "rank", "score", "gap_to_median",
        "direction", "ties", "provinces", "best_provinces", "tenth_best", "gap_to_top_ten",
        "weight", "contribution", "lost", "gain_at_best", "region_median", "region_rank",
        "region_provinces", "peers_median", "peers_rank", "peers_provinces", "change",
        "median_change", "slope_per_year", "comparable_since", "break",
      ] + past.map { "value_\($0)" },
      rows: lines.map { row($0, worth: Parts($0.worth), past) }
        + (whole.map { [row($0, worth: Parts(addingUp: lines), past)] } ?? []),
      notes: notes())
  }

  private func row(_ line: Line, worth: Parts, _ past: [Int]) -> [Cell] {
    let (country, trend) = (line.country, line.trend)
    return [
      .text(line.indicator.code), Cell(line.value), .text(line.indicator.unit.rawValue),
      Cell(country.median), Cell(line.best), count(country.rank), Cell(worth.score),
      Cell(line.gapToMedian), .text(line.indicator.direction.rawValue), count(country.ties),
      Cell(country.count), .text(line.leaders.map(\.nameVi).joined(separator: "; ")),
      Cell(line.tenthBest), Cell(line.gapToTopTen), Cell(worth.weight), Cell(worth.contribution),
      Cell(worth.lost), Cell(worth.gainAtBest),
    ] + place(line.region) + place(line.peers) + [
      Cell(trend.change), Cell(trend.medianChange), Cell(trend.slope),
      count(trend.points.first?.year), count(trend.brokenIn),
    ] + past.map { Cell(trend[$0]) }
  }

  private func place(_ place: Place?) -> [Cell] {
    [Cell(place?.median), count(place?.rank), count(place?.count)]
  }

  private func count(_ number: Int?) -> Cell { number.map { Cell($0) } ?? .empty }

  /// The columns that rest on the rule.
  private struct Parts {
    var score: Double?
    var weight: Double?
    var contribution: Double?
    var lost: Double?
    var gainAtBest: Double?

    init(_ worth: Worth?) {
      score = worth?.score
      weight = worth?.weight
      contribution = worth?.contribution
      lost = worth?.lost
      gainAtBest = worth?.gainAtBest
    }

    init(addingUp lines: [Line]) {
      let parts = lines.compactMap(\.worth)
      func sum(_ part: (Worth) -> Double) -> Double? {
        parts.isEmpty ? nil : parts.reduce(0) { $0 + part($1) }
      }
      weight = sum(\.weight)
      contribution = sum(\.contribution)
      lost = sum(\.lost)
      gainAtBest = sum(\.gainAtBest)
    }
  }
}
