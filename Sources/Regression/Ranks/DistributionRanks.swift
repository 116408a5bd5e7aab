/// Ranks as values of the distribution that the rows themselves make up.
///
/// With row weights wⱼ and N their sum, the rank of a number x is
///
///     R(x) = (Σ wⱼ 1{xⱼ < x} + ω Σ wⱼ 1{xⱼ = x}) / N,
///
/// from 0 for the lowest to 1 for the highest; the tie weight ω says how much of what ties with x counts as
/// below it: 1 gives the distribution function itself, ½ mid-ranks. Each group of rows has a
/// distribution of its own, such as each year of a panel.
///
/// Source: Chetverikov & Wilhelm (2023), arXiv:2310.15512.
public struct DistributionRanks: Sendable {
  /// The rank of each row within its group, from 0 to 1.
  public let ranks: [Double]
  /// How much of what ties with a number counts as below it, from 0 to 1.
  public let tieWeight: Double
  /// Whether two rows of one group have the same number.
  public let hasTies: Bool
  /// The rows, group by group, each group in ascending order of its numbers.
  private let order: [Int32]
  /// Where each group ends in `order`.
  private let groupEnds: [Int]
  /// Whether the number at each place of `order` is the same as at the place before it.
  private let tiesWithBefore: [Bool]
  /// The sum of the row weights of each group.
  private let masses: [Double]

  /// Ranks the rows of each group.
  ///
  /// - Parameters:
  ///   - numbers: one per row, none of them not-a-number.
  ///   - grouping: the groups; one group of all rows where nothing is said.
  ///   - weights: positive numbers, one per row; one each where nothing is said.
  ///   - tieWeight: how much of what ties with a number counts as below it.
  /// - Precondition: the sizes agree, and the tie weight lies from 0 to 1.
  /// - Complexity: O(n) for many rows, O(n log n) for few.
  public init(
    of numbers: [Double], within grouping: Grouping? = nil, weights: [Double]? = nil,
    tieWeight: Double = 1
  ) {
    precondition((0...1).contains(tieWeight), "a tie weight lies from 0 to 1")
    precondition(grouping?.codes.count ?? numbers.count == numbers.count, "every row has a group")
    precondition(weights?.count ?? numbers.count == numbers.count, "every row has a weight")
    precondition(!numbers.contains(where: \.isNaN), "what is not a number has no rank")
    let ascending = AscendingOrder(of: numbers, within: grouping)
    var draft = Draft(count: numbers.count)
    var start = 0
    for end in ascending.groupEnds {
      draft.rank(ascending.rows[start..<end], of: numbers, weights: weights, tieWeight: tieWeight)
      start = end
    }
    self.tieWeight = tieWeight
    order = ascending.rows
    groupEnds = ascending.groupEnds
    ranks = draft.ranks
    masses = draft.masses
    tiesWithBefore = draft.ties
    hasTies = draft.ties.contains(true)
  }

  /// What becomes known group by group.
  private struct Draft {
    var ranks: [Double]
    var ties: [Bool]
    var masses: [Double] = []

    init(count: Int) {
      ranks = [Double](repeating: 0, count: count)
      ties = [Bool](repeating: false, count: count)
    }

    /// Ranks the rows of one group, given in ascending order of their numbers.
    mutating func rank(
      _ rows: ArraySlice<Int32>, of numbers: [Double], weights: [Double]?, tieWeight: Double
    ) {
      let mass =
        weights.map { weights in rows.reduce(0) { $0 + weights[Int($1)] } } ?? Double(rows.count)
      var (below, first) = (0.0, rows.startIndex)
      while first < rows.endIndex {
        let number = numbers[Int(rows[first])]
        var (tied, last) = (0.0, first)
        while last < rows.endIndex, numbers[Int(rows[last])] == number {
          tied += weights?[Int(rows[last])] ?? 1
          ties[last] = last > first
          last += 1
        }
        let rank = (below + tieWeight * tied) / mass
        for place in first..<last { ranks[Int(rows[place])] = rank }
        below += tied
        first = last
      }
      masses.append(mass)
    }
  }

  /// How a weighted sum of the ranks changes with the weight of each row.
  ///
  /// With loads lᵢ and the group t of row k, row k gets ∂/∂wₖ Σ lᵢ R(xᵢ) = Σ lᵢ (I(xₖ, xᵢ) − R(xᵢ)) / Nₜ, the sum
  /// over the rows of t, where I is 1 if xₖ is below xᵢ, ω if they are equal and 0 otherwise. The loads
  /// themselves do not change.
  ///
  /// - Parameter loads: one number per row.
  /// - Returns: one number per row; those of a group, times the weights, add up to zero.
  /// - Complexity: O(n).
  public func weightDerivatives(ofRanksTimes loads: [Double]) -> [Double] {
    precondition(loads.count == ranks.count, "every row has a load")
    var derivatives = [Double](repeating: 0, count: loads.count)
    var start = 0
    for (group, end) in groupEnds.enumerated() {
      var total = 0.0
      for place in start..<end {
        let row = Int(order[place])
        total += loads[row] * ranks[row]
      }
      var (above, last) = (0.0, end)
      while last > start {
        var (tied, first) = (0.0, last)
        repeat {
          first -= 1
          tied += loads[Int(order[first])]
        } while tiesWithBefore[first]
        let derivative = (above + tieWeight * tied - total) / masses[group]
        for place in first..<last { derivatives[Int(order[place])] = derivative }
        above += tied
        last = first
      }
      start = end
    }
    return derivatives
  }

  /// The number of groups of one row, whose rank is ω whatever their number.
  var soleRows: Int { zip([0] + groupEnds, groupEnds).count { $1 - $0 == 1 } }
}
