import Indices
import MinhBachKit
import Scenarios
import Statistics

/// Where a province stands and how sure that is, and what takes it ten places up: `standing FOLDER PROVINCE YEAR`.
@main
struct Standing {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 4, let year = Int(words[3]) else {
      print("usage: standing FOLDER PROVINCE YEAR")
      return
    }
    let index = try SubIndex(in: Datasets(folder: words[1]))
    let province = try index.province(words[2])
    let standing = try index.scoreboard(year)[province]
    print("\(province.nameVi) \(year): rank \(standing?.rank ?? 0)")

    let figures = try index.figures(year)
    let scores = try ScoreEstimates(figures.scores, standardErrors: figures.scoreErrors)
    let shrunk = EmpiricalBayes(scores.values, errors: scores.standardErrors)
    if let place = figures.place(of: province) {
      let likely = try RankProbabilities.likelyRanks(of: place, in: shrunk.posterior(), level: 0.95)
      let bounds = RankConfidenceSets.marginalBounds(of: place, in: scores, level: 0.95)
      print("likely ranks: \(likely); whatever the true scores are: \(bounds)")
    }

    let target = try index.target(of: province, to: .places(10), by: year + 2, from: year)
    for step in target.steps where step.effort > 0 {
      print("\(step.component.indicator): \(short(step.value)) -> \(short(step.target))")
    }
    let futures = try index.futures(
      of: target.scenario(.beyond), from: year, through: year + 2)
    let chance = futures.chance(of: target.aim, for: province, in: year + 2)
    let probability = short(chance.probability)
    print("chance of rank \(target.goalRank): \(probability) ± \(short(chance.error))")
  }

  private static func short(_ value: Double) -> Double { (1000 * value).rounded() / 1000 }
}
