import Glibc

/// The probabilities of how many of N answer, for a grid of response rates, as products of three tables.
///
/// The number n of N that answer is beta-binomial with mean ρ N and intra-class correlation ω. With
/// s = 1/ω − 1, a = ρ s, b = (1 − ρ) s and rising factorials (x)ₙ = x (x + 1) … (x + n − 1),
///
///     P(n | N) = (a)ₙ / n! · (b)ₘ / m! · N! / (s)_N,    m = N − n
///
/// and, the true share being anything from 0 to 1 alike, a published share of n is one of n + 1:
///
///     P(share | N) = Σₙ P(n | N) / (n + 1) = after[N] Σₙ yes[n] no[N − n]
///
/// over the multiples n of its denominator. Rising factorials grow beyond any number; each table is
/// therefore multiplied by xⁿ, which cancels since n + m = N, and is one at its largest.
struct ResponseTables: Sendable {
  /// How firms answer a question.
  struct Response: Sendable, Hashable {
    /// The mean share of firms that answer it.
    let rate: Double
    /// How alike the firms of a unit are in answering: the intra-class correlation.
    let correlation: Double
  }

  /// The response rates that are tried: closely where few answer, since their number matters most, and
  /// where nearly all do, since those tell of the number of firms.
  static let rates: [Double] =
    (0..<30).map { 0.01 * pow(50, Double($0) / 29) } + (0..<14).map { 0.53 + 0.3 * Double($0) / 13 }
    + (0..<16).map { 0.845 + 0.01 * Double($0) } + [0.999, 0.9999]
  /// The correlations that are tried.
  static let correlations = [1e-4, 0.003, 0.01, 0.03, 0.1]

  /// What is tried, the correlations running fastest.
  let responses: [Response]
  /// The largest N.
  let largest: Int
  // Of each response one after the other: yes, no and after, each from 0 to the largest N.
  private let values: [Double]

  /// Fills the tables.
  ///
  /// - Parameters:
  ///   - largest: the largest N.
  ///   - replicates: the threads that work.
  init(upTo largest: Int, replicates: Replicates) {
    precondition(largest >= 1 && largest <= 1400, "beyond 1400 the tables would overflow")
    let responses = Self.rates.flatMap { rate in
      Self.correlations.map { Response(rate: rate, correlation: $0) }
    }
    self.responses = responses
    self.largest = largest
    values = replicates.chunks(of: responses.indices, length: 16) { chunk in
      chunk.flatMap { Self.tables(of: responses[$0], upTo: largest) }
    }.flatMap { $0 }
  }

  /// The places of responses whose rate is at most so many steps from that of another.
  func places(within steps: Int, of place: Int) -> Range<Int> {
    let count = Self.correlations.count
    let rate = place / count
    return max(0, rate - steps) * count..<min(Self.rates.count, rate + steps + 1) * count
  }

  /// Lends the three tables of one response, each from 0 to the largest N.
  func withTables<Result>(
    of place: Int,
    _ body: (_ yes: Span<Double>, _ no: Span<Double>, _ after: Span<Double>) -> Result
  ) -> Result {
    let count = largest + 1
    let start = place * 3 * count
    let all = values.span
    return body(
      all.extracting(start..<start + count), all.extracting(start + count..<start + 2 * count),
      all.extracting(start + 2 * count..<start + 3 * count))
  }

  /// The probability of a share with a given denominator among N firms.
  @inline(__always)
  static func chance(
    of denominator: Int, among number: Int, _ yes: Span<Double>, _ no: Span<Double>,
    _ after: Span<Double>
  ) -> Double {
    var sum = 0.0
    var answers = denominator
    while answers <= number {
      sum += yes[answers] * no[number - answers]
      answers += denominator
    }
    return sum * after[number]
  }

  private static func tables(of response: Response, upTo largest: Int) -> [Double] {
    let sum = 1 / response.correlation - 1
    let middle = max(1, largest / 2)
    let tilt = Double(middle) / (sum + Double(middle))
    var yes = risen(response.rate * sum, tilt, upTo: largest)
    let no = risen((1 - response.rate) * sum, tilt, upTo: largest)
    // The probabilities of all n add up to one, which gives one entry; the others follow from it.
    let whole = (0...middle).reduce(0) { $0 + yes[$1] * no[middle - $1] }
    var after = [Double](repeating: 1 / whole, count: largest + 1)
    for number in stride(from: middle, to: largest, by: 1) {
      after[number + 1] = after[number] * Double(number + 1) / ((sum + Double(number)) * tilt)
    }
    for number in stride(from: middle, to: 0, by: -1) {
      after[number - 1] = after[number] / Double(number) * ((sum + Double(number - 1)) * tilt)
    }
    for number in yes.indices { yes[number] /= Double(number + 1) }
    return yes + no + after
  }

  /// (x)ₙ tⁿ / n!, divided by the largest of them.
  private static func risen(_ start: Double, _ tilt: Double, upTo largest: Int) -> [Double] {
    func ratio(_ number: Int) -> Double { (start + Double(number - 1)) * tilt / Double(number) }
    // The ratios fall or rise towards the tilt, below one: the largest is the last with a ratio above.
    var top = 0
    while top < largest, ratio(top + 1) > 1 { top += 1 }
    var values = [Double](repeating: 1, count: largest + 1)
    for number in stride(from: top + 1, through: largest, by: 1) {
      values[number] = values[number - 1] * ratio(number)
    }
    for number in stride(from: top, to: 0, by: -1) {
      values[number - 1] = values[number] / ratio(number)
    }
    return values
  }
}
