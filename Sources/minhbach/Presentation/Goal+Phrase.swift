import Scenarios
import Tables

extension Goal {
  /// The goal as it follows "to" or "a plan to": rank 40 or better.
  var phrase: Phrase {
    switch self {
    case .rank(let rank): Phrase("rank \(rank) or better")
    case .ranks(let ranks): Phrase("a rank from \(ranks.lowerBound) to \(ranks.upperBound)")
    case .top(let count): Phrase("the first \(count)")
    case .places(let count): Phrase("\(counting: count, "place") more")
    case .regionPlace(let place): Phrase("place \(place) in its region or better")
    case .tier(.top): Phrase("the top third")
    case .tier(.middle): Phrase("the middle third or better")
    case .tier(.bottom): Phrase("the bottom third")
    case .median: Phrase("a score above the median")
    case .score(let score): Phrase("a score of \(score, .upTo(decimals: 4))")
    }
  }
}

extension Target.Certificate {
  /// How far the plan is proved, in words.
  var phrase: Phrase {
    switch self {
    case .optimal: Phrase("no other changes within the limits need less")
    case .bounded: Phrase("the best plan found; the search was broken off")
    case .infeasible: Phrase("the goal cannot be had within the limits; the plan comes nearest")
    case .reached: Phrase("the goal is reached already")
    case .likely: Phrase("the goal is as likely as was asked for without any change")
    }
  }
}
