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

  /// What was found.
  struct Finding {
    /// Constants by position of the term.
    let constants: [Int: Constants]
    /// Whether they give every score back.
    let isComplete: Bool
    /// The terms whose constants are proved: no other choice that gives the scores back and is nearly as
    /// likely disagrees on them, and one end at most had to be solved for in all.
    var proved: Set<Int> = []
  }

  /// A weight and a range that make a slope, with what has to be supposed for them.
  struct Match {
    let constants: Constants
    let weight: Int
    let cost: Double
  }

  /// What supposing nothing of an indicator costs: more than any likely match.
  static let openCost = 6.0
  /// What one more indicator with a weight in use costs.
  static let repetitionCost = 0.05
  /// The partial choices kept.
  private static let width = 400
  /// How much likelier a choice must be than any other that gives the scores back.
  ///
  /// 3 is two ends that were typed rounded and a weight of another kind.
  static let clearance = 3.0

  let form: LinearForm
  let ends: [RangeEnds]
  /// The weights of the year before, by position of the term.
  let weightsBefore: [Int: Double]
  let round = RoundWeights.typed

  /// Constants for every term, with what has to be supposed for them and the ends solved for.
  typealias Completion = (cost: Double, constants: [Int: Constants], solved: Int)

  /// A choice for some of the terms.
  struct Choice {
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
    let complete = choices.flatMap { completions(of: $0, order: order) }
      .filter { gives($0.constants) }
      .sorted { $0.cost < $1.cost }
    if let best = complete.first {
      return Finding(
        constants: best.constants, isComplete: true,
        proved: proved(best, against: complete.dropFirst())
          .subtracting(exchangeable(best.constants, matches)))
    }
    var likely: [Int: Constants] = [:]
    for (term, match) in zip(order, choices.first?.matches ?? []) {
      likely[term] = match?.constants
    }
    return Finding(constants: likely, isComplete: false)
  }

  /// The terms on which no choice nearly as likely as the best disagrees.
  ///
  /// The sum of the weights and the constant are two equations. Two ends that nothing seen explains use
  /// both up: what they are split into is then a guess, and so is whatever rests on it.
  private func proved(
    _ best: Completion, against others: ArraySlice<Completion>
  ) -> Set<Int> {
    guard best.solved < 2 else { return [] }
    var proved = Set(best.constants.keys)
    for other in others.prefix(while: { $0.cost < best.cost + Self.clearance }) {
      proved = proved.filter { term in
        guard let one = best.constants[term], let two = other.constants[term] else { return false }
        // Two readings of one number differ by less than the slope can tell.
        let doubt = 1e-4 * (one.upper.value - one.lower.value)
        return abs(one.weight - two.weight) < 1e-9
          && abs(one.lower.value - two.lower.value) < doubt
          && abs(one.upper.value - two.upper.value) < doubt
      }
    }
    return proved
  }

  // MARK: Matches

  /// How far a slope can be from the true one, as a part of it.
  ///
  /// Four standard errors; at least what 32-bit values leave, or nothing where all digits are there.
  func tolerance(of term: Int) -> Double {
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

  static func isLikelier(_ first: Match, _ second: Match) -> Bool {
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

  func cost(of weight: Int, term: Int, used: [Int]) -> Double {
    let own = used.contains(weight) ? Self.repetitionCost : round.weights[weight].cost
    guard let before = weightsBefore[term] else { return own }
    // Weights stay from year to year, but for a new rule.
    return abs(round.weights[weight].value / before - 1) < 1e-9 ? min(own, 0.1) : own + 1
  }

  /// What an indicator adds to the constant of the linear form.
  ///
  /// weight × (score at value 0): worst − slope × minimum where higher is better, and
  /// worst − slope × maximum where lower is.
  func part(ofConstant constants: Constants, term: Int) -> Double {
    guard let slope = form.terms[term].slope else { return 0 }
    let worst = slope > 0 ? constants.lower.value : constants.upper.value
    return constants.weight * form.scale.lowerBound - slope * worst
  }
}
