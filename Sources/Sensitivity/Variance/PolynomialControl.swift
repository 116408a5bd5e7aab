import Statistics

/// The part of a model that polynomials of one or two inputs make out, whose indices are known exactly.
///
/// A sum h of products of Legendre polynomials, orthonormal over the shares of independent inputs, has the
/// variance of its squared coefficients, and so has each of its effects. What is left of the model, r = f − h,
/// is all that has to be estimated from exchanged points:
///
///     V Sⱼ = Var hⱼ + 2 Cov(hⱼ, r) + Var E[r | xⱼ],    V Tⱼ = Var h of j's terms + E[Δh Δr] + E[Δr²] / 2
///
/// which hold whatever the coefficients are. They are the means of the outputs times the polynomials; of at most one
/// term for every 128 points those are kept that random points would hardly have made up and that both sets of points
/// tell alike, since a coefficient that is only noise would add its own.
internal struct PolynomialControl: Sendable {
  /// The degree of the polynomials of one input, and of each of two.
  internal let degrees: (alone: Int, pairs: Int)
  /// The coefficients of each input alone.
  internal let alone: [[Double]]
  /// The coefficients of each pair, by `pair(_:_:)`, those of the second input side by side.
  internal let pairs: [[Double]]

  /// The most terms for a number of points, and the highest degree.
  private static let pointsPerTerm = 128
  private static let highestDegree = 8
  /// How many standard errors of random points a coefficient has at least.
  private static let fewestErrors = 4.0

  /// The degrees that a number of points bears.
  internal static func degrees(inputs: Int, count: Int) -> (alone: Int, pairs: Int) {
    let terms = count / pointsPerTerm
    guard inputs > 0 else { return (0, 0) }
    let alone = min(highestDegree, terms / inputs)
    let couples = inputs * (inputs - 1) / 2
    guard couples > 0 else { return (alone, 0) }
    let each = (terms - alone * inputs) / couples
    return (alone, (0...alone).last { $0 * $0 <= each } ?? 0)
  }

  /// The place of a pair among all, the first being the lesser.
  internal static func pair(_ first: Int, _ second: Int, of inputs: Int) -> Int {
    first * (2 * inputs - first - 1) / 2 + second - first - 1
  }

  /// Finds the coefficients; nil where there are no shares, or too few points for a term.
  ///
  /// - Parameters:
  ///   - sample: what the model gave; of shares that are known.
  ///   - centre: what is taken off every output.
  ///   - replicates: how many threads work.
  internal init?(_ sample: PickFreezeSample, centre: Double, _ replicates: Replicates) {
    guard let shares = sample.design.shares else { return nil }
    let inputs = shares.first.inputs
    let degrees = Self.degrees(inputs: inputs, count: sample.count)
    guard degrees.alone > 0 else { return nil }
    let sets = [(shares.first, sample.first), (shares.second, sample.second)]
    let width = inputs * degrees.alone
    let couples = inputs * (inputs - 1) / 2 * degrees.pairs * degrees.pairs
    let size = width + couples
    let parts = replicates.chunks(of: 0..<sample.count, length: 1024) { rows in
      sets.map { points, outputs in
        var sums = [Double](repeating: 0, count: size)
        for row in rows {
          let values = LegendreValues(points, row: row, degree: degrees.alone)
          values.add(outputs[row] - centre, pairs: degrees.pairs, to: &sums)
        }
        return sums
      }
    }
    let scale = 1 / Double(2 * sample.count)
    let variance = sets.reduce(0) { sum, set in
      sum + set.1.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } * scale
    }
    let least = Self.fewestErrors * (variance * scale).squareRoot()
    let totals = (0..<size).map { place in
      let (one, other) = parts.reduce((0, 0)) { ($0.0 + $1[0][place], $0.1 + $1[1][place]) }
      let total = (one + other) * scale
      // What a few outputs far out have made, the other set does not know of.
      let differs = abs(one - other) * scale > abs(total) / 2
      return abs(total) < least || differs ? 0 : total
    }
    self.degrees = degrees
    alone = (0..<inputs).map { Array(totals[$0 * degrees.alone..<($0 + 1) * degrees.alone]) }
    let square = degrees.pairs * degrees.pairs
    pairs = (0..<inputs * (inputs - 1) / 2).map {
      Array(totals[width + $0 * square..<width + ($0 + 1) * square])
    }
  }

  /// The variance of each input's own term.
  internal var ownVariances: [Double] { alone.map { $0.reduce(0) { $0 + $1 * $1 } } }

  /// The variance of each pair's term.
  internal var pairVariances: [Double] { pairs.map { $0.reduce(0) { $0 + $1 * $1 } } }
}

/// The orthonormal polynomials of the shares of one point.
internal struct LegendreValues {
  internal let inputs: Int
  internal let degree: Int
  /// Those of each input, from degree one, side by side.
  internal let values: [Double]

  internal init(_ shares: Points, row: Int, degree: Int) {
    inputs = shares.inputs
    self.degree = degree
    var values = [Double](repeating: 0, count: inputs * degree)
    for input in 0..<inputs {
      let t = 2 * shares.columns[input][row] - 1
      var (previous, current) = (1.0, t)
      for order in 1...degree {
        values[input * degree + order - 1] = current * Double(2 * order + 1).squareRoot()
        let next =
          (Double(2 * order + 1) * t * current - Double(order) * previous) / Double(order + 1)
        (previous, current) = (current, next)
      }
    }
    self.values = values
  }

  /// Adds an output times every polynomial and every product of two.
  internal func add(_ output: Double, pairs degreeOfPairs: Int, to sums: inout [Double]) {
    for place in values.indices { sums[place] += output * values[place] }
    guard degreeOfPairs > 0 else { return }
    var place = values.count
    for first in 0..<inputs {
      for second in first + 1..<max(first + 1, inputs) {
        for i in 0..<degreeOfPairs {
          let part = output * values[first * degree + i]
          for j in 0..<degreeOfPairs {
            sums[place] += part * values[second * degree + j]
            place += 1
          }
        }
      }
    }
  }

  /// The term of one input.
  internal func own(_ input: Int, of control: PolynomialControl) -> Double {
    var sum = 0.0
    for order in 0..<degree { sum += control.alone[input][order] * values[input * degree + order] }
    return sum
  }

  /// The term of two inputs, of which one may come from another point.
  internal func pair(
    _ first: Int, _ second: Int, of control: PolynomialControl, secondFrom other: LegendreValues
  ) -> Double {
    let pairs = control.degrees.pairs
    let isOrdered = first < second
    let coefficients = control.pairs[
      PolynomialControl.pair(min(first, second), max(first, second), of: inputs)]
    var sum = 0.0
    for i in 0..<pairs {
      for j in 0..<pairs {
        let coefficient = coefficients[isOrdered ? i * pairs + j : j * pairs + i]
        sum += coefficient * values[first * degree + i] * other.values[second * degree + j]
      }
    }
    return sum
  }
}
