import Glibc
import Statistics

/// A path of a penalised regression with its error in rows that it did not see.
///
/// Each fold in turn is left out, the path is fitted to the others with the same penalties, and the
/// squared errors in the fold are averaged. The errors follow from the moments of the folds: no row is
/// read again. Columns are divided by their standard deviation in the whole sample in every fold, so
/// that one λ is the same penalty in all.
public struct ElasticNetCrossValidation: Sendable {
  /// The path fitted to the whole sample.
  public let path: ElasticNetPath
  /// For each fold the mean squared error at each penalty.
  public let foldErrors: [[Double]]
  /// The sum of the weights of each fold: its number of rows where all count the same.
  public let foldWeights: [Double]
  /// At each penalty the mean squared error over all rows, each predicted without its fold.
  public let errors: [Double]
  /// At each penalty the standard error of that mean, from how it varies over the folds.
  ///
  /// √(Σ W_k (e_k − e)² / W / (K − 1)) over K folds of weight W_k and error e_k, as glmnet has it. Folds
  /// share most of their training rows: it is a guide, not a confidence statement.
  public let standardErrors: [Double]
  /// The place of the penalty with the smallest error; the larger penalty of two with the same.
  public let best: Int
  /// The place of the largest penalty whose error is within a standard error of the smallest.
  ///
  /// The rule of Breiman, Friedman, Olshen & Stone (1984), §3.4.3: the simplest model that is no worse
  /// than chance would have it.
  public let oneStandardError: Int

  internal init(path: ElasticNetPath, foldErrors: [[Double]], foldWeights: [Double]) {
    let total = foldWeights.reduce(0, +)
    let errors = path.penalties.indices.map { place in
      zip(foldErrors, foldWeights).reduce(0.0) { $0 + $1.0[place] * $1.1 } / total
    }
    let standardErrors = path.penalties.indices.map { place in
      let spread = zip(foldErrors, foldWeights).reduce(0.0) { sum, fold in
        let distance = fold.0[place] - errors[place]
        return sum + fold.1 * distance * distance
      }
      return (spread / total / Double(foldErrors.count - 1)).squareRoot()
    }
    let best = errors.indices.reduce(0) { errors[$1] < errors[$0] ? $1 : $0 }
    let bound = errors.isEmpty ? 0 : errors[best] + standardErrors[best]
    self.path = path
    self.foldErrors = foldErrors
    self.foldWeights = foldWeights
    self.errors = errors
    self.standardErrors = standardErrors
    self.best = best
    oneStandardError = errors.firstIndex { $0 <= bound } ?? best
  }
}

extension ElasticNet {
  /// Fits the path to a sample and to it without each of its folds, and finds the errors in them.
  ///
  /// - Parameters:
  ///   - moments: the sums and products of the sample, by fold.
  ///   - threads: how many threads work at most; nil for as many as there are processors. It does not
  ///     change the result.
  /// - Returns: the path with its errors.
  /// - Throws: `RegularisedError.constantResponse`.
  /// - Precondition: there are two folds at least, and one penalty.
  public func crossValidated(
    _ moments: FoldMoments, threads: Int? = nil
  ) throws(RegularisedError) -> ElasticNetCrossValidation {
    let sample = try PenalisedSample(moments, factors: factors)
    let penalties = values(for: sample.problem)
    precondition(!penalties.isEmpty, "a cross-validation needs a penalty")
    let training = moments.withoutEach
    let count = moments.folds.count
    // The last piece of work is the path of the whole sample.
    let pieces = Replicates(seed: 0, threads: threads).chunks(of: 0..<count + 1, length: 1) {
      let fold = $0.lowerBound
      guard fold < count else {
        return Piece.path(self.solutions(of: sample.problem, at: penalties))
      }
      let problem = PenalisedProblem(
        training[fold], scales: sample.scales, factors: sample.factors)
      return .errors(
        self.solutions(of: problem, at: penalties).map {
          moments.folds[fold].meanSquaredError(
            of: sample.unscaled($0.coefficients), trainedOn: training[fold])
        })
    }
    var errors: [[Double]] = []
    var solutions: [PenalisedSolution] = []
    for piece in pieces {
      switch piece {
      case .errors(let found): errors.append(found)
      case .path(let found): solutions = found
      }
    }
    return ElasticNetCrossValidation(
      path: ElasticNetPath(sample, mixing: mixing, penalties: penalties, solutions: solutions),
      foldErrors: errors, foldWeights: moments.folds.map(\.weight))
  }

  /// What one piece of a cross-validation finds.
  private enum Piece: Sendable {
    case errors([Double])
    case path([PenalisedSolution])
  }
}

extension Moments {
  /// The mean squared error of a regression in these rows.
  ///
  /// - Parameters:
  ///   - coefficients: one per regressor, in its units.
  ///   - training: the rows that it was fitted to, which give its intercept.
  /// - Returns: the weighted mean of the squared errors.
  internal func meanSquaredError(of coefficients: [Double], trainedOn training: Moments) -> Double {
    var products = [Double](repeating: 0, count: columns)
    SweptMatrix.multiply(self.products, order: columns, coefficients, into: &products)
    var intercept = training.responseMean
    var (fitted, crossed, squares) = (0.0, 0.0, 0.0)
    for column in 0..<columns where coefficients[column] != 0 {
      let coefficient = coefficients[column]
      intercept -= coefficient * training.mean(column)
      fitted += coefficient * sums[column]
      crossed += coefficient * responseProducts[column]
      squares += coefficient * products[column]
    }
    // Σ w (y − a − x·b)², multiplied out.
    let total =
      responseSquares + squares + weight * intercept * intercept
      - 2 * (crossed + intercept * responseSum - intercept * fitted)
    return max(0, total) / weight
  }
}
