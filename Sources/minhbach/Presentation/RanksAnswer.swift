import Indices
import Reports
import Statistics
import Tables

/// What is ranked, and how to speak of it.
struct RankSubject {
  /// What the column of the units is called for programs.
  let heading: String
  let title: String
  let units: [String]
  let ranks: [Int]
  /// What the standard errors rest on.
  let notes: [Phrase]
}

/// The answer of `ranks`: for programs, and as people read it.
struct RanksAnswer {
  let subject: RankSubject
  let uncertainty: RankUncertainty
  let level: Double
  /// How many are the first of which it is told who may be among them.
  let top: Int
  /// The unit beside which all are set.
  let beside: Int?
  /// The shrunk scores with their errors.
  let posterior: ScoreEstimates
  /// What changed since an earlier year.
  var change: ScoreChanges?
  /// Sampling and method together.
  var combined: CombinedUncertainty?

  init(
    subject: RankSubject, uncertainty: RankUncertainty, level: Double, top: Int, beside: Int?
  ) throws {
    self.subject = subject
    self.uncertainty = uncertainty
    self.level = level
    self.top = top
    self.beside = beside
    posterior = try uncertainty.shrunk.posterior()
  }

  /// One row per unit, by rank.
  func table() -> Table {
    let columns = columns
    return Table(
      title: subject.title, columns: [subject.heading] + columns.map(\.name),
      rows: order.map { unit in
        [.text(subject.units[unit])] + columns.map { $0.cell(unit) }
      }, notes: notes)
  }

  /// A column of the table.
  struct Column {
    let name: String
    let cell: (Int) -> Cell

    init(_ name: String, _ cell: @escaping (Int) -> Cell) {
      (self.name, self.cell) = (name, cell)
    }
  }

  private var columns: [Column] {
    let (own, all) = (uncertainty.marginal.bounds, uncertainty.simultaneous.bounds)
    let first = Set(uncertainty.simultaneous.mayBeAmongFirst(top))
    let median = uncertainty.lastAboveMedian
    var columns = [
      Column("score") { .number(uncertainty.estimates.values[$0]) },
      Column("standard_error") { .number(uncertainty.estimates.standardErrors[$0]) },
      Column("rank") { Cell(subject.ranks[$0]) },
      Column("marginal_low") { Cell(own[$0].lowerBound) },
      Column("marginal_high") { Cell(own[$0].upperBound) },
      Column("simultaneous_low") { Cell(all[$0].lowerBound) },
      Column("simultaneous_high") { Cell(all[$0].upperBound) },
      Column("tier") { Cell(uncertainty.tiers[$0]) },
      Column("may_be_top_\(top)") { .text(first.contains($0) ? "yes" : "no") },
      Column("probability_above_median") {
        .number(uncertainty.probabilities.probability(of: $0, upTo: median))
      },
      Column("probability_top_\(top)") {
        .number(uncertainty.probabilities.probability(of: $0, upTo: top))
      },
      Column("shrunk_score") { .number(uncertainty.shrunk.estimates[$0]) },
      Column("shrunk_error") { .number(uncertainty.shrunk.errors[$0]) },
      Column("shrunk_mean_rank") { .number(uncertainty.probabilities.mean(of: $0)) },
      Column("likely_low") { Cell(likely($0).lowerBound) },
      Column("likely_high") { Cell(likely($0).upperBound) },
    ]
    if let beside {
      columns.append(
        Column("probability_above") { .number(posterior.probability(of: $0, above: beside)) })
    }
    return columns + columnsOfChange + columnsOfMethod
  }

  private var columnsOfChange: [Column] {
    guard let change else { return [] }
    func column(_ name: String, _ part: @escaping (ScoreChanges.Entry) -> Double) -> Column {
      Column(name) { Cell(change.entries[$0].map(part)) }
    }
    return [
      column("rank_\(change.from)") { Double($0.earlierRank) },
      column("change", \.change), column("change_error", \.error),
      column("p_value", \.pValue), column("p_value_holm", \.adjustedPValue),
      column("probability_rise", \.probabilityOfRise),
    ]
  }

  private var columnsOfMethod: [Column] {
    guard let combined else { return [] }
    let parts: [(String, KeyPath<CombinedUncertainty.Unit, CombinedUncertainty.Estimate>)] = [
      ("combined_mean_rank", \.mean), ("combined_low", \.low), ("combined_high", \.high),
      ("share_sampling", \.sampling), ("share_method", \.method), ("share_both", \.both),
    ]
    return parts.flatMap { name, part in
      [
        Column(name) { .number(combined.units[$0][keyPath: part].value) },
        Column(name + "_error") { .number(combined.units[$0][keyPath: part].error) },
      ]
    }
  }

  /// The ranks that a unit likely has, by its shrunk score.
  func likely(_ unit: Int) -> ClosedRange<Int> {
    uncertainty.probabilities.likelyRanks(of: unit, level: level)
  }

  /// The units by rank, tied ones in the order they came in.
  var order: [Int] {
    subject.units.indices.sorted { (subject.ranks[$0], $0) < (subject.ranks[$1], $1) }
  }
}
