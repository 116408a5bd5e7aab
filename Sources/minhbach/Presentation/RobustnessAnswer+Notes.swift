import Tables
import Indices
import Reports
import Statistics

extension RobustnessAnswer {
  /// What the figures of all units rest on.
  var notes: [String] { [drawn, byWeights, mattering].compactMap(\.self) + study.notes.texts }

  /// What the figures of one unit, or of the choices, rest on.
  func notes(of unit: Int?) -> [String] {
    let own = unit.map { [standing($0)] } ?? []
    let weights = unit.flatMap(weights) ?? (extremes.isEmpty ? nil : byWeights)
    return own
      + [
        "Each line alone, all else being \(words.own); 'all move by' is how many places the ranks of "
          + "all \(words.plural) move on average, up or down.", drawn, weights,
      ].compactMap(\.self) + study.notes.texts
  }

  /// What was varied, and how well the mean ranks are known.
  private var drawn: String {
    let alternatives = study.alternatives
    var parts: [String] = []
    if !alternatives.normalisations.isEmpty {
      parts.append(
        "scores ("
          + ([words.own]
          + alternatives.normalisations.map {
            RobustnessWords.code(.normalisation($0))
          }).joined(separator: ", ") + ")")
    }
    if !alternatives.aggregations.isEmpty {
      parts.append(
        "means ("
          + ([words.own] + alternatives.aggregations.map(\.rawValue))
          .joined(separator: ", ") + ")")
    }
    let spread =
      alternatives.weightRange > 0
      ? ", each times a factor within ±\(RobustnessWords.percent(alternatives.weightRange))" : ""
    if alternatives.weighsEqually || alternatives.weightRange > 0 {
      parts.append(
        "weights (\(words.own)\(alternatives.weighsEqually ? " or equal ones" : "")\(spread))")
    }
    if alternatives.leavesOneOut {
      parts.append("one indicator or none left out")
    }
    guard !parts.isEmpty else { return "Nothing is varied: every draw is \(words.own)." }
    let error = NumberFormat.decimals(2).string(uncertainty.largestError)
    return "\(uncertainty.draws) draws (seed \(seed)) of \(parts.joined(separator: "; ")); all "
      + "equally likely. Mean ranks have standard errors up to \(error) places."
  }

  /// What the best and worst ranks mean.
  private var byWeights: String? {
    guard box != nil else {
      return "No best and worst rank by weights: that takes an index without gaps that is one kind "
        + "of mean on all levels."
    }
    let open = extremes.values.count { !$0.best.isProved || !$0.worst.isProved }
    return "By weights: the best and the worst rank that any weights within "
      + "±\(RobustnessWords.percent(range)) of \(words.own) give, all adding up to one and all else "
      + "as it is; "
      + (open == 0
        ? "proved for all."
        : "proved for all but \(open), whose search was broken off: a…b is what it may be.")
  }

  /// Which choices move ranks most.
  private var mattering: String? {
    let effects = uncertainty.effects.enumerated().sorted { first, second in
      (second.element.meanShift, first.offset) < (first.element.meanShift, second.offset)
    }.map(\.element)
    guard !effects.isEmpty else { return nil }
    let named = effects.prefix(5).map { effect in
      "\(words.name(effect.choice)) \(NumberFormat.decimals(1).string(effect.meanShift))"
    }
    return "Places that ranks move on average by one choice alone: "
      + named.joined(separator: ", ")
      + (effects.count > named.count ? "; the others less (--choices)." : ".")
  }

  /// How a unit fares in all draws.
  private func standing(_ unit: Int) -> String {
    let ranks = uncertainty.distributions[unit]
    let places = NumberFormat.decimals(1)
    let share = NumberFormat.percentage(decimals: 0)
    return "Over all draws the rank is \(places.string(ranks.mean)) on average (standard deviation "
      + "\(places.string(ranks.standardDeviation))), from \(places.string(ranks.quantile(0.05))) to "
      + "\(places.string(ranks.quantile(0.95))) in nine of ten, \(study.ranks[unit]) in "
      + "\(share.string(ranks.share(at: study.ranks[unit]))), and \(within) or better in "
      + "\(share.string(ranks.share(upTo: within)))."
  }

  /// The best and worst rank of one unit by weights.
  private func weights(of unit: Int) -> String? {
    guard let ends = extremes[unit] else { return byWeights }
    func rank(_ extreme: RankExtremes.Extreme, _ word: String) -> String {
      extreme.isProved
        ? "\(extreme.rank)"
        : "\(extreme.rank) (not proved: no weights give a rank \(word) than \(extreme.bound))"
    }
    return
      "Weights within ±\(RobustnessWords.percent(range)) of \(words.own), adding up to one and "
      + "all else as it is, give ranks from \(rank(ends.best, "better")) to "
      + "\(rank(ends.worst, "worse")); of the weights that give the best the most favourable are "
      + "told, of those that give the worst the least."
  }
}
