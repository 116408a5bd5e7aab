import Indices
import Statistics
import Tables

/// W12: ranks under weights, scores and means drawn at random, from uniform numbers given.
struct MethodWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let structure = try IndexStructure(
      reading: CSVReader().table(contentsOf: "\(arguments.data)/meta.csv"))
    let panel = try IndicatorPanel(
      reading: CSVReader().table(contentsOf: "\(arguments.data)/cross_63.csv"),
      columns: structure.columns)
    let alternatives = MethodAlternatives(
      normalisations: [.zScore(mean: 10, deviation: 2)], aggregations: [.geometric],
      weightRange: 0.25)
    guard let draws = Int(arguments.name.dropFirst(2)), draws > 0 else {
      throw Arguments.Mistake("the case \(arguments.name) is not like ua10000")
    }
    let perDraw = structure.indicators.count + 2
    let uniforms = Array(
      try arguments.numbers("w12_u_10000.f64").prefix(draws * perDraw))
    let (distributions, seconds) = try Report.timing(arguments) {
      try MethodStudy(
        of: CompositeIndex(structure: structure), panel.tables[0], alternatives: alternatives
      ).distributions(uniforms: uniforms, threads: arguments.threads)
    }
    return Report(seconds: seconds, answers: Self.answers(distributions, draws: draws))
  }

  private static func answers(
    _ distributions: [RankDistribution], draws: Int
  ) -> [(name: String, json: String)] {
    [
      ("draws", "\(draws)"), ("mean_rank", Report.json(distributions.map(\.mean))),
      ("q05", Report.json(distributions.map { $0.quantile(0.05) })),
      ("median", Report.json(distributions.map { $0.quantile(0.5) })),
      ("q95", Report.json(distributions.map { $0.quantile(0.95) })),
      ("sd_rank", Report.json(distributions.map(\.standardDeviation))),
    ]
  }
}
