import Statistics

/// The way of one input from where the unit stands to the farthest value on one side.
struct LadderWalk {
  /// A value at which the unit passes a rival, or a rival the unit.
  private struct Passing {
    let value: Double
    let rival: Int
    let isGain: Bool
  }

  private let position: Int
  private let index: RankedIndex

  /// The rungs on the way, the nearest first.
  private(set) var rungs: [Ladder.Rung] = []

  /// Walks to better values, or to worse.
  ///
  /// - Parameters:
  ///   - position: the number of the input.
  ///   - index: the unit among its rivals.
  ///   - isBetter: whether the way goes to better values.
  init(of position: Int, in index: RankedIndex, better isBetter: Bool) {
    self.position = position
    self.index = index
    let (input, start) = (index.inputs[position], index.values[position])
    let (reach, isUpward) = (input.reach(index.ranges), isBetter == input.isRising)
    let farthest = isUpward ? reach.upperBound : reach.lowerBound
    guard farthest != start else { return }
    let end =
      isUpward
      ? min(max(input.range.upperBound, start), farthest)
      : max(min(input.range.lowerBound, start), farthest)
    let (first, second, third) = (leads(at: start), leads(at: end), leads(at: farthest))
    var passings: [Passing] = []
    for rival in 0..<index.rivalCount {
      passings += [
        passing(of: rival, from: (start, first), to: (end, second), isBeyond: false),
        passing(of: rival, from: (end, second), to: (farthest, third), isBeyond: true),
      ].compactMap(\.self)
    }
    passings.sort { first, second in
      first.value == second.value
        ? first.rival < second.rival : (first.value < second.value) == isUpward
    }
    rungs = merged(passings)
  }

  /// One rung for each value, and for rivals that tie.
  private func merged(_ passings: [Passing]) -> [Ladder.Rung] {
    let now = index.rank
    var rungs: [Ladder.Rung] = []
    var rank = now
    // The first of the rivals that tie, and how many rungs there were before it.
    var (first, before): (Passing?, Int) = (nil, 0)
    for (place, passing) in passings.enumerated() {
      if first.map({ ties($0, passing) }) != true { (first, before) = (passing, rungs.count) }
      // The last of several at one value sees all of them passed.
      if place + 1 < passings.count, passings[place + 1].value == passing.value { continue }
      let values = values(at: passing.value)
      let reached = index.rank(at: values)
      guard reached != rank else { continue }
      rungs.removeLast(rungs.count - before)
      rank = reached
      rungs.append(
        Ladder.Rung(
          value: passing.value, rank: reached, places: now - reached,
          score: index.score(at: values)))
    }
    return rungs
  }

  /// Whether two rivals that are passed the same way cannot be told apart there.
  private func ties(_ first: Passing, _ second: Passing) -> Bool {
    let values = values(at: second.value)
    let gap =
      index.rivalScore(first.rival, at: values) - index.rivalScore(second.rival, at: values)
    return first.isGain == second.isGain && abs(gap) <= index.ranking.tolerance
  }

  private func values(at value: Double) -> [Double] {
    var values = index.values
    values[position] = value
    return values
  }

  /// How far the unit is ahead of a rival, a tie within the tolerance being nothing or more.
  private struct Lead {
    let gap: Double
    let isBehind: Bool

    init(_ bar: Double, over score: Double) {
      gap = bar - score
      isBehind = score > bar
    }
  }

  /// How far the unit is ahead of every rival.
  private func leads(at value: Double) -> [Lead] {
    let values = values(at: value)
    let bar = index.score(at: values) + index.ranking.tolerance
    return index.rivalScores(at: values).map { Lead(bar, over: $0) }
  }

  private func isBehind(_ rival: Int, at value: Double) -> Bool {
    let values = values(at: value)
    let bar = index.score(at: values) + index.ranking.tolerance
    return Lead(bar, over: index.rivalScore(rival, at: values)).isBehind
  }

  /// Where a rival is passed between two values; nil where it is not.
  ///
  /// - Parameters:
  ///   - rival: the rival.
  ///   - near: where the stretch begins.
  ///   - far: where it ends.
  ///   - isBeyond: whether the range moves on it.
  /// - Returns: the value nearest to `near` at which it has been passed.
  private func passing(
    of rival: Int, from near: (value: Double, leads: [Lead]),
    to far: (value: Double, leads: [Lead]), isBeyond: Bool
  ) -> Passing? {
    let (first, last) = (near.leads[rival], far.leads[rival])
    guard first.isBehind != last.isBehind else { return nil }
    let (near, far) = (near.value, far.value)
    let share = first.gap / (first.gap - last.gap)
    let guess =
      isBeyond ? root(from: near, to: far, share: share) : near + (far - near) * share
    var (before, after) = bracket(guess, from: near, to: far) {
      isBehind(rival, at: $0) == last.isBehind
    }
    while true {
      let middle = before + (after - before) / 2
      guard middle != before, middle != after else { break }
      if isBehind(rival, at: middle) == last.isBehind {
        after = middle
      } else {
        before = middle
      }
    }
    return Passing(value: after, rival: rival, isGain: first.isBehind)
  }

  /// Where a + b / w comes to a share of the way from its value at one end to that at the other.
  private func root(from near: Double, to far: Double, share: Double) -> Double {
    let range = index.inputs[position].range
    let width = range.upperBound - range.lowerBound
    let widest = width + abs(far - near)
    let root = 1 / (1 / width + (1 / widest - 1 / width) * share)
    return far > near ? near + (root - width) : near - (root - width)
  }

  /// Two values around a guess of which only the farther one has been passed.
  private func bracket(
    _ guess: Double, from near: Double, to far: Double, isPassed: (Double) -> Bool
  ) -> (before: Double, after: Double) {
    let direction: Double = far > near ? 1 : -1
    var size = 16 * max(abs(near), abs(far)).ulp
    while size < abs(far - near) {
      let before = guess - direction * size
      let after = guess + direction * size
      let isInside = (before - near) * direction > 0 && (far - after) * direction > 0
      if isInside, !isPassed(before), isPassed(after) { return (before, after) }
      size *= 16
    }
    return (near, far)
  }
}
