import Tables
import Indices
import Reports
import Statistics

extension RobustnessAnswer {
  /// What the figures of all units rest on.
  var notes: [Phrase] { [drawn, byWeights, mattering].compactMap(\.self) + study.notes }

  /// What the figures of one unit, or of the choices, rest on.
  func notes(of unit: Int?) -> [Phrase] {
    let own = unit.map { [standing($0)] } ?? []
    let weights = unit.flatMap(weights) ?? (extremes.isEmpty ? nil : byWeights)
    return own
      + [
        Phrase(
          """
          Each line alone, all else being \(words.own); 'all move by' is how many places the ranks \
          of all \(words.plural) move on average, up or down.
          """), drawn, weights,
      ].compactMap(\.self) + study.notes
  }

  /// What was varied, and how well the mean ranks are known.
  private var drawn: Phrase {
    let varied = varied
    guard !varied.isEmpty else {
      return Phrase("Nothing is varied: every draw is \(words.own).")
    }
    return Phrase(
      """
      \(uncertainty.draws) draws (seed \(verbatim: seed)) of \(varied, separator: "; "); all equally \
      likely. Mean ranks have standard errors up to \(uncertainty.largestError, .decimals(2)) places.
      """)
  }

  /// The choices that were drawn.
  private var varied: [Phrase] {
    let alternatives = study.alternatives
    var parts: [Phrase] = []
    if !alternatives.normalisations.isEmpty {
      let ways = [words.own] + alternatives.normalisations.map { RobustnessWords.phrase($0) }
      parts.append(Phrase("scores (\(ways))"))
    }
    if !alternatives.aggregations.isEmpty {
      let ways = [words.own] + alternatives.aggregations.map { RobustnessWords.phrase($0) }
      parts.append(Phrase("means (\(ways))"))
    }
    let range = alternatives.weightRange
    if alternatives.weighsEqually || range > 0 {
      let weights = alternatives.weighsEqually ? Phrase("\(words.own) or equal ones") : words.own
      parts.append(
        range > 0
          ? Phrase("weights (\(weights), each times a factor within ±\(words.percent(range)))")
          : Phrase("weights (\(weights))"))
    }
    if alternatives.leavesOneOut { parts.append(Phrase("one indicator or none left out")) }
    return parts
  }

  /// What the best and worst ranks mean.
  private var byWeights: Phrase? {
    guard box != nil else {
      return Phrase(
        """
        No best and worst rank by weights: that takes an index without gaps that is one kind of mean \
        on all levels.
        """)
    }
    let open = extremes.values.count { !$0.best.isProved || !$0.worst.isProved }
    let proof =
      open == 0
      ? Phrase("proved for all")
      : Phrase("proved for all but \(open), whose search was broken off: a…b is what it may be")
    return Phrase(
      """
      By weights: the best and the worst rank that any weights within ±\(words.percent(range)) of \
      \(words.own) give, all adding up to one and all else as it is; \(proof).
      """)
  }

  /// Which choices move ranks most.
  private var mattering: Phrase? {
    let effects = uncertainty.effects.enumerated().sorted { first, second in
      (second.element.meanShift, first.offset) < (first.element.meanShift, second.offset)
    }.map(\.element)
    guard !effects.isEmpty else { return nil }
    let named = effects.prefix(5).map { effect in
      Phrase("\(words.name(effect.choice)) \(effect.meanShift, .decimals(1))")
    }
    return effects.count > named.count
      ? Phrase(
        """
        Places that ranks move on average by one choice alone: \(named); the others less (--choices).
        """)
      : Phrase("Places that ranks move on average by one choice alone: \(named).")
  }

  /// How a unit fares in all draws.
  private func standing(_ unit: Int) -> Phrase {
    let ranks = uncertainty.distributions[unit]
    let places = NumberFormat.decimals(1)
    let share = NumberFormat.percentage(decimals: 0)
    return Phrase(
      """
      Over all draws the rank is \(ranks.mean, places) on average (standard deviation \
      \(ranks.standardDeviation, places)), from \(ranks.quantile(0.05), places) to \
      \(ranks.quantile(0.95), places) in nine of ten, \(study.ranks[unit]) in \
      \(ranks.share(at: study.ranks[unit]), share), and \(within) or better in \
      \(ranks.share(upTo: within), share).
      """)
  }

  /// The best and worst rank of one unit by weights.
  private func weights(of unit: Int) -> Phrase? {
    guard let ends = extremes[unit] else { return byWeights }
    let (best, worst) = (ends.best, ends.worst)
    let first =
      best.isProved
      ? Phrase(verbatim: "\(best.rank)")
      : Phrase("\(best.rank) (not proved: no weights give a rank better than \(best.bound))")
    let last =
      worst.isProved
      ? Phrase(verbatim: "\(worst.rank)")
      : Phrase("\(worst.rank) (not proved: no weights give a rank worse than \(worst.bound))")
    return Phrase(
      """
      Weights within ±\(words.percent(range)) of \(words.own), adding up to one and all else as it \
      is, give ranks from \(first) to \(last); of the weights that give the best the most favourable \
      are told, of those that give the worst the least.
      """)
  }
}
