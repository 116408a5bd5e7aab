import Statistics

/// Sums, squares and products of regressors and response in each fold of a sample.
///
/// All that penalised regressions and their cross-validation need of the rows, taken in one pass over
/// them: the moments without a fold are sums over the others, and the error in a fold follows from
/// its own moments.
///
/// Columns are measured from a number near their mean, so that squares do not lose digits.
public struct FoldMoments: Sendable {
  /// The number of regressors.
  public let columns: Int
  /// The number of rows.
  public let rows: Int
  /// The numbers that the columns, the response last, are measured from.
  internal let shifts: [Double]
  /// The moments of each fold.
  internal let folds: [Moments]

  /// Sums up a sample.
  ///
  /// - Parameters:
  ///   - columns: the regressors, without a constant: one array each.
  ///   - response: one number per row.
  ///   - weights: how much each row counts; nil where all count the same.
  ///   - folds: which rows are left out together; nil for one fold of all rows.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Throws: `RegularisedError.notFinite` or `.tooFewRows`.
  /// - Precondition: columns, weights and folds have a number for each row; weights are above zero.
  /// - Complexity: O(rows × columns²).
  public init(
    columns: [[Double]], response: [Double], weights: [Double]? = nil,
    folds: FoldAssignment? = nil, threads: Int? = nil
  ) throws(RegularisedError) {
    let rows = response.count
    precondition(
      columns.allSatisfy { $0.count == rows } && weights?.count ?? rows == rows
        && folds?.folds.count ?? rows == rows, "every column must have \(rows) numbers")
    precondition(weights?.allSatisfy { $0 > 0 } ?? true, "weights must be above zero")
    guard rows >= 2 else { throw .tooFewRows(rows) }
    let variables = columns + [response]
    let shifts = variables.map(Self.roughMean)
    let packer = MomentPacker(
      variables: variables, shifts: shifts, scales: weights.map { $0.map { $0.squareRoot() } },
      folds: folds)
    // The length does not depend on the number of threads: nor does the order of the sums.
    let length = max(columns.count < 32 ? 4096 : 512, (rows / 8 + 511) / 512 * 512)
    let parts = Replicates(seed: 0, threads: threads).chunks(of: 0..<rows, length: length) {
      packer.grams(of: $0)
    }
    let sums = parts.dropFirst().reduce(into: parts[0]) { sums, part in
      for fold in sums.indices {
        for index in sums[fold].indices { sums[fold][index] += part[fold][index] }
      }
    }
    self.columns = columns.count
    self.rows = rows
    self.shifts = shifts
    self.folds = sums.map { Moments(packed: $0, stride: packer.order, columns: columns.count) }
    guard self.folds.allSatisfy({ $0.isFinite }) else { throw .notFinite }
  }

  /// The mean of a thousand or so numbers spread evenly over a column.
  ///
  /// Of n numbers, m have a mean within √(n / m) standard deviations of that of all: near enough for
  /// squares around it to keep their digits, and read in a fraction of the time.
  private static func roughMean(of column: [Double]) -> Double {
    let step = max(1, column.count / 1024)
    var (sum, count) = (0.0, 0.0)
    for row in stride(from: 0, to: column.count, by: step) {
      sum += column[row]
      count += 1
    }
    return sum / count
  }

  /// The moments of all rows.
  internal var total: Moments { folds.dropFirst().reduce(folds[0]) { $0.adding($1) } }

  /// The moments of all rows without those of each fold in turn.
  ///
  /// Sums over the folds before and those after: a difference from the total would lose digits where a
  /// fold holds the most of it.
  ///
  /// - Precondition: there are two folds at least.
  internal var withoutEach: [Moments] {
    precondition(folds.count >= 2, "a cross-validation needs two folds at least")
    // Entry k holds the folds before k, or those after it.
    var before = [Moments?](repeating: nil, count: folds.count)
    var after = before
    for fold in 1..<folds.count {
      let last = folds.count - fold
      before[fold] = before[fold - 1].map { $0.adding(folds[fold - 1]) } ?? folds[0]
      after[last - 1] = after[last].map { $0.adding(folds[last]) } ?? folds[last]
    }
    return zip(before, after).map { before, after in
      guard let before else { return after ?? folds[0] }
      return after.map { before.adding($0) } ?? before
    }
  }
}
