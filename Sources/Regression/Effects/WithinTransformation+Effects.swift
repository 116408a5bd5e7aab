public import LinearAlgebra

/// The estimated effects of every group.
public struct EstimatedEffects: Sendable, Equatable {
  /// The effects of each grouping, in the order given, by the number of the group.
  public let values: [[Double]]
  /// How near they came to the end.
  public let convergence: Convergence

  /// The sum of the effects of a row's groups.
  ///
  /// - Parameter groups: the number of the row's group in each grouping.
  /// - Returns: what the fixed effects add to the prediction for such a row.
  /// - Precondition: there is a group for each grouping, and it exists.
  public func sum(of groups: [Int]) -> Double {
    precondition(groups.count == values.count, "there must be a group for each grouping")
    return zip(values, groups).reduce(0) { $0 + $1.0[$1.1] }
  }
}

extension WithinTransformation {
  /// The effects themselves, from what a regression leaves of the response before they are taken out.
  ///
  /// They are normalised: in each grouping but the first, the first group of each part of the sample
  /// that is connected through that grouping and the first one has the effect zero; the effects of the
  /// first grouping carry the constants. With three groupings or more, further combinations may be free:
  /// the sum of a row's effects is determined all the same.
  ///
  /// - Parameter residual: y − X b of the columns as they were, a number for each row.
  /// - Returns: the effects, which minimise the weighted sum of squares of what they leave.
  /// - Throws: `notFinite` where a number is infinite, undefined, or too large to be squared.
  /// - Precondition: there are the rows of the groupings.
  public func effects(of residual: [Double]) throws(LinearAlgebraError) -> EstimatedEffects {
    guard let rows else { return EstimatedEffects(values: [], convergence: Convergence([])) }
    precondition(residual.count == rows.rows, "the residual must have the rows of the groupings")
    var worker = BlockDemeaning(rows: rows, solver: solver, keepsEffects: true)
    var column = residual
    let found = unsafe column.withUnsafeMutableBufferPointer { column in
      let memory = unsafe ColumnMemory(
        source: UnsafePointer(column.baseAddress), target: column.baseAddress, rows: column.count)
      return worker.demean(memory, 0..<1)
    }
    guard found.allSatisfy(\.isFinite) else { throw .notFinite }
    var values = groupings.map { [Double](repeating: 0, count: $0.count) }
    values[rows.principal] = worker.unitEffects[0]
    for (other, offset) in zip(rows.others, rows.offsets) {
      values[other] = Array(worker.levelEffects[0][offset..<offset + groupings[other].count])
    }
    for later in groupings.indices.dropFirst() { normalise(&values, later) }
    return EstimatedEffects(values: values, convergence: Convergence(found))
  }

  /// Moves a constant of each part from a later grouping into the first.
  private func normalise(_ values: inout [[Double]], _ later: Int) {
    let parts = groupings[0].components(with: groupings[later])
    var constants = [Double?](repeating: nil, count: parts.count)
    for (group, part) in parts.others.enumerated() {
      let constant = constants[Int(part)] ?? values[later][group]
      constants[Int(part)] = constant
      values[later][group] -= constant
    }
    for (group, part) in parts.own.enumerated() {
      values[0][group] += constants[Int(part)] ?? 0
    }
  }
}
