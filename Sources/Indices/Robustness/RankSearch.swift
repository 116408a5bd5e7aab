import Optimisation
import Statistics

/// The search for the best and the worst rank of one unit over a box of weights.
internal struct RankSearch {
  /// The end that is looked for.
  internal enum End {
    case best, worst
  }

  /// A rival whose place depends on the weights.
  private struct Rival {
    /// What the rival's score exceeds the unit's by, indicator by indicator.
    let lead: [Double]
    /// The range of the lead over the box.
    let range: ClosedRange<Double>
  }

  private let box: WeightBox
  private let unit: Int
  private let scores: [[Double]]
  private let ranking: Ranking
  private let nodes: Int
  /// What the unit's score exceeds the mean by, indicator by indicator.
  private let advantage: [Double]
  /// How many rank above with all weights.
  private let alwaysAbove: Int
  private let open: [Rival]
  /// What scores are multiplied by for the solver, whose precision is absolute: the greatest lead
  /// becomes ten, which is the size of the PCI's own scores.
  private let scale: Double

  /// How many choices of rivals are refuted at most before the rank is told as an interval.
  ///
  /// The solver takes 1e-6 for zero, so that a row switched on may be off by a little; Long An's best
  /// rank of 2013 needs this.
  private static let mostRefuted = 50

  /// How clear of a tie weights are asked to stay where they can: ten times the solver's precision.
  private static let margin = 1e-6

  internal init(
    _ box: WeightBox, of unit: Int, scores: [[Double]], ranking: Ranking, nodes: Int
  ) {
    self.box = box
    self.unit = unit
    self.scores = scores
    self.ranking = ranking
    self.nodes = nodes
    let own = scores[unit]
    advantage = own.indices.map { indicator in
      own[indicator] - (scores.map { $0[indicator] }.mean ?? 0)
    }
    let rivals = scores.indices.filter { $0 != unit }.map { number in
      let lead = zip(scores[number], own).map { $0 - $1 }
      return Rival(lead: lead, range: box.range(of: lead))
    }
    alwaysAbove = rivals.count { $0.range.lowerBound > ranking.tolerance }
    open = rivals.filter {
      $0.range.lowerBound <= ranking.tolerance && $0.range.upperBound > ranking.tolerance
    }
    let greatest = open.flatMap(\.lead).reduce(0) { max($0, abs($1)) }
    scale = greatest > 0 ? 10 / greatest : 1
  }

  /// Finds one end.
  internal func extreme(_ end: End) throws(OptimisationError) -> RankExtremes.Extreme {
    let first = box.weights(maximising: end == .best ? advantage : advantage.map(-))
    guard !open.isEmpty else { return extreme(first, bound: alwaysAbove + 1) }
    var extremes: [RankExtremes.Extreme] = []
    // Choices of rivals that the solver took for possible and that are not.
    var refuted: [[Int]] = []
    while true {
      let found: [Double]?
      let least: Double
      switch try counting(end, without: refuted).minimum(nodes: nodes, by: .branchAndBound) {
      case .optimal(let point):
        found = point.values
        least = point.cost
      case .stopped(let best, let bound):
        found = best?.values
        // A count is whole; the bound is one up to the solver's precision.
        least = (bound - 1e-6).rounded(.up)
      case .infeasible:
        preconditionFailure("with all rivals free to rank where they do some weights remain")
      }
      let count = min(max(Int(end == .best ? least : -least), 0), open.count)
      let bound = 1 + alwaysAbove + count
      extremes.append(extreme(first, bound: bound))
      if let found {
        extremes.append(extreme(Array(found.prefix(box.lower.count)), bound: bound))
        // The rivals that are to stay below for the best rank, or above for the worst.
        let chosen = open.indices.filter {
          (found[box.lower.count + $0] == 1) == (end == .worst)
        }
        if let moved = try moved(end, keeping: chosen.map { open[$0] }) {
          extremes.append(extreme(moved, bound: bound))
        } else if refuted.count < Self.mostRefuted {
          refuted.append(chosen)
          continue
        }
      }
      let farthest = extremes.dropFirst().reduce(extremes[0]) { isBeyond($1, $0, end) ? $1 : $0 }
      return extreme(farthest.weights, bound: bound)
    }
  }

  /// Whether one end is farther out than another.
  private func isBeyond(
    _ one: RankExtremes.Extreme, _ other: RankExtremes.Extreme, _ end: End
  ) -> Bool {
    let (lead, otherLead) = (
      WeightBox.sum(one.weights, advantage), WeightBox.sum(other.weights, advantage)
    )
    return end == .best
      ? (one.rank, otherLead) < (other.rank, lead) : (other.rank, lead) < (one.rank, otherLead)
  }

  /// What weights give.
  private func extreme(_ weights: [Double], bound: Int) -> RankExtremes.Extreme {
    let all = scores.map { WeightBox.sum(weights, $0) }
    return RankExtremes.Extreme(
      rank: ranking.rank(of: all[unit], among: all), bound: bound, weights: weights,
      score: all[unit])
  }

  /// The fewest rivals above the unit, or the most with a minus sign: a whole number for each.
  private func counting(_ end: End, without refuted: [[Int]]) -> LinearProgram {
    let tie = ranking.tolerance * scale
    let rows = open.enumerated().map { number, rival in
      // One row for both ends. Best: lead ≤ tie unless counted. Worst: lead ≥ tie if counted.
      let (low, high) = (rival.range.lowerBound * scale, rival.range.upperBound * scale)
      let switching = LinearProgram.Row.Term(
        box.lower.count + number, times: end == .best ? tie - high : low - tie)
      return LinearProgram.Row(
        terms(rival) + [switching], in: end == .best ? -.infinity...tie : low ... .infinity)
    }
    let count = LinearProgram.Variable(cost: end == .best ? 1 : -1, in: 0...1, isWhole: true)
    return LinearProgram(
      weightVariables(costs: box.lower.map { _ in 0 }) + open.map { _ in count },
      rows: [sumOfWeights] + rows
        + refuted.map { choice in
          // One of them at least is above after all, or below.
          LinearProgram.Row(
            choice.map { .init(box.lower.count + $0, times: 1) },
            in: end == .best ? 1 ... .infinity : -.infinity...Double(choice.count - 1))
        })
  }

  /// The weights most favourable to the unit, or least, that keep rivals below it, or above.
  ///
  /// Clear of ties where that can be had; nil where rounding leaves no weights at all.
  private func moved(
    _ end: End, keeping rivals: [Rival]
  ) throws(OptimisationError) -> [Double]? {
    let costs = end == .best ? advantage.map(-) : advantage
    for margin in [Self.margin, 0] {
      let tie = ranking.tolerance * scale
      let rows = rivals.map { rival in
        LinearProgram.Row(
          terms(rival),
          in: end == .best ? -.infinity...tie - margin : tie + margin ... .infinity)
      }
      let program = LinearProgram(weightVariables(costs: costs), rows: [sumOfWeights] + rows)
      if case .optimal(let point) = try program.minimum() { return point.values }
    }
    return nil
  }

  private func terms(_ rival: Rival) -> [LinearProgram.Row.Term] {
    rival.lead.enumerated().map { .init($0, times: $1 * scale) }
  }

  private func weightVariables(costs: [Double]) -> [LinearProgram.Variable] {
    costs.indices.map { .init(cost: costs[$0] * scale, in: box.lower[$0]...box.upper[$0]) }
  }

  /// Weights add up to one; the ends of the box may miss it by rounding.
  private var sumOfWeights: LinearProgram.Row {
    LinearProgram.Row(
      box.lower.indices.map { .init($0, times: 1) },
      in: min(1, box.upper.reduce(0, +))...max(1, box.lower.reduce(0, +)))
  }
}
