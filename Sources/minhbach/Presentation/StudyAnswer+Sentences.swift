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
  func sentence(of row: Int) -> Phrase {
    let effect = drivers.effects[row]
    let name = names.indicator(effect.input.name)
    let parts = [goodYear(effect), variance(row), orderWords(row)].compactMap(\.self)
    return .sentences(
      [Phrase("\(row + 1). \(name): \(parts, separator: "; ").")]
        + (disagreement(row).map { [$0] } ?? []))
  }

  private func goodYear(_ effect: LocalSensitivity) -> Phrase? {
    guard let move = effect.good, let law = drivers.feasible?[effect.input.name] else { return nil }
    let change = move.value - effect.input.value
    guard change != 0 else { return Phrase("a good year brings nothing from where it stands") }
    let own = names.change(change, of: effect.input.name)
    let size =
      law.isBorrowed
      ? Phrase("\(own), borrowed from other indicators") : Phrase(verbatim: own)
    return move.places > 0
      ? Phrase("a good year (\(size)) gains \(counting: move.places, "place")")
      : Phrase("even a good year (\(size)) gains no place by itself")
  }

  private func variance(_ row: Int) -> Phrase? {
    guard let effect = study.shapley?.effects[positions[row]] else { return nil }
    let format = NumberFormat.percentage(decimals: 0)
    return Phrase("it makes \(effect.value, format) of the variance of the rank")
  }

  private func orderWords(_ row: Int) -> Phrase? {
    guard !order.isEmpty else { return nil }
    let place = order[row].likely
    let share = order[row].firstThree.share ?? 0
    let likely =
      place.count == 1
      ? Phrase("likely number \(place.lowerBound)")
      : Phrase("likely number \(place.lowerBound) to \(place.upperBound)")
    return Phrase(
      """
      \(likely) of \(order.count), one of the first three in \(share, .percentage(decimals: 0)) of \
      draws
      """)
  }

  /// Why the methods put an indicator at places far apart; nil where they do not.
  private func disagreement(_ row: Int) -> Phrase? {
    guard let shapley = study.shapley, let rank = study.rank else { return nil }
    let byShapley = place(row, in: shapley.effects.map(\.value))
    let byTotal = place(row, in: rank.indices.total.map(\.value))
    guard abs(byShapley - row - 1) >= Self.farApart else { return nil }
    let beginning = Phrase("Number \(byShapley) by Shapley effects")
    if abs(byTotal - byShapley) >= Self.farApart {
      return Phrase(
        """
        \(beginning), \(byTotal) if indicators changed each for itself: its changes come \
        together with those of others.
        """)
    }
    let law = drivers.feasible?[drivers.effects[row].input.name]
    let falls = -(law.map { drivers.badYear(of: $0) } ?? 0)
    let rises = law?.good ?? 0
    if byShapley < row + 1 {
      return falls > rises
        ? Phrase(
          """
          \(beginning): it moves the rank more by bad years than by good ones, and is to be \
          guarded rather than raised.
          """)
        : Phrase("\(beginning): its years lie further apart than its good year tells.")
    }
    return rises > falls
      ? Phrase(
        """
        \(beginning): its good years reach further than its bad ones, and years between are small.
        """)
      : Phrase("\(beginning): its good year is rare beside the years in which nothing happens.")
  }

  /// The number that an indicator has by the size of a method's values.
  private func place(_ row: Int, in values: [Double]) -> Int {
    let own = values[positions[row]]
    return 1 + values.count { $0 > own }
  }

  /// Places that are worth a word.
  private static let farApart = 4

  /// What the figures of the methods are and rest on.
  var notes: [Phrase] {
    let parts = study.options.parts
    return [
      drivers.index.rank == 1 ? Phrase("No rank is better than 1: it can only be kept.") : nil,
      parts.isDisjoint(with: [.variance, .target]) ? nil : varianceNote,
      parts.contains(.variance) ? dummyNote : nil,
      parts.contains(.shapley) ? shapleyNote : nil,
      parts.contains(.screening) ? screeningNote : nil,
      parts.contains(.target) ? targetNote : nil,
      method == .all ? agreementNote : nil,
    ].compactMap(\.self) + pairNotes
  }

  private var varianceNote: Phrase {
    guard let rank = study.rank, let last = rank.steps.last else {
      return Phrase(
        """
        No change that past years have brought moves this rank: it has no variance to be shared.
        """)
    }
    let steps = rank.steps.map { step in
      Phrase("\(step.count) (\(step.leastConfidence, .percentage(decimals: 0)))")
    }
    let points = Phrase(
      """
      Sobol’ (totals): over changes that a year brought to provinces which stood near, each \
      indicator for itself. Points were doubled until the order stood (in brackets how sure the \
      least sure of neighbours is that are not alike): \(steps)
      """)
    return .sentences([
      rank.isSettled
        ? Phrase("\(points).")
        : Phrase("\(points); it does not stand yet: --draws may be more than \(last.count)."),
      Phrase(
        """
        \(last.evaluations) evaluations. The rank varies by a standard deviation of \
        \(rank.indices.variance.squareRoot(), .decimals(1)) places. Intervals \
        (\(confidence: study.options.indices.level)) tell the error of the points, not that of the past.
        """),
    ])
  }

  private var dummyNote: Phrase? {
    guard let dummy = study.rank?.indices.dummy, let ends = dummy.interval else { return nil }
    let format = NumberFormat.percentage(decimals: 1)
    return Phrase(
      """
      An indicator without any effect would seem to have a first-order share between \
      \(ends.lowerBound, format) and \(ends.upperBound, format), and a total of nothing: \
      smaller shares tell nothing.
      """)
  }

  private var shapleyNote: Phrase? {
    guard let shapley = study.shapley, let past = drivers.feasible?.past else { return nil }
    let error = shapley.effects.compactMap(\.standardError).max() ?? 0
    let one = NumberFormat.percentage(decimals: 1)
    let correlations =
      past.shrinkage > 0 ? Phrase("shrunk by \(past.shrinkage, one)") : Phrase("as found")
    return Phrase(
      """
      Shapley: shares that add up to all, the indicators changing together as they did in the past \
      (correlations \(correlations)); \(shapley.evaluations) evaluations, standard errors up to \
      \(error, one).
      """)
  }

  private var screeningNote: Phrase? {
    study.screening.map { screening in
      Phrase(
        """
        Morris: the mean size of what the rank changes by, in places, were an indicator to go \
        over the whole law of its past changes as it goes over half of it, the others anywhere in \
        theirs (μ tells the sign: below zero, more of the indicator betters the rank); \
        \(screening.trajectories) walks, \(screening.evaluations) evaluations.
        """)
    }
  }

  private var targetNote: Phrase? {
    guard let target = study.target else { return nil }
    let probability = target.probability
    let goal = Phrase(
      """
      Goal: what a good year adds to the probability of rank \(study.goal) or better, which by past \
      changes alone, rivals standing still, is \(probability.value, .percentage(decimals: 1)) ± \
      \(100 * probability.standardError, .decimals(1)).
      """)
    return target.indices == nil
      ? .sentences([
        goal, Phrase("Too few points reach it, or miss it, for shares of its variance."),
      ]) : goal
  }

  /// How far the orders of the methods agree.
  private var agreementNote: Phrase? {
    guard let shapley = study.shapley, let rank = study.rank, let screening = study.screening
    else { return nil }
    let good = drivers.effects.indices.map { Double(-$0) }
    func agreement(_ values: [Double]) -> Phrase {
      let own = positions.map { values[$0] }
      return rankCorrelation(good, own).map { Phrase("\($0, .decimals(2))") } ?? Phrase("none")
    }
    return Phrase(
      """
      The order is that of places gained in a good year, then of score. Its rank correlation \
      with the order by Sobol’ totals is \(agreement(rank.indices.total.map(\.value))), by \
      Shapley effects \(agreement(shapley.effects.map(\.value))), by Morris \
      \(agreement(screening.indices.map(\.meanAbsolute.value))). Good years count what helps; \
      the others count good and bad years alike.
      """)
  }
}
