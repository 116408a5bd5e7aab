internal import CKernels
public import LinearAlgebra
internal import Statistics

/// The scores of a regression summed up by cluster: s_g = Σ w x e over the rows of cluster g.
///
/// Their products Σ s_g s_g' are the middle of the cluster-robust covariance
/// (X'W X)⁻¹ (Σ s_g s_g') (X'W X)⁻¹ (Liang & Zeger 1986, doi:10.1093/biomet/73.1.13), to which a factor
/// for small samples may be put.
public struct ClusterScores: Sendable, Equatable {
  /// A row for each cluster, a column for each regressor.
  public let values: Matrix

  /// Sums up scores.
  ///
  /// - Parameters:
  ///   - columns: the regressors, and columns after them that are left out of account.
  ///   - regressors: how many columns are regressors, nil for all.
  ///   - residuals: the residual of each row.
  ///   - weights: the weight of each row, nil where all weigh one.
  ///   - clusters: the cluster of each row; sums are fastest where rows of one cluster follow one another.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Precondition: everything has the same rows.
  public init(
    _ columns: Matrix, regressors: Int? = nil, residuals: [Double], weights: [Double]? = nil,
    clusters: Grouping, threads: Int? = nil
  ) {
    let regressors = regressors ?? columns.columns
    let rows = columns.rows
    precondition((0...columns.columns).contains(regressors), "there are not so many columns")
    precondition(
      residuals.count == rows && clusters.codes.count == rows
        && weights.map { $0.count == rows } ?? true, "everything must have the same rows")
    let weighted = weights.map { zip(residuals, $0).map { $0 * $1 } } ?? residuals
    let pieces = Self.pieces(clusters)
    let isLarge = rows > NormalEquations.chunk
    values = unsafe Matrix(rows: clusters.count, columns: regressors) { memory in
      unsafe memory.initialize(repeating: 0)
      let target = unsafe SharedNumbers(memory)
      _ = Replicates(seed: 0, threads: isLarge ? threads : 1).chunks(
        of: 0..<pieces.count * (pieces.count > 1 ? 1 : regressors), length: 1
      ) { work in
        // A piece of the rows with all columns; or where there is one piece only, a column.
        let piece = pieces[pieces.count > 1 ? work.lowerBound : 0]
        let columnsOfWork = pieces.count > 1 ? 0..<regressors : work
        for column in columnsOfWork {
          Self.add(columns, column, weighted, clusters, piece, to: target)
        }
      }
    }
  }

  private static func add(
    _ columns: Matrix, _ column: Int, _ residuals: [Double], _ clusters: Grouping,
    _ rows: Range<Int>, to target: SharedNumbers
  ) {
    unsafe columns.withUnsafeBufferPointer { storage in
      unsafe residuals.withUnsafeBufferPointer { residuals in
        unsafe clusters.codes.withUnsafeBufferPointer { codes in
          guard let base = storage.baseAddress,
            let residuals = residuals.baseAddress,
            let codes = codes.baseAddress, let sums = unsafe target.memory.baseAddress
          else { return }
          unsafe minhbach_cluster_scores(
            rows.count, codes + rows.lowerBound, base + column * columns.rows + rows.lowerBound,
            residuals + rows.lowerBound, sums + column * clusters.count)
        }
      }
    }
  }

  /// Ranges of rows that share no cluster, if the rows are in the order of clusters; else all rows.
  private static func pieces(_ clusters: Grouping) -> [Range<Int>] {
    let codes = clusters.codes
    guard codes.count > NormalEquations.chunk else { return [0..<codes.count] }
    guard zip(codes, codes.dropFirst()).allSatisfy({ $0 <= $1 }) else { return [0..<codes.count] }
    var pieces: [Range<Int>] = []
    var start = 0
    while start < codes.count {
      var end = min(start + NormalEquations.chunk, codes.count)
      while end < codes.count, codes[end] == codes[end - 1] { end += 1 }
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }

  /// Σ s_g s_g', regressors × regressors.
  ///
  /// - Parameter threads: how many threads work at most; nil for as many as there are processors.
  /// - Returns: a symmetric matrix.
  public func products(threads: Int? = nil) -> Matrix {
    var products = NormalEquations.products(of: values, weights: nil, threads: threads)
    for row in 0..<products.rows {
      for column in 0..<row { products[column, row] = products[row, column] }
    }
    return products
  }

  /// The cluster-robust covariance of the coefficients without a factor for small samples (CR0).
  ///
  /// - Parameters:
  ///   - inverse: (X'W X)⁻¹, regressors × regressors.
  ///   - threads: how many threads work at most; nil for as many as there are processors.
  /// - Returns: (X'W X)⁻¹ (Σ s_g s_g') (X'W X)⁻¹, symmetric.
  /// - Precondition: the inverse has as many rows and columns as there are regressors.
  public func covariance(inverseGram inverse: Matrix, threads: Int? = nil) -> Matrix {
    let size = values.columns
    precondition(inverse.rows == size && inverse.columns == size, "the sizes do not match")
    let middle = products(threads: threads)
    var half = Matrix(rows: size, columns: size)
    for row in 0..<size {
      for column in 0..<size {
        half[row, column] = (0..<size).reduce(0) { $0 + inverse[row, $1] * middle[$1, column] }
      }
    }
    var covariance = Matrix(rows: size, columns: size)
    for row in 0..<size {
      for column in 0...row {
        let entry = (0..<size).reduce(0) { $0 + half[row, $1] * inverse[$1, column] }
        covariance[row, column] = entry
        covariance[column, row] = entry
      }
    }
    return covariance
  }
}
