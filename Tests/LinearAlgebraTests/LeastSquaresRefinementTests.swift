import LinearAlgebra
import TestSupport
import Testing

/// What the refinement, weights, several responses and the quantities beside the coefficients promise.
@Suite struct LeastSquaresRefinementTests {
  @Test(arguments: [1, 3, 13])
  func eachRefinementComesCloserToTheFullOne(_ columns: Int) throws {
    var random = SplitMix64(seed: UInt64(columns) + 20)
    let free = Matrix.random(rows: 200, columns: columns, using: &random)
    // The last column leaves the first by a ten-thousandth, so that κ is some 1e4.
    var nearly = free.column(0)
    for row in nearly.indices { nearly[row] += 1e-4 * Double.random(in: -1...1, using: &random) }
    let solver = try LeastSquares(
      Matrix(rows: 200, columns: (0..<columns).map(free.column) + [nearly]))
    let response = [Double].random(count: 200, using: &random)
    let full = try solver.coefficients(for: response)
    func error(_ refinement: LeastSquares.Refinement) throws -> Double {
      try zip(solver.coefficients(for: response, refinement: refinement), full)
        .map { abs($0 / $1 - 1) }.max() ?? 0
    }
    // κ² · 10⁻¹⁶ is 1e-8, κ³ · 10⁻³² is 1e-20: less than the rounding of the result.
    #expect(try error(.none) < 1e-7)
    #expect(try error(.once) <= 0x1p-52)
  }

  @Test(arguments: 1...20)
  func wholeNumbersNearlyCollinearAreFittedExactly(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 40
    let first = (0..<count).map { _ in Double(Int.random(in: 1...(1 << 28), using: &random)) }
    // Each neighbour is one further at most: 10⁻⁸ of the length lies outside, and κ is some 10⁸.
    let second = first.map { $0 + Double(Int.random(in: 0...1, using: &random)) }
    let third = second.map { 3 * $0 + Double(Int.random(in: 0...1, using: &random)) }
    let columns = [[Double](repeating: 1, count: count), first, second, third]
    let solver = try LeastSquares(Matrix(rows: count, columns: columns))
    try #require(solver.droppedColumns.isEmpty)
    // Every product and sum is a whole number below 2⁵³.
    let truth: [Double] = [-7, 500, -300, 11]
    let response = (0..<count).map { row in
      (0..<4).reduce(0) { $0 + truth[$1] * columns[$1][row] }
    }
    let solution = try solver.solution(for: response)
    #expect(solution.coefficients == truth)
    // What is left of the coefficients' second halves, 10⁻³² of them and less: far below a digit of y.
    #expect(solution.residuals.allSatisfy { abs($0) < 1e-16 })
  }

  @Test func rowsOfAnyNumberAreReducedAsOne() throws {
    // 2 columns are taken 512 rows at a time, eight rows to a vector: below and above both.
    for rows in [2, 7, 9, 511, 512, 513, 1025, 32_769] {
      let ones = [Double](repeating: 1, count: rows)
      let count = (0..<rows).map { Double($0 % 7) }
      let solver = try LeastSquares(Matrix(rows: rows, columns: [ones, count]))
      let response = count.map { 3 - 2 * $0 }
      // Whole numbers below 2⁵³ and an exact solution.
      #expect(try solver.coefficients(for: response) == [3, -2])
      // A sum of 32,769 numbers, each rounded.
      #expect(solver.leverages().reduce(0, +).isNear(2, within: 1e-11))
    }
  }

  @Test(arguments: [1, 2, 5])
  func aWeightOfThreeIsARowThreeTimes(_ columns: Int) throws {
    var random = SplitMix64(seed: 40)
    let design = Matrix.random(rows: 12, columns: columns, using: &random)
    let response = [Double].random(count: 12, using: &random)
    let weights = (0..<12).map { Double($0 % 4) }
    let rows = (0..<12).flatMap { [Int](repeating: $0, count: $0 % 4) }
    let repeated = Matrix(
      rows: rows.count,
      columns: (0..<columns).map { column in rows.map { design[$0, column] } })
    let weighted = try LeastSquares(design, weights: weights)
    let plain = try LeastSquares(repeated)
    // Both are the exact solution, rounded once.
    #expect(
      try weighted.coefficients(for: response) == plain.coefficients(for: rows.map { response[$0] })
    )
    #expect(weighted.inverseGram() == plain.inverseGram())
    // A row's leverage is the sum of its copies': numbers below one from κ below 100.
    let copies = plain.leverages()
    for (row, leverage) in weighted.leverages().enumerated() {
      let sum = rows.indices.filter { rows[$0] == row }.reduce(0) { $0 + copies[$1] }
      #expect(leverage.isNear(sum, within: 1e-13))
    }
  }

  @Test(arguments: [1, 2, 5, 17])
  func theInverseGramInvertsTheGram(_ columns: Int) throws {
    var random = SplitMix64(seed: UInt64(columns) + 60)
    let design = Matrix.random(rows: columns + 30, columns: columns, using: &random)
    let inverse = try LeastSquares(design).inverseGram()
    for row in 0..<columns {
      for column in 0..<columns {
        #expect(inverse[row, column] == inverse[column, row])
        let cell = (0..<columns).reduce(0.0) { sum, index in
          let gram = zip(design.column(row), design.column(index)).reduce(0) { $0 + $1.0 * $1.1 }
          return sum + gram * inverse[index, column]
        }
        // The check itself rounds: 17 products of sums of 47 terms, κ² below 1e3.
        #expect(cell.isNear(row == column ? 1 : 0, within: 1e-12))
      }
    }
    let rough = try LeastSquares(design).inverseGram(refinement: .none)
    for index in 0..<columns {
      #expect((rough[index, index] / inverse[index, index]).isNear(1, within: 1e-13))
    }
  }

  @Test func droppedColumnsLeaveZerosInTheInverseGram() throws {
    let inverse = try LeastSquares(
      Matrix(rows: 3, columns: [[1, 1, 1], [2, 2, 2], [0, 1, 2]])
    ).inverseGram()
    // By hand: the Gram matrix of the first and the last is (3 3; 3 5), its inverse (5 −3; −3 3)/6.
    let expected = [5.0 / 6, 0, -0.5, 0, 0, 0, -0.5, 0, 0.5]
    for row in 0..<3 {
      for column in 0..<3 { #expect(inverse[row, column] == expected[3 * row + column]) }
    }
  }

  @Test func severalResponsesAreSolvedAsEachAlone() throws {
    var random = SplitMix64(seed: 80)
    let solver = try LeastSquares(Matrix.random(rows: 20, columns: 3, using: &random))
    let responses = Matrix.random(rows: 20, columns: 4, using: &random)
    let together = try solver.coefficients(for: responses)
    for column in 0..<4 {
      #expect(together.column(column) == (try solver.coefficients(for: responses.column(column))))
    }
    #expect(try solver.coefficients(for: Matrix(rows: 20, columns: 0)).columns == 0)
  }

  @Test(arguments: [1, 2, 4, 5, 9, 23])
  func theTriangleIsARootOfTheGram(_ columns: Int) throws {
    var random = SplitMix64(seed: UInt64(columns) + 90)
    for rows in [columns, columns + 3, 300] {
      let design = Matrix.random(rows: rows, columns: columns, using: &random)
      let triangle = try LeastSquares(design).triangle
      // Sums of 300 products below one.
      expectNear(triangle.gram(), design.gram(), within: 1e-12)
      for column in 0..<columns {
        for row in column + 1..<max(columns, column + 1) { #expect(triangle[row, column] == 0) }
      }
    }
  }

  @Test func theConditionNumberIsThatOfColumnsOfLengthOne() throws {
    // By hand: unit columns at an angle with cosine c have the singular values √(1 ± c).
    let solver = try LeastSquares(Matrix(rows: 2, columns: [[1000, 0], [3, 4]]))
    #expect(solver.conditionNumber.isNear(2, within: 1e-14))
    #expect(try LeastSquares(Matrix(rows: 3, columns: 0)).conditionNumber == 1)
    #expect(try LeastSquares(Matrix(rows: 3, columns: 2)).conditionNumber == 1)
  }

  @Test func residueOfAColumnTakenOutIsNotAColumn() throws {
    let residue = [3e-14, -1e-14, 2e-14, -4e-14]
    let columns = [[1.0, 2, 3, 5], residue]
    #expect(try LeastSquares(Matrix(rows: 4, columns: columns)).droppedColumns == [])
    #expect(
      try LeastSquares(Matrix(rows: 4, columns: columns), lengthsBefore: [7, 200]).droppedColumns
        == [1])
  }

  @Test func theToleranceDecidesWhatIsCollinear() throws {
    let design = Matrix(rows: 3, columns: [[1, 1, 1], [1, 1, 1 + 1.5e-8]])
    #expect(try LeastSquares(design, tolerance: 1e-7).droppedColumns == [1])
    #expect(try LeastSquares(design, tolerance: 1e-9).droppedColumns == [])
  }

  @Test func weightsThatCannotBeTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = try LeastSquares(Matrix(rows: 2, columns: 1), weights: [1])
    }
    await #expect(processExitsWith: .failure) {
      _ = try LeastSquares(Matrix(rows: 2, columns: 1), weights: [1, -1])
    }
  }

  @Test func aWeightThatIsNotFiniteThrows() {
    #expect(throws: LinearAlgebraError.notFinite) {
      try LeastSquares(Matrix(rows: 2, columns: [[1, 1]]), weights: [1, .infinity])
    }
  }
}

extension Double {
  /// Whether this differs from another number by no more than a tolerance.
  func isNear(_ other: Double, within tolerance: Double) -> Bool { abs(self - other) <= tolerance }
}
