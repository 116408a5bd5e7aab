import Scenarios
import Tables

extension Goal {
  /// The goal at the beginning of a sentence on its probability.
  var outcome: Phrase {
    switch self {
    case .rank(let rank): Phrase("Rank \(rank) or better")
    case .ranks(let ranks): Phrase("Rank \(ranks.upperBound) or better")
    case .top(let count): Phrase("The first \(count)")
    case .places: phrase
    case .regionPlace(let place): Phrase("Place \(place) in its region or better")
    case .tier(.top): Phrase("The top third")
    case .tier(.middle): Phrase("The middle third or better")
    case .tier(.bottom): Phrase("The bottom third")
    case .median: Phrase("A score above the median")
    case .score(let score):
      Phrase("A score of \(score, score == score.rounded() ? .decimals(1) : .upTo(decimals: 9))")
    }
  }

  /// What stands before the goal's probabilities.
  var chance: Phrase {
    switch self {
    case .rank(let rank): Phrase("chance of \(rank)")
    case .ranks(let ranks): Phrase("chance of \(ranks.upperBound)")
    // A score is another thing than a rank in languages that name what is reached.
    case .score(let score): Phrase("\(Phrase("chance of")) \(score, .decimals(2))")
    case .median: Phrase("chance to be above the median")
    case .top(let count): Phrase("chance of the first \(count)")
    case .places(let count): Phrase("chance of \(count) more")
    case .regionPlace(let place): Phrase("chance of \(place) in the region")
    case .tier(.top): Phrase("chance of the top third")
    case .tier(.middle): Phrase("chance of the middle third")
    case .tier(.bottom): Phrase("chance of the bottom third")
    }
  }
}
