extension TestFunction {
  /// What is known of a function without asking it.
  public struct Exact: Sendable, Hashable {
    /// The mean of the output.
    public let mean: Double
    /// The variance of the output.
    public let variance: Double
    /// The first-order index of each input.
    public let first: [Double]
    /// The total index of each input.
    public let total: [Double]
    /// The Shapley effect of each input.
    public let shapley: [Double]
    /// The index of each pair, in the order (0, 1), (0, 2) ….
    public let pairs: [Double]
  }

  /// A coefficient times one term of each of some inputs.
  struct Product {
    let coefficient: Double
    let inputs: [Int]

    init(_ coefficient: Double, _ inputs: [Int]) {
      self.coefficient = coefficient
      self.inputs = inputs
    }

    init(_ coefficient: Double, _ inputs: Range<Int>) { self.init(coefficient, Array(inputs)) }
  }
}

extension TestFunction.Exact {
  /// The indices of a sum of products of terms uᵢ, each of one input.
  ///
  /// Where f is the sum of cₜ Π uᵢ over sets t of inputs, the part of its variance that the inputs of a set S
  /// make together is
  ///
  ///     V(S) = Π Var uᵢ over S · (sum over t ⊇ S of cₜ Π E uᵢ over t without S)²
  ///
  /// A first-order index is V of one input, a total the sum over all sets with it, and the Shapley effect that
  /// of V(S) / |S|. Source: Owen (2014), doi:10.1137/130936233, for the last; the rest follows from the
  /// definitions.
  ///
  /// - Parameters:
  ///   - products: the products; of ten inputs or so at most, since all their subsets are looked at.
  ///   - means: the mean of each input's term.
  ///   - variances: its variance.
  init(sumOf products: [TestFunction.Product], means: [Double], variances: [Double]) {
    // What stands before the centred terms of each set of inputs; a set is written in bits.
    var factors: [UInt32: Double] = [:]
    for product in products {
      let all = product.inputs.reduce(0) { $0 | 1 << UInt32($1) } as UInt32
      var set = all
      while true {
        let rest = product.inputs.reduce(1) { set & 1 << UInt32($1) == 0 ? $0 * means[$1] : $0 }
        factors[set, default: 0] += product.coefficient * rest
        guard set > 0 else { break }
        set = (set - 1) & all
      }
    }
    let count = means.count
    var variance = 0.0
    var (first, total, shapley) = (
      means.map { _ in 0.0 }, means.map { _ in 0.0 }, means.map { _ in 0.0 }
    )
    var pairs = [Double](repeating: 0, count: count * (count - 1) / 2)
    for (set, factor) in factors.sorted(by: { $0.key < $1.key }) where set > 0 {
      let members = (0..<count).filter { set & 1 << UInt32($0) != 0 }
      let part = members.reduce(factor * factor) { $0 * variances[$1] }
      variance += part
      for input in members {
        total[input] += part
        shapley[input] += part / Double(members.count)
      }
      switch members.count {
      case 1: first[members[0]] = part
      case 2: pairs[PolynomialControl.pair(members[0], members[1], of: count)] = part
      default: break
      }
    }
    self.init(
      mean: factors[0] ?? 0, variance: variance, first: first.map { $0 / variance },
      total: total.map { $0 / variance }, shapley: shapley.map { $0 / variance },
      pairs: pairs.map { $0 / variance })
  }
}
