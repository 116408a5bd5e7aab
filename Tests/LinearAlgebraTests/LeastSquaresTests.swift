import LinearAlgebra
import TestSupport
import Testing

@Suite struct LeastSquaresTests {
  @Test(arguments: [0, 1, 2, 5, 17, 40])
  func residualsAreOrthogonalToEveryColumn(_ columns: Int) throws {
    var random = SplitMix64(seed: UInt64(columns))
    for surplus in [0, 1, 7, 63] {
      let design = Matrix.random(rows: columns + surplus, columns: columns, using: &random)
      let response = [Double].random(count: design.rows, using: &random)
      let coefficients = try LeastSquares(design).coefficients(for: response)
      let residual = design.residual(of: response, coefficients: coefficients)
      #expect(coefficients.count == columns)
      for column in 0..<columns {
        let product = zip(design.column(column), residual).reduce(0) { $0 + $1.0 * $1.1 }
        // Numbers within ±1: the product of 103 of them is off by no more than 1e-12 after
        // refinement, also where a square design is badly conditioned.
        #expect(abs(product) < 1e-12)
      }
    }
  }

  @Test(arguments: [1, 2, 5, 17])
  func permutedColumnsGivePermutedCoefficients(_ columns: Int) throws {
    var random = SplitMix64(seed: 7)
    let design = Matrix.random(rows: columns + 20, columns: columns, using: &random)
    let response = [Double].random(count: design.rows, using: &random)
    let order = Array(0..<columns).shuffled(using: &random)
    let permuted = Matrix(rows: design.rows, columns: order.map(design.column))
    let straight = try LeastSquares(design).coefficients(for: response)
    let crossed = try LeastSquares(permuted).coefficients(for: response)
    for (position, column) in order.enumerated() {
      #expect(abs(crossed[position] - straight[column]) < 1e-13)
    }
  }

  @Test(arguments: [1, 2, 5, 17])
  func aColumnInAnotherUnitHasItsCoefficientInTheInverseUnit(_ columns: Int) throws {
    var random = SplitMix64(seed: 11)
    let design = Matrix.random(rows: columns + 9, columns: columns, using: &random)
    let response = [Double].random(count: design.rows, using: &random)
    // Powers of two change no digit, so that scaling must give the same bits.
    let units = (0..<columns).map { $0.isMultiple(of: 2) ? 0x1p40 : 0x1p-30 }
    let other = Matrix(
      rows: design.rows,
      columns: units.indices.map { column in design.column(column).map { $0 * units[column] } })
    let straight = try LeastSquares(design).coefficients(for: response)
    let scaled = try LeastSquares(other).coefficients(for: response)
    for column in 0..<columns { #expect(scaled[column] * units[column] == straight[column]) }
  }

  @Test func aSystemWithAnExactSolutionIsSolved() throws {
    let design = Matrix(rows: 4, columns: [[1, 1, 1, 1], [0, 1, 2, 3]])
    let solver = try LeastSquares(design)
    let coefficients = try solver.coefficients(for: [1, 3, 5, 7])
    #expect(abs(coefficients[0] - 1) < 1e-15 && abs(coefficients[1] - 2) < 1e-15)
    // By hand: XᵀX = (4 6; 6 14), whose inverse has the diagonal 14/20 and 4/20.
    let diagonal = try solver.inverseGramDiagonal().map { try #require($0) }
    #expect(abs(diagonal[0] - 0.7) < 1e-15 && abs(diagonal[1] - 0.2) < 1e-15)
  }

  @Test func withoutColumnsNothingIsFitted() throws {
    for rows in [0, 1, 5] {
      let solver = try LeastSquares(Matrix(rows: rows, columns: 0))
      #expect(solver.rank == 0)
      #expect(solver.droppedColumns.isEmpty)
      #expect(try solver.coefficients(for: [Double](repeating: 2, count: rows)) == [])
      #expect(solver.inverseGramDiagonal().isEmpty)
    }
  }

  @Test func oneNumberIsSolvedByDivision() throws {
    let solver = try LeastSquares(Matrix(rows: 1, columns: [[-4]]))
    #expect(try solver.coefficients(for: [2]) == [-0.5])
    #expect(solver.inverseGramDiagonal() == [0.0625])
  }

  @Test func theSameDesignGivesTheSameBitsOnEveryThread() async throws {
    var random = SplitMix64(seed: 3)
    let design = Matrix.random(rows: 63, columns: 13, using: &random)
    let response = [Double].random(count: 63, using: &random)
    let serial = try LeastSquares(design).coefficients(for: response)
    let concurrent = try await withThrowingTaskGroup(of: [Double].self) { group in
      for _ in 0..<32 {
        group.addTask { try LeastSquares(design).coefficients(for: response) }
      }
      return try await group.reduce(into: [[Double]]()) { $0.append($1) }
    }
    #expect(concurrent.count == 32)
    #expect(concurrent.allSatisfy { $0 == serial })
  }
}

@Suite struct CollinearityTests {
  @Test(arguments: [2, 5, 17])
  func aColumnThatCombinesOthersIsDroppedAndNamed(_ columns: Int) throws {
    var random = SplitMix64(seed: UInt64(columns))
    let free = Matrix.random(rows: 63, columns: columns, using: &random)
    let response = [Double].random(count: 63, using: &random)
    let sum = zip(free.column(0), free.column(1)).map { $0 - 2 * $1 }
    let solver = try LeastSquares(
      Matrix(rows: 63, columns: (0..<columns).map(free.column) + [sum]))
    #expect(solver.rank == columns)
    try #require(solver.droppedColumns.count == 1)
    let dropped = solver.droppedColumns[0]
    // The last of the three that depend on each other, whatever their lengths.
    #expect(dropped == columns)
    let coefficients = try solver.coefficients(for: response)
    #expect(coefficients[dropped] == 0)
    let diagonal = solver.inverseGramDiagonal()
    #expect(diagonal.indices.filter { diagonal[$0] == nil } == [dropped])
    // What is fitted depends on the span alone, not on which of its columns were kept.
    let left = solver.design.residual(of: response, coefficients: coefficients)
    let expected = free.residual(
      of: response, coefficients: try LeastSquares(free).coefficients(for: response))
    for (one, other) in zip(left, expected) { #expect(abs(one - other) < 1e-13) }
  }

  @Test func aConstantBesideTheInterceptIsDropped() throws {
    let ones = [Double](repeating: 1, count: 4)
    let solver = try LeastSquares(
      Matrix(rows: 4, columns: [ones, [0, 1, 2, 3], ones.map { $0 * 0.3 }]))
    #expect(solver.rank == 2)
    #expect(solver.droppedColumns == [2])
  }

  @Test func columnsOfZerosAreDropped() throws {
    let zeros = [Double](repeating: 0, count: 4)
    let solver = try LeastSquares(
      Matrix(rows: 4, columns: [zeros, [1, 1, 1, 1], zeros, [0, 1, 2, 3]]))
    #expect(solver.rank == 2)
    #expect(solver.droppedColumns == [0, 2])
    let coefficients = try solver.coefficients(for: [1, 3, 5, 7])
    #expect(coefficients[0] == 0 && coefficients[2] == 0)
    #expect(abs(coefficients[1] - 1) < 1e-15 && abs(coefficients[3] - 2) < 1e-15)
    #expect(solver.inverseGramDiagonal().map { $0 == nil } == [true, false, true, false])
  }

  @Test func nothingButZerosHasRankZero() throws {
    let solver = try LeastSquares(Matrix(rows: 3, columns: 2))
    #expect(solver.rank == 0)
    #expect(solver.droppedColumns == [0, 1])
    #expect(try solver.coefficients(for: [1, 2, 3]) == [0, 0])
    #expect(solver.inverseGramDiagonal() == [nil, nil])
  }

  @Test func aColumnNearlyCollinearButBeyondRoundingIsKept() throws {
    // 1e-8 of the length lies outside the other column's span: a hundred times the tolerance.
    let solver = try LeastSquares(Matrix(rows: 3, columns: [[1, 1, 1], [1, 1, 1 + 1.5e-8]]))
    #expect(solver.rank == 2)
    #expect(solver.droppedColumns.isEmpty)
  }

  @Test func tinyAndHugeColumnsAreKept() throws {
    let solver = try LeastSquares(Matrix(rows: 2, columns: [[1e-200, 0], [1e200, 1e200]]))
    #expect(solver.rank == 2)
    let coefficients = try solver.coefficients(for: [3, 1])
    #expect(correctDigits(of: coefficients[0], certified: 2e200) > 14)
    #expect(correctDigits(of: coefficients[1], certified: 1e-200) > 14)
  }
}

@Suite struct LeastSquaresMistakeTests {
  @Test func fewerRowsThanColumnsThrow() {
    #expect(throws: LinearAlgebraError.underdetermined(rows: 2, columns: 3)) {
      try LeastSquares(Matrix(rows: 2, columns: 3))
    }
    #expect(
      message { try LeastSquares(Matrix(rows: 0, columns: 1)) }
        == "0 rows cannot determine 1 coefficients; add rows or drop regressors")
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNotFiniteThrows(_ number: Double) throws {
    #expect(throws: LinearAlgebraError.notFinite) {
      try LeastSquares(Matrix(rows: 2, columns: [[1, 1], [2, number]]))
    }
    let solver = try LeastSquares(Matrix(rows: 2, columns: [[1, 1]]))
    #expect(throws: LinearAlgebraError.notFinite) { try solver.coefficients(for: [number, 1]) }
    #expect(
      message { try solver.coefficients(for: [1, number]) }
        == "a number is infinite or undefined; leave out the rows that hold it")
  }

  @Test func aResponseOfAnotherLengthTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = try LeastSquares(Matrix(rows: 2, columns: [[1, 1]])).coefficients(for: [1, 2, 3])
    }
  }
}

extension Matrix {
  /// Numbers from −1 to 1.
  static func random(rows: Int, columns: Int, using random: inout SplitMix64) -> Matrix {
    var drawn: [[Double]] = []
    for _ in 0..<columns { drawn.append(.random(count: rows, using: &random)) }
    return Matrix(rows: rows, columns: drawn)
  }
}

extension [Double] {
  /// Numbers from −1 to 1.
  static func random(count: Int, using random: inout SplitMix64) -> [Double] {
    (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
  }
}
