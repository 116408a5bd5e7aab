import LinearAlgebra
import Regression
import TestSupport
import Testing

@Suite struct ElasticNetTests {
  /// Reference values: `Reference/regularised/make.py`, scikit-learn with its last digits solved for.
  @Test(arguments: [1, 0.5, 0.05, 0.0], [false, true])
  func coefficientsAgreeWithScikitLearn(_ mixing: Double, _ weighted: Bool) throws {
    let sample = try PenalisedReference.sample()
    let path = try ElasticNet(mixing: mixing, penalties: .given(PenalisedReference.penalties))
      .path(sample.moments(weighted: weighted))
    let rows = try PenalisedReference.rows("penalised.csv").filter {
      Double($0[0]) == mixing && $0[1] == (weighted ? "1" : "0")
    }
    #expect(rows.count == path.penalties.count)
    for (place, row) in rows.enumerated() {
      let expected = row[3...].compactMap { Double($0) }
      for (column, coefficient) in path.coefficients[place].enumerated() {
        // In units of the response's change over a standard deviation; two columns have a correlation of
        // 0.999, which costs three digits of sixteen.
        let error = abs(coefficient - expected[column]) * path.scales[column]
        #expect(error < 1e-12, "λ \(row[2]), column \(column): \(coefficient)")
        #expect((coefficient == 0) == (expected[column] == 0))
      }
      // Column d has a mean of 600 standard deviations.
      #expect(abs(path.intercepts[place] - expected[6]) < 1e-9)
    }
    #expect(path.largestViolation < 1e-13 && path.notes.isEmpty)
  }

  /// Reference values: `Reference/regularised/make.R`, glmnet with `thresh = 1e-28`.
  @Test(arguments: [1, 0.5])
  func columnsThatBearOtherPenaltiesAgreeWithGlmnet(_ mixing: Double) throws {
    let sample = try PenalisedReference.sample()
    let path = try ElasticNet(
      mixing: mixing, penalties: .given(PenalisedReference.penalties),
      factors: [0, 1, 2, 0.5, 1, 1]
    ).path(sample.moments(weighted: true))
    let name = mixing == 1 ? "factors1" : "factors0.5"
    let rows = try PenalisedReference.rows("glmnet.csv").filter { $0[0] == name }
    #expect(rows.count == path.penalties.count)
    for (place, row) in rows.enumerated() {
      let expected = row[2...].compactMap { Double($0) }
      for (column, coefficient) in path.coefficients[place].enumerated() {
        // glmnet stops where a sweep changes little; along nearly collinear columns that is 1e-11 short.
        #expect(abs(coefficient - expected[column]) * path.scales[column] < 1e-9)
      }
    }
  }

  /// The conditions of the minimum, from the rows themselves and not their moments.
  @Test(arguments: [1, 0.7, 0.2, 0.0])
  func everySolutionMeetsTheConditionsOfTheMinimum(_ mixing: Double) throws {
    let sample = try PenalisedReference.sample()
    let n = Double(sample.response.count)
    let path = try ElasticNet(mixing: mixing).path(sample.moments())
    #expect(path.penalties.count == 100)
    for (place, penalty) in path.penalties.enumerated() {
      let coefficients = path.coefficients[place]
      let residuals = sample.response.indices.map { row in
        coefficients.indices.reduce(sample.response[row] - path.intercepts[place]) {
          $0 - coefficients[$1] * sample.columns[$1][row]
        }
      }
      // The intercept leaves no mean; rounding of column d, of mean 6 and coefficients of 30, remains.
      #expect(abs(residuals.reduce(0, +)) / n < 1e-12)
      for (column, coefficient) in coefficients.enumerated() {
        let scale = path.scales[column]
        let mean = sample.columns[column].reduce(0, +) / n
        let gradient =
          zip(residuals, sample.columns[column]).reduce(0) { $0 + $1.0 * ($1.1 - mean) } / n / scale
          - penalty * (1 - mixing) * coefficient * scale
        let bound = penalty * mixing
        let missed =
          coefficient == 0
          ? abs(gradient) - bound : abs(gradient - (coefficient < 0 ? -bound : bound))
        // Sums of 72 products of size 1, over residuals that rounded to 1e-14.
        #expect(missed < 1e-12, "λ \(penalty), column \(column)")
      }
    }
  }

  /// Ridge is least squares with a row √(λ Σ w) √fⱼ more for each column: the same by orthogonal factors.
  @Test func ridgeIsLeastSquaresWithMoreRows() throws {
    let sample = try PenalisedReference.sample()
    let factors: [Double] = [0, 1, 2, 0.5, 1, 0]
    let net = ElasticNet(mixing: 0, penalties: .given([10, 0.3, 1e-4]), factors: factors)
    let path = try net.path(sample.moments(weighted: true))
    let total = sample.weights.reduce(0, +)
    let roots = sample.weights.map { $0.squareRoot() }
    for (place, penalty) in path.penalties.enumerated() {
      let added = (0..<6).map { (total * penalty * factors[$0]).squareRoot() * path.scales[$0] }
      let columns = (0..<6).map { column in
        zip(sample.columns[column], roots).map { $0 * $1 }
          + (0..<6).map { $0 == column ? added[column] : 0 }
      }
      let zeros = [Double](repeating: 0, count: 6)
      let design = Matrix(rows: 78, columns: [roots + zeros] + columns)
      let expected = try LeastSquares(design).coefficients(
        for: zip(sample.response, roots).map { $0 * $1 } + zeros)
      for column in 0..<6 {
        let error = abs(path.coefficients[place][column] - expected[column + 1])
        // Two nearly equal columns lose three digits of sixteen.
        #expect(error * path.scales[column] < 1e-12)
      }
      #expect(abs(path.intercepts[place] - expected[0]) < 1e-9)
    }
  }

  @Test func theFirstPenaltyIsTheLeastThatLeavesNothing() throws {
    let sample = try PenalisedReference.sample()
    let path = try ElasticNet().path(sample.moments())
    #expect(path.coefficients[0].allSatisfy { $0 == 0 } && path.rSquared[0] == 0)
    #expect(path.coefficients[1].contains { $0 != 0 })
    #expect(abs(path.penalties[99] / path.penalties[0] - 1e-3) < 1e-17)
  }

  @Test func withoutAPenaltyItIsLeastSquares() throws {
    let sample = try PenalisedReference.sample()
    let paths = try [1, 0.5, 0].map {
      try ElasticNet(mixing: $0, penalties: .given([0])).path(sample.moments())
    }
    for path in paths {
      #expect(path.degreesOfFreedom == [6])
      for (one, other) in zip(path.coefficients[0], paths[0].coefficients[0]) {
        // Two ways through a condition number of a few thousand.
        #expect(abs(one - other) <= 1e-11 * abs(other))
      }
      // Least squares leaves residuals at right angles to every column.
      let residuals = sample.response.indices.map { row in
        path.coefficients[0].indices.reduce(sample.response[row] - path.intercepts[0]) {
          $0 - path.coefficients[0][$1] * sample.columns[$1][row]
        }
      }
      for (column, scale) in zip(sample.columns, path.scales) {
        let products = zip(residuals, column).reduce(0) { $0 + $1.0 * ($1.1 - column[0]) }
        // 72 products; the residuals themselves rounded from an intercept of 170.
        #expect(abs(products) / scale < 1e-10)
      }
      let centred = sample.response.map { $0 - sample.response.reduce(0, +) / 72 }
      let share =
        1 - residuals.reduce(0) { $0 + $1 * $1 } / centred.reduce(0) { $0 + $1 * $1 }
      #expect(abs(path.rSquared[0] - share) < 1e-13)
    }
  }

  /// Columns at right angles: each coefficient is its own soft threshold.
  @Test func onOrthogonalColumnsEachCoefficientStandsAlone() throws {
    // Rows of a Hadamard matrix: mean 0, standard deviation 1, products 0.
    let columns: [[Double]] = [
      [1, -1, 1, -1, 1, -1, 1, -1], [1, 1, -1, -1, 1, 1, -1, -1], [1, 1, 1, 1, -1, -1, -1, -1],
    ]
    let response = (0..<8).map {
      2 * columns[0][$0] - 0.75 * columns[1][$0] + 0.25 * columns[2][$0]
    }
    let moments = try FoldMoments(columns: columns, response: response)
    for mixing in [1, 0.5, 0.25, 0] {
      let net = ElasticNet(mixing: mixing, penalties: .given([3, 1, 0.5, 0.125]))
      let path = try net.path(moments)
      for (place, penalty) in path.penalties.enumerated() {
        for (coefficient, own) in zip(path.coefficients[place], [2, -0.75, 0.25]) {
          let size = max(0, abs(own) - mixing * penalty) / (1 + (1 - mixing) * penalty)
          #expect(abs(coefficient - (own < 0 ? -size : size)) < 1e-15)
        }
        let free = path.coefficients[place].count { $0 != 0 }
        let degrees = Double(free) / (1 + (1 - mixing) * penalty)
        #expect(abs(path.degreesOfFreedom[place] - degrees) < 1e-15)
      }
    }
  }

  @Test func theElasticNetTendsToTheLassoAndToRidge() throws {
    let moments = try PenalisedReference.sample().moments()
    let penalties = ElasticNet.Penalties.given(PenalisedReference.penalties)
    func coefficients(_ mixing: Double) throws -> [[Double]] {
      let path = try ElasticNet(mixing: mixing, penalties: penalties).path(moments)
      return path.coefficients.map { zip($0, path.scales).map { $0 * $1 } }
    }
    for (near, limit) in [(1 - 1e-12, 1.0), (1e-12, 0)] {
      for (one, other) in zip(try coefficients(near).joined(), try coefficients(limit).joined()) {
        // The change of the penalty, 1e-12, over the smallest eigenvalue, about 1e-3.
        #expect(abs(one - other) < 1e-8)
      }
    }
  }

  @Test func ofEqualColumnsTheLassoKeepsOneAndAConstantOneGetsZero() throws {
    let sample = try PenalisedReference.sample()
    let columns = [sample.columns[0], sample.columns[0], sample.response.map { _ in 0.1 }]
    let moments = try FoldMoments(columns: columns, response: sample.response)
    let alone = try ElasticNet().path(
      FoldMoments(columns: [sample.columns[0]], response: sample.response))
    for mixing in [1, 0.5, 0] {
      let path = try ElasticNet(mixing: mixing).path(moments)
      #expect(path.coefficients.allSatisfy { $0[2] == 0 })
      #expect(path.scales[2] == 0 && path.scales[0] > 0)
      if mixing == 1 {
        for (two, one) in zip(path.coefficients, alone.coefficients) {
          #expect(abs(two[0] + two[1] - one[0]) < 1e-14)
        }
      } else {
        // A square in the penalty shares among equals.
        #expect(path.coefficients.allSatisfy { abs($0[0] - $0[1]) < 1e-12 })
      }
    }
  }

  @Test func moreColumnsThanRowsStillMeetTheConditions() throws {
    var numbers = SplitMix64(seed: 8)
    let columns = (0..<30).map { _ in
      (0..<12).map { _ in Double.random(in: -1...1, using: &numbers) }
    }
    let response = (0..<12).map { _ in Double.random(in: -1...1, using: &numbers) }
    let moments = try FoldMoments(columns: columns, response: response)
    for mixing in [1, 0.5] {
      let path = try ElasticNet(mixing: mixing).path(moments)
      // Descent stops at 1e-11 of the deviation; the lasso's kinks need no descent.
      #expect(path.largestViolation < 1e-11 && path.notes.isEmpty)
      #expect(path.coefficients.allSatisfy { $0.count { $0 != 0 } <= (mixing == 1 ? 11 : 30) })
    }
  }

  @Test func aSampleWithoutColumnsHasItsMean() throws {
    let path = try ElasticNet(penalties: .given([1])).path(
      FoldMoments(columns: [], response: [1, 2, 6]))
    #expect(path.intercepts == [3] && path.coefficients == [[]] && path.rSquared == [0])
  }

  @Test func faultsOfTheDataAreNamed() {
    #expect(
      message { try FoldMoments(columns: [[1, .nan]], response: [1, 2]) }
        == "a number is infinite or undefined; leave out the rows that hold it")
    #expect(
      message { try FoldMoments(columns: [[1]], response: [1]) }
        == "a penalised regression needs two rows at least, and the sample has 1")
    #expect(
      message {
        try ElasticNet().path(FoldMoments(columns: [[1, 2, 3]], response: [0.1, 0.1, 0.1]))
      }
        == "the response does not vary, so that there is nothing to explain; choose another response"
    )
  }

  @Test func mistakesEndTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = ElasticNet(mixing: 1.1) }
    await #expect(processExitsWith: .failure) { _ = ElasticNet(penalties: .given([1, 2])) }
    await #expect(processExitsWith: .failure) { _ = ElasticNet(factors: [-1]) }
    await #expect(processExitsWith: .failure) {
      _ = try FoldMoments(columns: [[1, 2]], response: [1, 2, 3])
    }
  }
}
