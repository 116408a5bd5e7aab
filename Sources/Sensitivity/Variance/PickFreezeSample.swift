public import Statistics

/// What a model gives at the points of a design.
public struct PickFreezeSample: Sendable {
  /// The points.
  public let design: PickFreezeDesign
  /// The outputs at the first set.
  public let first: [Double]
  /// The outputs at the second set.
  public let second: [Double]
  /// For each input, the outputs at the first set with that input taken from the second.
  public let exchanged: [[Double]]
  /// For each input, the outputs at the second set with that input taken from the first; nil where not asked for.
  public let reversed: [[Double]]?

  /// Asks a model.
  ///
  /// - Parameters:
  ///   - design: where.
  ///   - model: what is asked.
  ///   - pairs: whether to ask what the effects of pairs need, for as many outputs again.
  ///   - earlier: what the model gave at the first points of the same design; not asked again.
  ///   - replicates: how many threads work.
  /// - Precondition: the model gives a finite number at every point.
  public init(
    _ design: PickFreezeDesign, of model: some Model, pairs: Bool = false,
    extending earlier: PickFreezeSample? = nil, _ replicates: Replicates
  ) {
    let known = earlier.map { !pairs || $0.reversed != nil ? $0.first.count : 0 } ?? 0
    let parts = replicates.chunks(of: known..<max(known, design.count), length: Self.chunk) {
      rows in
      let (first, second) = (design.first[rows], design.second[rows])
      return (
        model.outputs(at: first), model.outputs(at: second),
        model.outputs(at: first, exchangingEachWith: second),
        pairs ? model.outputs(at: second, exchangingEachWith: first) : []
      )
    }
    let inputs = design.names.indices
    let old = known > 0 ? earlier : nil
    self.design = design
    first = (old?.first ?? []) + parts.flatMap(\.0)
    second = (old?.second ?? []) + parts.flatMap(\.1)
    exchanged = inputs.map { input in
      (old?.exchanged[input] ?? []) + parts.flatMap { $0.2[input] }
    }
    reversed =
      pairs
      ? inputs.map { input in (old?.reversed?[input] ?? []) + parts.flatMap { $0.3[input] } } : nil
    precondition(
      ([first, second] + exchanged + (reversed ?? [])).allSatisfy { $0.allSatisfy(\.isFinite) },
      "a model gives a finite number at every point")
  }

  private init(
    design: PickFreezeDesign, first: [Double], second: [Double], exchanged: [[Double]],
    reversed: [[Double]]?
  ) {
    self.design = design
    self.first = first
    self.second = second
    self.exchanged = exchanged
    self.reversed = reversed
  }

  /// The sample of another output that follows from this one.
  ///
  /// - Parameter transform: the other output.
  /// - Returns: the outputs at the same points, without asking the model again.
  public func mapped(_ transform: (Double) -> Double) -> PickFreezeSample {
    PickFreezeSample(
      design: design, first: first.map(transform), second: second.map(transform),
      exchanged: exchanged.map { $0.map(transform) },
      reversed: reversed.map { $0.map { $0.map(transform) } })
  }

  /// The number of points in each set.
  public var count: Int { first.count }

  /// How often the model was asked.
  public var evaluations: Int { count * (2 + exchanged.count + (reversed?.count ?? 0)) }

  /// The mean of all outputs at the two sets and the exchanged points.
  public var mean: Double {
    let columns = [first, second] + exchanged
    // Sums of what is left over an output: a large constant in all of them costs no digits.
    let start = first.first ?? 0
    let sum = columns.reduce(0.0) { $0 + $1.reduce(0.0) { $0 + ($1 - start) } }
    return start + sum / Double(max(1, count * columns.count))
  }

  /// Points asked at a time.
  private static let chunk = 1024
}
