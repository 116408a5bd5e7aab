import Reports
import Scenarios
import Sensitivity
import Statistics
import Tables

extension StudyAnswer {
  /// What is to be known of one indicator, in plain words.
  ///
  /// - Parameter row: the place of its effect.
  /// - Returns: a numbered sentence, and a second one where methods disagree.
  func sentence(of row: Int) -> String {
    let effect = drivers.effects[row]
    let name = names.indicator(effect.input.name)
    return "\(row + 1). \(name): "
      + [goodYear(effect), variance(row), orderWords(row)]
      .compactMap(\.self).joined(separator: "; ") + "." + (disagreement(row).map { " " + $0 } ?? "")
  }

  private func goodYear(_ effect: LocalSensitivity) -> String? {
    guard let move = effect.good, let law = drivers.feasible?[effect.input.name] else { return nil }
    let change = move.value - effect.input.value
    guard change != 0 else { return "a good year brings nothing from where it stands" }
    let size =
      names.change(change, of: effect.input.name)
      + (law.isBorrowed ? ", borrowed from other indicators" : "")
    return move.places > 0
      ? "a good year (\(size)) gains \(String.counted("\(move.places)", "place"))"
      : "even a good year (\(size)) gains no place by itself"
  }

  private func variance(_ row: Int) -> String? {
    guard let effect = study.shapley?.effects[positions[row]] else { return nil }
    let format = NumberFormat.percentage(decimals: 0)
    return "it makes \(format.string(effect.value)) of the variance of the rank"
  }

  private func orderWords(_ row: Int) -> String? {
    guard !order.isEmpty else { return nil }
    let place = order[row].likely
    let share = NumberFormat.percentage(decimals: 0).string(order[row].firstThree.share ?? 0)
    let likely =
      place.count == 1
      ? "likely number \(place.lowerBound)"
      : "likely number \(place.lowerBound) to \(place.upperBound)"
    return "\(likely) of \(order.count), one of the first three in \(share) of draws"
  }

  /// Why the methods put an indicator at places far apart; nil where they do not.
  private func disagreement(_ row: Int) -> String? {
    guard let shapley = study.shapley, let rank = study.rank else { return nil }
    let byShapley = place(row, in: shapley.effects.map(\.value))
    let byTotal = place(row, in: rank.indices.total.map(\.value))
    guard abs(byShapley - row - 1) >= Self.farApart else { return nil }
    let beginning = "Number \(byShapley) by Shapley effects"
    if abs(byTotal - byShapley) >= Self.farApart {
      return
        "\(beginning), \(byTotal) if indicators changed each for itself: its changes come together with those of others."
    }
    let law = drivers.feasible?[drivers.effects[row].input.name]
    let falls = -(law.map { drivers.badYear(of: $0) } ?? 0)
    let rises = law?.good ?? 0
    if byShapley < row + 1 {
      return falls > rises
        ? "\(beginning): it moves the rank more by bad years than by good ones, and is to be guarded rather than raised."
        : "\(beginning): its years lie further apart than its good year tells."
    }
    return rises > falls
      ? "\(beginning): its good years reach further than its bad ones, and years between are small."
      : "\(beginning): its good year is rare beside the years in which nothing happens."
  }

  /// The number that an indicator has by the size of a method's values.
  private func place(_ row: Int, in values: [Double]) -> Int {
    let own = values[positions[row]]
    return 1 + values.count { $0 > own }
  }

  /// Places that are worth a word.
  private static let farApart = 4

  /// What the figures of the methods are and rest on.
  var notes: [String] {
    let parts = study.options.parts
    return [
      drivers.index.rank == 1 ? "No rank is better than 1: it can only be kept." : nil,
      parts.isDisjoint(with: [.variance, .target]) ? nil : varianceNote,
      parts.contains(.variance) ? dummyNote : nil,
      parts.contains(.shapley) ? shapleyNote : nil,
      parts.contains(.screening) ? screeningNote : nil,
      parts.contains(.target) ? targetNote : nil,
      method == .all ? agreementNote : nil,
    ].compactMap(\.self) + pairNotes
  }

  private var varianceNote: String {
    guard let rank = study.rank, let last = rank.steps.last else {
      return
        "No change that past years have brought moves this rank: it has no variance to be shared."
    }
    let steps = rank.steps.map { step in
      "\(step.count) (\(NumberFormat.percentage(decimals: 0).string(step.leastConfidence)))"
    }
    return
      "Sobol’ (totals): over changes that a year brought to provinces which stood near, each indicator for itself. Points "
      + "were doubled until the order stood (in brackets how sure the least sure of neighbours is that are not "
      + "alike): \(steps.joined(separator: ", "))"
      + (rank.isSettled ? "." : "; it does not stand yet: --draws may be more than \(last.count).")
      + " \(last.evaluations) evaluations. The rank varies by a standard deviation of "
      + NumberFormat.decimals(1).string(rank.indices.variance.squareRoot())
      + " places. Intervals (\(String.confidence(study.options.indices.level))) tell the error of the points, "
      + "not that of the past."
  }

  private var dummyNote: String? {
    guard let dummy = study.rank?.indices.dummy, let ends = dummy.interval else { return nil }
    let format = NumberFormat.percentage(decimals: 1)
    return
      "An indicator without any effect would seem to have a first-order share between "
      + "\(format.string(ends.lowerBound)) and \(format.string(ends.upperBound)), and a total of nothing: smaller shares tell nothing."
  }

  private var shapleyNote: String? {
    guard let shapley = study.shapley, let past = drivers.feasible?.past else { return nil }
    let error = shapley.effects.compactMap(\.standardError).max() ?? 0
    return
      "Shapley: shares that add up to all, the indicators changing together as they did in the past (correlations "
      + (past.shrinkage > 0
        ? "shrunk by \(NumberFormat.percentage(decimals: 1).string(past.shrinkage))" : "as found")
      + "); \(shapley.evaluations) evaluations, standard errors up to "
      + NumberFormat.percentage(decimals: 1).string(error) + "."
  }

  private var screeningNote: String? {
    study.screening.map { screening in
      "Morris: the mean size of what the rank changes by, in places, were an indicator to go over the whole law of its "
        + "past changes as it goes over half of it, the others anywhere in theirs (μ tells the sign: below zero, "
        + "more of the indicator betters the rank); \(screening.trajectories) walks, \(screening.evaluations) evaluations."
    }
  }

  private var targetNote: String? {
    guard let target = study.target else { return nil }
    let probability = target.probability
    return
      "Goal: what a good year adds to the probability of rank \(study.goal) or better, which by past changes alone, "
      + "rivals standing still, is \(NumberFormat.percentage(decimals: 1).string(probability.value)) ± "
      + NumberFormat.decimals(1).string(100 * probability.standardError) + "."
      + (target.indices == nil
        ? " Too few points reach it, or miss it, for shares of its variance." : "")
  }

  /// How far the orders of the methods agree.
  private var agreementNote: String? {
    guard let shapley = study.shapley, let rank = study.rank, let screening = study.screening
    else { return nil }
    let good = drivers.effects.indices.map { Double(-$0) }
    func agreement(_ values: [Double]) -> String {
      let own = positions.map { values[$0] }
      return rankCorrelation(good, own).map { NumberFormat.decimals(2).string($0) } ?? "none"
    }
    return
      "The order is that of places gained in a good year, then of score. Its rank correlation with the order by "
      + "Sobol’ totals is \(agreement(rank.indices.total.map(\.value))), by Shapley effects "
      + "\(agreement(shapley.effects.map(\.value))), by Morris "
      + "\(agreement(screening.indices.map(\.meanAbsolute.value))). Good years count what helps; the others count "
      + "good and bad years alike."
  }
}
