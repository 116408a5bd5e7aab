/// What the sum of the weights and the constant of the linear form tell of terms left open.
extension ConstantSearch {
  /// The ways to complete a choice: its open terms, two at most, solved for.
  func completions(of choice: Choice, order: [Int]) -> [Completion] {
    var constants: [Int: Constants] = [:]
    var open: [Int] = []
    for (term, match) in zip(order, choice.matches) {
      if let match { constants[term] = match.constants } else { open.append(term) }
    }
    // What an open term costs is what its completion costs instead.
    let cost = choice.cost - Self.openCost * Double(open.count)
    let rest = 1 - choice.sum
    switch open.count {
    case 0:
      return abs(rest) < 1e-6 ? [(cost, constants, 0)] : []
    case 1:
      guard let weight = nearestRound(to: rest) else { return [] }
      let known = cost + Self.solvingCost + self.cost(of: weight, term: open[0], used: choice.used)
      return halfMatches(of: open[0], weight: round.weights[weight].value)
        .filter { isConstant(choice.constant + part(ofConstant: $0.constants, term: open[0])) }
        .map { match in
          var all = constants
          all[open[0]] = match.constants
          return (known + match.cost, all, 1)
        }
    case 2:
      return splits(of: rest, among: open, used: choice.used).compactMap { weights, more in
        likeliestPair(for: open, weights: weights, constant: choice.constant).map { pair in
          var all = constants
          all[open[0]] = pair.first.constants
          all[open[1]] = pair.second.constants
          return (cost + 2 * Self.solvingCost + more + pair.cost, all, 2)
        }
      }
    default:
      return []
    }
  }

  /// What an end that nothing seen explains costs, besides what the other end does.
  private static let solvingCost = 2.0

  /// Two round weights for two open terms, with what they cost: every way that is not far-fetched.
  private func splits(
    of rest: Double, among open: [Int], used: [Int]
  ) -> [(weights: (Double, Double), cost: Double)] {
    guard rest > 0 else { return [] }
    let all = round.weights.indices.filter { round.weights[$0].value < rest }
    return all.compactMap { first -> (weights: (Double, Double), cost: Double)? in
      guard let second = nearestRound(to: rest - round.weights[first].value) else { return nil }
      let cost =
        self.cost(of: first, term: open[0], used: used)
        + self.cost(of: second, term: open[1], used: used + [first])
      return ((round.weights[first].value, round.weights[second].value), cost)
    }.sorted { $0.cost < $1.cost }.prefix(24).map { $0 }
  }

  /// The likeliest ranges of two open terms with given weights that make the constant.
  private func likeliestPair(
    for open: [Int], weights: (Double, Double), constant: Double
  ) -> (first: Match, second: Match, cost: Double)? {
    let others = halfMatches(of: open[1], weight: weights.1).map {
      ($0, part: part(ofConstant: $0.constants, term: open[1]))
    }
    var best: (first: Match, second: Match, cost: Double)?
    for one in halfMatches(of: open[0], weight: weights.0) {
      let known = constant + part(ofConstant: one.constants, term: open[0])
      for (other, part) in others where isConstant(known + part) {
        let cost = one.cost + other.cost
        if cost < best?.cost ?? .infinity { best = (one, other, cost) }
      }
    }
    return best
  }

  /// Ranges with one likely end, the other solved for from the slope and a weight.
  ///
  /// A solved end that is a number of four decimals was typed: that is likelier than one that is not.
  private func halfMatches(of term: Int, weight: Double) -> [Match] {
    guard let slope = form.terms[term].slope else { return [] }
    let width = form.scaleWidth * weight / abs(slope)
    let doubt = width * tolerance(of: term) + 1e-9
    let own = form.terms[term].extremes
    func solved(_ value: Double) -> (RangeEnd, Double) {
      let typed = (value * 1e4).rounded() / 1e4
      return abs(typed - value) <= doubt
        ? (RangeEnd(value: typed, origin: .solved), 2)
        : (RangeEnd(value: value, origin: .solved), 4)
    }
    let possible = form.terms[term].indicator.possibleValues(seen: own)
    func match(_ lower: RangeEnd, _ upper: RangeEnd, _ cost: Double) -> Match? {
      guard lower.value <= own.lowerBound + doubt, upper.value >= own.upperBound - doubt,
        possible.contains(lower.value), possible.contains(upper.value)
      else { return nil }
      return Match(
        constants: Constants(weight: weight, lower: lower, upper: upper), weight: 0, cost: cost)
    }
    let fromLower = ends[term].lower.compactMap { candidate -> Match? in
      let (end, cost) = solved(candidate.end.value + width)
      return match(candidate.end, end, candidate.cost + cost)
    }
    let fromUpper = ends[term].upper.compactMap { candidate -> Match? in
      let (end, cost) = solved(candidate.end.value - width)
      return match(end, candidate.end, candidate.cost + cost)
    }
    return fromLower + fromUpper
  }

  /// The position of the simplest round weight that a number is, up to rounding.
  private func nearestRound(to weight: Double) -> Int? {
    guard weight > 0 else { return nil }
    return round.near(weight, within: 3e-6 / max(weight, 0.01))
      .min { (round.weights[$0].cost, $0) < (round.weights[$1].cost, $1) }
  }

  /// Whether a constant made from weights and ends is the one that was fitted.
  ///
  /// Five standard errors, and what the slopes' own errors make of the ends, which are of order one.
  func isConstant(_ value: Double) -> Bool {
    abs(value - form.constant) <= 5 * form.constantError + 1e-8
  }

  /// Whether constants give every published score back.
  ///
  /// To three times the residual of the free fit, which no choice of constants can undercut.
  func gives(_ constants: [Int: Constants]) -> Bool {
    let tolerance = max(3 * form.largestResidual, 1e-9)
    return form.scores.indices.allSatisfy { row in
      var score = 0.0
      for (term, entry) in constants.sorted(by: { $0.key < $1.key }) {
        let (worst, best) = (form.scale.lowerBound, form.scale.upperBound)
        let share =
          (form.terms[term].values[row] - entry.lower.value)
          / (entry.upper.value - entry.lower.value)
        let rises = (form.terms[term].slope ?? 0) > 0
        score += entry.weight * (worst + (best - worst) * (rises ? share : 1 - share))
      }
      return abs(score - form.scores[row]) <= tolerance
    }
  }
}
