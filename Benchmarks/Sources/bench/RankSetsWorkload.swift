import Foundation
import Indices
import Statistics
import Tables

/// W9: rank confidence sets of 63 provinces, both-sided with stepdown, by 10,000 draws given or own.
///
/// Cases: simul, marg by own draws; simul_z, marg_z by those of a file; exact, the marginal sets without draws.
struct RankSetsWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let table = try IndicatorPanel(
      reading: CSVReader().table(contentsOf: "\(arguments.data)/w9_x.csv"), columns: ["x"],
      layout: .init(unit: "unit")
    ).tables[0]
    let values = table.units.indices.map { table[$0, "x"] ?? .nan }
    let covariance = try String(contentsOfFile: "\(arguments.data)/w9_sigma.csv", encoding: .utf8)
      .split { $0 == "," || $0.isNewline }.compactMap { Double($0) }
    guard covariance.count == values.count * values.count else {
      throw Arguments.Mistake("\(values.count) estimates, \(covariance.count) covariances")
    }
    var settings = RankConfidenceSets.Settings()
    settings.kind = arguments.name.hasPrefix("simul") ? .simultaneous : .marginal
    settings.method = arguments.name == "exact" ? .automatic : .draws
    settings.draws = .fixed(10_000)
    settings.seed = 2
    settings.threads = arguments.threads
    let normals =
      arguments.name.hasSuffix("_z")
      ? try arguments.numbers("w9_z_10000.f64") : []
    let (sets, seconds) = try Report.timing(arguments) { () throws -> RankConfidenceSets in
      let estimates = try ScoreEstimates(values, covariance: covariance)
      guard !normals.isEmpty else {
        return RankConfidenceSets(of: estimates, settings: settings)
      }
      return RankConfidenceSets(
        of: estimates, settings: settings,
        deviations: estimates.deviations(normals: normals))
    }
    return Report(
      seconds: seconds,
      answers: [
        ("L", "\(sets.bounds.map(\.lowerBound))"), ("U", "\(sets.bounds.map(\.upperBound))"),
        ("rank", "\(sets.ranks)"),
      ])
  }
}
