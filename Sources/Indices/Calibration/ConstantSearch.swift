/// The search for the weights and ranges behind the slopes of a year.
///
/// A slope tells only weight over width. But ends of ranges are extremes that some year showed, and
/// weights are round numbers: of the few thousand pairs of ends an indicator may have, hardly any
/// makes its slope, known to a millionth, a round weight. Where several do, or none, the others
/// decide: all weights add up to one, and the constant of the linear form is what weights and ends make
/// it. The search keeps the best few of all partial choices (a beam), and a choice counts only when it
/// gives every published score back.
struct ConstantSearch {
  /// The weight and range of one indicator.
  struct Constants: Sendable {
    let weight: Double
    let lower: RangeEnd
    let upper: RangeEnd
  }

  /// What was found: constants by position of the term, and whether they give the scores back.
  struct Finding {
    let constants: [Int: Constants]
    let isProved: Bool
    /// The terms on which another choice that gives the scores back, nearly as likely, disagrees.
    var disputed: Set<Int> = []
  }

  /// A weight and a range that make a slope, with what has to be supposed for them.
  struct Match {
    let constants: Constants
    let weight: Int
    let cost: Double
  }

  /// What supposing nothing of an indicator costs: more than any likely match.
  private static let openCost = 6.0
  /// What one more indicator with a weight in use costs.
  private static let repetitionCost = 0.05
  /// The partial choices kept.
  private static let width = 400
  /// How much likelier a choice must be than any other that gives the scores back.
  ///
  /// 3 is two ends that were typed rounded and a weight of another kind.
  private static let clearance = 3.0

  let form: LinearForm
  let ends: [RangeEnds]
  /// The weights of the year before, by position of the term.
  let weightsBefore: [Int: Double]
  let round = RoundWeights.typed

  /// Constants for every term, with what has to be supposed for them.
  typealias Completion = (cost: Double, constants: [Int: Constants])

  /// A choice for some of the terms.
  private struct Choice {
    var cost = 0.0
    var sum = 0.0
    /// The part of the constant that the choice explains.
    var constant = 0.0
    var used: [Int] = []
    var matches: [Match?] = []
    var open = 0
  }

  /// Searches all terms.
  func find() -> Finding {
    let active = form.terms.indices.filter {
      form.terms[$0].slope != nil && !form.terms[$0].isWithoutPart
    }
    let matches = Dictionary(uniqueKeysWithValues: active.map { ($0, self.matches(of: $0)) })
    // What has few matches goes first, and those without any last.
    let order = active.sorted { first, second in
      let (a, b) = (matches[first]?.count ?? 0, matches[second]?.count ?? 0)
      return (a == 0 ? .max : a, first) < (b == 0 ? .max : b, second)
    }
    var choices = [Choice()]
    // With more than two terms that nothing matches, nothing can be proved: the likeliest choice will do.
    let isHopeless = order.count { matches[$0]?.isEmpty != false } > 2
    for term in order {
      choices = extended(
        choices, by: matches[term] ?? [], of: term, width: isHopeless ? 20 : Self.width)
    }
    let complete = choices.compactMap { completed($0, order: order) }
      .filter { gives($0.constants) }
      .sorted { $0.cost < $1.cost }
    if let best = complete.first {
      return Finding(
        constants: best.constants, isProved: true,
        disputed: Self.disputed(best, complete.dropFirst()))
    }
    var likely: [Int: Constants] = [:]
    for (term, match) in zip(order, choices.first?.matches ?? []) {
      likely[term] = match?.constants
    }
    return Finding(constants: likely, isProved: false)
  }

  /// Where choices nearly as likely as the best have other weights.
  private static func disputed(_ best: Completion, _ others: ArraySlice<Completion>) -> Set<Int> {
    var disputed: Set<Int> = []
    for other in others.prefix(while: { $0.cost < best.cost + clearance }) {
      for (term, constants) in best.constants {
        guard let weight = other.constants[term]?.weight,
          abs(weight - constants.weight) > 1e-9
        else { continue }
        disputed.insert(term)
      }
    }
    return disputed
  }

  // MARK: Matches

  /// How far a slope can be from the true one, as a part of it.
  ///
  /// Four standard errors; at least what 32-bit values leave, or nothing where all digits are there.
  private func tolerance(of term: Int) -> Double {
    guard let slope = form.terms[term].slope, let error = form.terms[term].standardError else {
      return 0
    }
    let floor = form.largestResidual < 1e-10 ? 1e-10 : 3e-8
    return min(max(4 * error / abs(slope), floor), 1e-4)
  }

  /// The pairs of ends that make the slope of a term a round weight, three at most for each weight.
  private func matches(of term: Int) -> [Match] {
    guard let slope = form.terms[term].slope else { return [] }
    let part = tolerance(of: term)
    var matches: [Int: [Match]] = [:]
    for lower in ends[term].lower {
      for upper in ends[term].upper where upper.end.value > lower.end.value {
        let weight = abs(slope) * (upper.end.value - lower.end.value) / form.scaleWidth
        for position in round.near(weight, within: part) {
          matches[position, default: []].append(
            Match(
              constants: Constants(
                weight: round.weights[position].value, lower: lower.end, upper: upper.end),
              weight: position, cost: lower.cost + upper.cost))
        }
      }
    }
    return matches.values.flatMap { $0.sorted(by: Self.isLikelier).prefix(3) }
      .sorted(by: Self.isLikelier)
  }

  private static func isLikelier(_ first: Match, _ second: Match) -> Bool {
    (first.cost, first.weight, first.constants.lower.value, first.constants.upper.value)
      < (second.cost, second.weight, second.constants.lower.value, second.constants.upper.value)
  }

  // MARK: The beam

  /// Every choice with one term more, the best of them.
  private func extended(
    _ choices: [Choice], by matches: [Match], of term: Int, width: Int
  ) -> [Choice] {
    var extended: [Key: Choice] = [:]
    func keep(_ choice: Choice) {
      let key = Key(choice)
      if let known = extended[key], known.cost <= choice.cost { return }
      extended[key] = choice
    }
    for choice in choices {
      for match in matches where choice.sum + match.constants.weight < 1 + 1e-6 {
        var next = choice
        next.cost += match.cost + cost(of: match.weight, term: term, used: choice.used)
        next.sum += match.constants.weight
        next.constant += part(ofConstant: match.constants, term: term)
        if !next.used.contains(match.weight) { next.used.append(match.weight) }
        next.matches.append(match)
        keep(next)
      }
      if choice.open < 2 || matches.isEmpty {
        var next = choice
        next.cost += Self.openCost
        next.matches.append(nil)
        next.open += 1
        keep(next)
      }
    }
    return Array(
      extended.sorted { ($0.value.cost, $0.key) < ($1.value.cost, $1.key) }
        .map(\.value).prefix(width))
  }

  /// Choices alike in what can still follow from them.
  private struct Key: Hashable, Comparable {
    let sum: Int
    let constant: Int
    let open: Int
    let used: [Int]

    init(_ choice: Choice) {
      sum = Int((choice.sum * 1e7).rounded())
      constant = Int((choice.constant * 1e5).rounded())
      open = choice.open
      used = choice.used.sorted()
    }

    static func < (first: Key, second: Key) -> Bool {
      (first.sum, first.constant, first.open) == (second.sum, second.constant, second.open)
        ? first.used.lexicographicallyPrecedes(second.used)
        : (first.sum, first.constant, first.open) < (second.sum, second.constant, second.open)
    }
  }

  private func cost(of weight: Int, term: Int, used: [Int]) -> Double {
    let own = used.contains(weight) ? Self.repetitionCost : round.weights[weight].cost
    guard let before = weightsBefore[term] else { return own }
    // Weights stay from year to year, but for a new rule.
    return abs(round.weights[weight].value / before - 1) < 1e-9 ? min(own, 0.1) : own + 1
  }

  /// What an indicator adds to the constant of the linear form.
  ///
  /// weight × (score at value 0): worst − slope × minimum where higher is better, and
  /// worst − slope × maximum where lower is.
  private func part(ofConstant constants: Constants, term: Int) -> Double {
    guard let slope = form.terms[term].slope else { return 0 }
    let worst = slope > 0 ? constants.lower.value : constants.upper.value
    return constants.weight * form.scale.lowerBound - slope * worst
  }

  // MARK: What the sum and the constant tell

  /// The constants of a choice with its open terms solved for; nil where they cannot be.
  private func completed(
    _ choice: Choice, order: [Int]
  ) -> Completion? {
    var constants: [Int: Constants] = [:]
    var open: [Int] = []
    for (term, match) in zip(order, choice.matches) {
      if let match { constants[term] = match.constants } else { open.append(term) }
    }
    let rest = 1 - choice.sum
    switch open.count {
    case 0:
      return abs(rest) < 1e-6 ? (choice.cost, constants) : nil
    case 1:
      guard let weight = nearestRound(to: rest) else { return nil }
      let solved = halfMatches(of: open[0], weight: weight)
        .filter { isConstant(choice.constant + part(ofConstant: $0.constants, term: open[0])) }
      guard let best = solved.min(by: Self.isLikelier) else { return nil }
      constants[open[0]] = best.constants
      return (choice.cost + best.cost - 4, constants)
    case 2:
      return completed(choice, constants, open: open, rest: rest)
    default:
      return nil
    }
  }

  /// Two open terms: their weights are in use elsewhere, or alike, and add up to the rest.
  private func completed(
    _ choice: Choice, _ constants: [Int: Constants], open: [Int], rest: Double
  ) -> Completion? {
    var weights = choice.used.map {
      (round.weights[$0].value, nearestRound(to: rest - round.weights[$0].value))
    }
    .compactMap { first, second in second.map { (first, $0) } }
    .filter { pair in choice.used.contains { abs(round.weights[$0].value - pair.1) < 1e-9 } }
    if let half = nearestRound(to: rest / 2) { weights.append((half, half)) }
    var best: Completion?
    for (first, second) in weights {
      let others = halfMatches(of: open[1], weight: second).map {
        ($0, part: part(ofConstant: $0.constants, term: open[1]))
      }
      for one in halfMatches(of: open[0], weight: first) {
        let known = choice.constant + part(ofConstant: one.constants, term: open[0])
        for (other, part) in others where isConstant(known + part) {
          let cost = choice.cost + one.cost + other.cost - 6
          if cost < best?.cost ?? .infinity {
            var all = constants
            all[open[0]] = one.constants
            all[open[1]] = other.constants
            best = (cost, all)
          }
        }
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

  private func nearestRound(to weight: Double) -> Double? {
    guard weight > 0 else { return nil }
    return round.near(weight, within: 3e-6 / max(weight, 0.01)).map { round.weights[$0] }
      .min { ($0.cost, $0.value) < ($1.cost, $1.value) }?.value
  }

  /// Whether a constant made from weights and ends is the one that was fitted.
  ///
  /// Five standard errors, and what the slopes' own errors make of the ends, which are of order one.
  private func isConstant(_ value: Double) -> Bool {
    abs(value - form.constant) <= 5 * form.constantError + 1e-8
  }

  /// Whether constants give every published score back.
  ///
  /// To three times the residual of the free fit, which no choice of constants can undercut.
  private func gives(_ constants: [Int: Constants]) -> Bool {
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
