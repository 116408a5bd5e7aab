import Scenarios
import Tables

extension TargetOdds {
  /// The lines below a plan, with a cell for each of its years: the ranks of the futures, and chances.
  ///
  /// - Parameters:
  ///   - goal: the plan's.
  ///   - words: the language.
  /// - Returns: the lines from the top.
  func rows(of goal: Goal, _ words: Words) -> [(name: String, cells: [String])] {
    let share = words.chance(decimals: 0)
    func line(_ name: Phrase, _ shares: [Double]) -> (String, [String]) {
      (words(name), shares.map { share.string($0) })
    }
    let within = chances.compactMap(\.within)
    var lines: [(String, [String])] = [
      (
        words("rank in the futures (nine of ten)"),
        ranks.map { words("\($0.median) (\($0.low)–\($0.high))") }
      ),
      line(goal.chance, chances.map(\.probability)),
    ]
    if case .ranks(let ranks) = goal, !within.isEmpty {
      lines.append(line(Phrase("chance of \(ranks.lowerBound) to \(ranks.upperBound)"), within))
    }
    lines.append(line(Phrase("targets reached, no more"), met.map(\.probability)))
    if let held { lines.append(line(Phrase("rivals held"), held.map(\.probability))) }
    return lines
  }
}
