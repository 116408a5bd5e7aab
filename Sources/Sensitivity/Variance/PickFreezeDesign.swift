public import Statistics

/// Where a model is asked for its variance-based indices: two sets of points, independent of each other.
///
/// A third kind is made of the two: the first with one input at a time taken from the second. Sources: Sobol'
/// (1993); Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018.
public struct PickFreezeDesign: Sendable {
  /// The names of the inputs.
  public let names: [String]
  /// The first set.
  public let first: Points
  /// The second set.
  public let second: Points
  /// The shares that the laws turned into the values of both sets; nil where values were given.
  public let shares: (first: Points, second: Points)?

  /// The points of a scrambled Sobol' sequence of twice as many dimensions as inputs.
  ///
  /// - Parameters:
  ///   - inputs: the inputs, independent of one another.
  ///   - count: how many points in each set, best a power of two; the first of more are the same.
  ///   - replicates: what the scrambling is repeated by, and how many threads work.
  public init(_ inputs: [Input], count: Int, _ replicates: Replicates) {
    let shares = SobolSequence(dimensions: 2 * inputs.count).scrambled(count: count, replicates)
    let values = replicates.chunks(of: 0..<shares.count, length: 1) { chunk in
      chunk.map { column in
        let law = inputs[column % inputs.count].law
        return shares[column].map { law.quantile($0) }
      }
    }.flatMap { $0 }
    let half = inputs.count
    names = inputs.map(\.name)
    first = Points(columns: Array(values.prefix(half)), count: count)
    second = Points(columns: Array(values.dropFirst(half)), count: count)
    self.shares = (
      Points(columns: Array(shares.prefix(half)), count: count),
      Points(columns: Array(shares.dropFirst(half)), count: count)
    )
  }

  /// Takes two sets of points.
  ///
  /// - Parameters:
  ///   - names: the names of the inputs.
  ///   - first: points.
  ///   - second: as many others, independent of the first.
  /// - Precondition: both have a column for each name, and the same number of points.
  public init(names: [String], first: Points, second: Points) {
    precondition(
      first.inputs == names.count && second.inputs == names.count, "every name needs its columns")
    precondition(first.count == second.count, "both sets have as many points")
    self.names = names
    self.first = first
    self.second = second
    shares = nil
  }

  /// The number of points in each set.
  public var count: Int { first.count }
}
