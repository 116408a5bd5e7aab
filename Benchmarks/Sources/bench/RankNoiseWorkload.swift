import Indices
import Panels
import Statistics
import Tables

/// W8: ranks of all provinces under the errors of their indicators, in draws given or own.
///
/// Cases: exact2k, normals of a file; 1e5 and so on, own draws with ranges taken anew in each; fixed1e6 and so on,
/// the same errors under the ranges of the values themselves.
struct RankNoiseWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let indicators = try indicators()
    let isGiven = arguments.name == "exact2k"
    let isFixed = arguments.name.hasPrefix("fixed")
    let name = isFixed ? String(arguments.name.dropFirst(5)) : arguments.name
    guard let size = isGiven ? 2000 : Double(name) else {
      throw Arguments.Mistake("the case \(arguments.name) is not like 1e6")
    }
    let draws = Int(size)
    let normals = isGiven ? try arguments.numbers("w8_z_2000.f64") : []
    let (ranks, seconds) = try Report.timing(arguments) { () throws -> [RankDistribution] in
      if isFixed {
        return try GaussianRanks(of: Self.scores(indicators))
          .ranks(draws: draws, seed: 1, threads: arguments.threads)
      }
      let noise = try RankNoise(indicators)
      return isGiven
        ? noise.ranks(normals: normals, threads: arguments.threads).ranks
        : noise.ranks(draws: draws, seed: 1, threads: arguments.threads).ranks
    }
    return Report(seconds: seconds, answers: Self.answers(ranks, draws: draws, isGiven))
  }

  /// The indicators of the files.
  func indicators() throws -> [RankNoise.Indicator] {
    let structure = try IndexStructure(
      reading: CSVReader().table(contentsOf: "\(arguments.data)/meta.csv"))
    func columns(_ name: String) throws -> [[Double]] {
      let table = try IndicatorPanel(
        reading: CSVReader().table(contentsOf: "\(arguments.data)/\(name)"),
        columns: structure.columns, layout: .init(unit: "unit")
      ).tables[0]
      return structure.columns.map { code in
        table.units.indices.map { table[$0, code] ?? .nan }
      }
    }
    let (values, errors) = (try columns("cross_63.csv"), try columns("w8_sd.csv"))
    return structure.indicators.enumerated().map { number, indicator in
      RankNoise.Indicator(
        values: values[number], errors: errors[number], weight: indicator.weight,
        isRising: indicator.direction == .positive)
    }
  }

  /// Scores and their errors by the ranges of the values.
  private static func scores(_ indicators: [RankNoise.Indicator]) throws -> ScoreEstimates {
    let units = indicators[0].values.count
    var (scores, variances) = (
      [Double](repeating: 0, count: units), [Double](repeating: 0, count: units)
    )
    for indicator in indicators {
      guard let lowest = indicator.values.min(), let highest = indicator.values.max() else {
        continue
      }
      let slope = (indicator.isRising ? 9 : -9) * indicator.weight / (highest - lowest)
      for unit in 0..<units {
        scores[unit] += slope * indicator.values[unit]
        let error = slope * indicator.errors[unit]
        variances[unit] += error * error
      }
    }
    return try ScoreEstimates(scores, standardErrors: variances.map { $0.squareRoot() })
  }

  private static func answers(
    _ ranks: [RankDistribution], draws: Int, _ hasCounts: Bool
  ) -> [(name: String, json: String)] {
    var answers = [
      ("draws", "\(draws)"), ("mean_rank", Report.json(ranks.map(\.mean))),
      ("p_top10", Report.json(ranks.map { $0.share(upTo: 10) })),
      ("sd_rank", Report.json(ranks.map(\.standardDeviation))),
    ]
    if hasCounts { answers.append(("counts", "\(ranks.map(\.counts))")) }
    return answers
  }
}
