import Glibc

/// "The same rank as last year" as a forecast: a normal law around that rank, cut off at the first and the last.
///
/// Its standard deviation is the likeliest one for changes that are known by then, which a root mean square is not
/// where ranks are cut off.
struct SameRank {
  private let spread: Double
  private let ranks: Int
  /// The logarithm of what the law adds up to around each rank.
  private let totals: [Double]

  /// Fits the law; nil without changes, or where nobody moved.
  ///
  /// - Parameters:
  ///   - moves: ranks, and those so many years later.
  ///   - ranks: how many ranks there are.
  init?(_ moves: [(before: Int, after: Int)], ranks: Int) {
    guard moves.contains(where: { $0.before != $0.after }), ranks > 1 else { return nil }
    // The likelihood has one maximum; it is found in the logarithm, to a millionth.
    let golden = (5.0.squareRoot() - 1) / 2
    var (low, high) = (0.0, log(10 * Double(ranks)))
    func likelihood(_ exponent: Double) -> Double {
      let law = SameRank(spread: exp(exponent), ranks: ranks)
      return moves.reduce(0) { $0 + law.logProbability(of: $1.after, from: $1.before) }
    }
    while high - low > 1e-6 {
      let (first, last) = (high - golden * (high - low), low + golden * (high - low))
      if likelihood(first) < likelihood(last) { low = first } else { high = last }
    }
    self.init(spread: exp((low + high) / 2), ranks: ranks)
  }

  private init(spread: Double, ranks: Int) {
    self.spread = spread
    self.ranks = ranks
    totals = (1...ranks).map { before in
      log((1...ranks).reduce(0.0) { $0 + exp(Self.exponent($1 - before, spread)) })
    }
  }

  /// The logarithm of the probability of a rank.
  ///
  /// - Parameters:
  ///   - after: the rank.
  ///   - before: the rank it was; one there is.
  /// - Returns: zero or less.
  func logProbability(of after: Int, from before: Int) -> Double {
    let before = min(max(before, 1), ranks)
    return Self.exponent(after - before, spread) - totals[before - 1]
  }

  private static func exponent(_ distance: Int, _ spread: Double) -> Double {
    let scaled = Double(distance) / spread
    return -scaled * scaled / 2
  }
}
