import Scenarios
import Tables

extension Target.Certificate {
  /// How far the plan is proved, in a word.
  var word: Phrase {
    switch self {
    case .optimal: Phrase("optimal")
    case .bounded: Phrase("bounded")
    case .infeasible: Phrase("infeasible")
    case .reached: Phrase("reached")
    case .likely: Phrase("likely")
    }
  }

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
