import MinhBachKit
import Scenarios

/// Where a province stands, and what takes it ten places up: `standing FOLDER PROVINCE YEAR`.
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

    let target = try index.target(of: province, to: .places(10), by: year + 2, from: year)
    for step in target.steps where step.effort > 0 {
      print("\(step.component.indicator): \(step.value) -> \(step.target)")
    }
    let futures = try index.futures(
      of: target.scenario(.beyond), from: year, through: year + 2)
    let chance = futures.chance(of: target.aim, for: province, in: year + 2)
    print("chance of rank \(target.goalRank): \(chance.probability) ± \(chance.error)")
  }
}
