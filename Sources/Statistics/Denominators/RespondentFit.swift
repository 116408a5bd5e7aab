import Glibc

/// The search for response rates and numbers of firms: each in turn given the other, until they stand.
///
/// Rates and numbers can grow against each other: half as many answers again of half as many firms
/// again look much alike. The search therefore starts from several numbers of firms and keeps what
/// makes the published shares likeliest, unless a question that all firms answered pins the number.
struct RespondentFit: Sendable {
  let screen: DenominatorScreen
  let tables: ResponseTables
  /// The questions that are not left out.
  let questions: [Int]
  /// The numbers of firms that each unit may have.
  let spans: [ClosedRange<Int>]
  /// The response of each question of `questions`, a place in the tables.
  private(set) var responses: [Int]
  /// What the numbers of firms of each unit weigh.
  private(set) var numbers: [NumberWeights]
  /// The logarithm of the probability of all shares, given the responses.
  private(set) var evidence = -Double.infinity
  /// How often rates and numbers were found.
  private(set) var rounds = 0
  /// Whether the last round changed nothing.
  private(set) var isSettled = false

  let replicates: Replicates

  /// The chance that a share is no fraction of firms though it looks like one, so that one odd number
  /// breaks nothing.
  static let oddness = 2e-3
  /// The probability of an odd share: any number alike, to its precision.
  static let oddShare = 2 * ShareDenominator.tolerance
  private static let mostRounds = 40
  /// How far numbers of firms move in one round at most.
  private static let reach = 10
  /// The rate from which on a question tells so much of the number of firms that rounds count it.
  private static let telling = 0.3
  /// The rate from which on all firms, or all but a few, answered a question.
  private static let whole = 0.999

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - screen: the denominators.
  ///   - counted: the number of firms of each unit where it is known.
  ///   - replicates: the threads that work.
  init(_ screen: DenominatorScreen, counted: [Int?], replicates: Replicates) {
    self.screen = screen
    self.replicates = replicates
    questions = screen.kept
    let descending = counted.indices.map(screen.descending)
    spans = zip(descending, counted).map(Self.span)
    tables = ResponseTables(upTo: spans.map(\.upperBound).max() ?? 1, replicates: replicates)
    responses = questions.map { _ in 0 }
    numbers = spans.map { NumberWeights(only: $0.lowerBound) }
  }

  /// The fit that makes the shares likeliest, of those that are found from several starts.
  func best() -> RespondentFit {
    guard !questions.isEmpty else { return self }
    let first = settled(from: tops, steps: nil)
    guard !first.isPinned else { return first }
    var best = first
    for factor in stride(from: 1.05, through: 1.301, by: 0.05) {
      let starts = spans.map { span in
        min(Int((Double(span.lowerBound) * factor).rounded()), span.upperBound)
      }
      let rival = best.settled(from: starts, steps: 6)
      if rival.evidence > best.evidence {
        best = rival
      } else if factor > 1.14 {
        break
      }
    }
    return best
  }

  /// Whether a question that all firms answered tells their number.
  var isPinned: Bool { responses.contains { tables.responses[$0].rate >= Self.whole } }

  /// The largest denominator of each unit that is not odd: so many firms there are where all answered
  /// one of the questions.
  private var tops: [Int] {
    spans.indices.map { unit in
      let largest = screen.descending(of: unit).first { 4 * $0 <= 5 * spans[unit].lowerBound }
      return min(max(largest ?? 1, spans[unit].lowerBound), spans[unit].upperBound)
    }
  }

  /// The numbers that a unit may have: from the third largest denominator on, since a largest one may
  /// be odd; of few questions, from the largest on.
  private static func span(_ descending: [Int], counted: Int?) -> ClosedRange<Int> {
    if let counted { return counted...counted }
    let largest = max(1, descending.first ?? 1)
    let third = descending.dropFirst(2).first ?? 1
    let isOneOfMany = descending.count >= DenominatorScreen.fewestForComparison
    return (isOneOfMany ? max(1, third) : largest)...largest + 3 * largest / 10 + 15
  }

  /// The fit that is reached from some numbers of firms.
  ///
  /// - Parameters:
  ///   - firms: the firms of each unit.
  ///   - steps: how far from the present ones response rates are tried first; nil for all rates.
  /// - Returns: the fit, settled or given up after `mostRounds`.
  private func settled(from firms: [Int], steps: Int?) -> RespondentFit {
    var fit = self
    fit.numbers = firms.map(NumberWeights.init(only:))
    fit.responses = fit.bestResponses(among: steps)
    fit.rounds = 0
    while fit.rounds < Self.mostRounds {
      fit.rounds += 1
      let before = fit.numbers.map(\.likeliest)
      fit.numbers = fit.numberWeights(telling: Self.telling, within: Self.reach)
      fit.isSettled = fit.numbers.map(\.likeliest) == before
      if fit.isSettled { break }
      fit.responses = fit.bestResponses(among: 2)
    }
    // Once more with all questions, and all numbers that there may be.
    fit.numbers = fit.numberWeights(telling: 0, within: nil)
    fit.evidence = fit.numbers.reduce(0) { $0 + $1.evidence }
    return fit
  }

  /// The likeliest response of each question, given the number of firms of each unit.
  ///
  /// - Parameter steps: how far from the last one rates are tried; nil for all rates.
  /// - Returns: places in the tables, in the order of `questions`.
  private func bestResponses(among steps: Int?) -> [Int] {
    let firms = numbers.map(\.likeliest)
    return replicates.chunks(of: questions.indices, length: 4) { chunk in
      chunk.map { index in
        let places =
          steps.map { tables.places(within: $0, of: responses[index]) } ?? tables.responses.indices
        return bestResponse(of: questions[index], in: places, among: firms)
      }
    }.flatMap { $0 }
  }

  private func bestResponse(of question: Int, in places: Range<Int>, among firms: [Int]) -> Int {
    var best = (place: places.lowerBound, evidence: -Double.infinity)
    for place in places {
      let evidence = evidence(of: question, at: place, among: firms)
      if evidence > best.evidence { best = (place, evidence) }
    }
    return best.place
  }

  /// The logarithm of the probability of a question's shares.
  func evidence(of question: Int, at place: Int, among firms: [Int], above least: Int = 0) -> Double
  {
    let denominators = screen.denominators[question]
    return tables.withTables(of: place) { yes, no, after in
      var sum = LogarithmicSum()
      for unit in denominators.indices where denominators[unit] > least {
        let chance = ResponseTables.chance(
          of: denominators[unit], among: firms[unit], yes, no, after)
        sum.multiply(by: Self.mixed(chance))
      }
      return sum.value
    }
  }

  /// What the numbers of firms of each unit weigh, given the responses.
  ///
  /// - Parameters:
  ///   - rate: the rate from which on questions count.
  ///   - reach: how far from the likeliest numbers others are tried; nil for all.
  /// - Returns: the weights, by unit.
  private func numberWeights(telling rate: Double, within reach: Int?) -> [NumberWeights] {
    let asked = questions.indices.filter { tables.responses[responses[$0]].rate >= rate }
    return replicates.chunks(of: spans.indices, length: 4) { chunk in
      chunk.map { unit in
        var span = spans[unit]
        if let reach {
          let middle = numbers[unit].likeliest
          span = span.clamped(to: middle - reach...middle + reach)
        }
        return numberWeights(of: unit, in: span, by: asked)
      }
    }.flatMap { $0 }
  }

  private func numberWeights(
    of unit: Int, in span: ClosedRange<Int>, by asked: [Int]
  ) -> NumberWeights {
    var sums = [LogarithmicSum](repeating: LogarithmicSum(), count: span.count)
    for index in asked {
      let denominator = screen.denominators[questions[index]][unit]
      guard denominator > 0 else { continue }
      tables.withTables(of: responses[index]) { yes, no, after in
        for place in sums.indices {
          let chance = ResponseTables.chance(
            of: denominator, among: span.lowerBound + place, yes, no, after)
          sums[place].multiply(by: Self.mixed(chance))
        }
      }
    }
    return NumberWeights(first: span.lowerBound, logarithms: sums.map(\.value))
  }

  /// The probability of a share that may be odd.
  @inline(__always)
  static func mixed(_ chance: Double) -> Double {
    (1 - oddness) * chance + oddness * oddShare
  }
}

/// What the numbers of firms that a unit may have weigh, adding up to one.
struct NumberWeights: Sendable {
  /// The first number.
  let first: Int
  /// What each number from the first on weighs.
  let weights: [Double]
  /// The logarithm of the probability of the unit's shares, all numbers being alike before.
  let evidence: Double

  /// One number alone.
  init(only number: Int) {
    (first, weights, evidence) = (number, [1], 0)
  }

  init(first: Int, logarithms: [Double]) {
    self.first = first
    let largest = logarithms.max() ?? 0
    let parts = logarithms.map { exp($0 - largest) }
    let total = parts.reduce(0, +)
    weights = parts.map { $0 / total }
    evidence = largest + log(total)
  }

  /// The last number.
  var last: Int { first + weights.count - 1 }

  /// The heaviest, the smaller of two.
  var likeliest: Int {
    var heaviest = 0
    for place in weights.indices where weights[place] > weights[heaviest] { heaviest = place }
    return first + heaviest
  }
}

/// A sum of logarithms, each taken of many factors at once.
struct LogarithmicSum {
  private var sum = 0.0
  private var product = 1.0

  mutating func multiply(by factor: Double) {
    product *= factor
    // A factor is 6e-10 or more: numbers end at 1e-308.
    if product < 1e-250 {
      sum += log(product)
      product = 1
    }
  }

  var value: Double { sum + log(product) }
}
