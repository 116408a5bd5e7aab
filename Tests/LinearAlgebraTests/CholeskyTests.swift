import LinearAlgebra
import TestSupport
import Testing

@Suite struct CholeskyTests {
  /// XᵀX of 20 rows more than columns: a condition number of some tens, so that 1e-12 is four
  /// digits more than rounding.
  private static func definite(_ size: Int, seed: UInt64) -> Matrix {
    var random = SplitMix64(seed: seed)
    return Matrix.random(rows: size + 20, columns: size, using: &random).gram()
  }

  @Test(arguments: [0, 1, 2, 5, 17])
  func theFactorTimesItsTransposeIsTheMatrix(_ size: Int) throws {
    let matrix = Self.definite(size, seed: 1)
    let cholesky = try Cholesky(matrix)
    expectNear(cholesky.lower.timesTransposed(cholesky.lower), matrix, within: 1e-13)
    for column in 0..<size {
      #expect(cholesky.lower[column, column] > 0)
      for row in 0..<column { #expect(cholesky.lower[row, column] == 0) }
    }
  }

  @Test(arguments: [0, 1, 2, 5, 17])
  func whatIsSolvedGivesTheRightSideBack(_ size: Int) throws {
    let matrix = Self.definite(size, seed: 2)
    let cholesky = try Cholesky(matrix)
    var random = SplitMix64(seed: 3)
    let right = Matrix.random(rows: size, columns: 3, using: &random)
    let solved = cholesky.solve(right)
    expectNear(matrix.times(solved), right, within: 1e-12)
    let alone = cholesky.solve(right.column(1))
    expectNear(
      Matrix(rows: size, columns: [alone]), solved[columns: [1]], within: 1e-14)
    expectNear(matrix.times(cholesky.inverse), Matrix(identity: size), within: 1e-12)
    #expect(cholesky.inverse == cholesky.inverse.transposed)
    #expect(cholesky.solve(Matrix(rows: size, columns: 0)).columns == 0)
  }

  @Test func theDeterminantIsThatOfTwoByTwo() throws {
    // By hand: 4 · 5 − 2 · 2 = 16, whose logarithm is 4 log 2.
    let cholesky = try Cholesky(Matrix(rows: 2, columns: [[4, 2], [2, 5]]))
    #expect(cholesky.logDeterminant.isNear(2.772588722239781, within: 1e-15))
    #expect(cholesky.lower.byColumns == [2, 1, 0, 2])
    #expect(try Cholesky(Matrix(rows: 0, columns: 0)).logDeterminant == 0)
  }

  @Test(arguments: [1, 2, 5, 17])
  func anUpdateIsTheFactorOfTheSum(_ size: Int) throws {
    let matrix = Self.definite(size, seed: 4)
    var random = SplitMix64(seed: 5)
    var updated = try Cholesky(matrix)
    var rows = matrix
    for _ in 0..<10 {
      let vector = [Double].random(count: size, using: &random)
      updated.update(vector)
      rows = sum(rows, outer(vector))
    }
    expectNear(updated.lower, try Cholesky(rows).lower, within: 1e-13)
  }

  @Test(arguments: [1, 2, 5, 17])
  func aDowndateTakesAnUpdateBack(_ size: Int) throws {
    let cholesky = try Cholesky(Self.definite(size, seed: 6))
    var random = SplitMix64(seed: 7)
    let vectors = (0..<10).map { _ in [Double].random(count: size, using: &random) }
    var changed = cholesky
    for vector in vectors { changed.update(vector) }
    for vector in vectors { try changed.downdate(vector) }
    expectNear(changed.lower, cholesky.lower, within: 1e-12)
  }

  @Test func aDowndateIsTheFactorOfTheDifference() throws {
    var random = SplitMix64(seed: 8)
    let design = Matrix.random(rows: 30, columns: 4, using: &random)
    var cholesky = try Cholesky(design.gram())
    try cholesky.downdate((0..<4).map { design[29, $0] })
    let shorter = Matrix(rows: 29, columns: (0..<4).map { Array(design.column($0).dropLast()) })
    expectNear(cholesky.lower, try Cholesky(shorter.gram()).lower, within: 1e-13)
  }

  @Test func aDowndateThatLosesDefinitenessThrowsAndChangesNothing() throws {
    let cholesky = try Cholesky(Matrix(rows: 2, columns: [[4, 0], [0, 9]]))
    // All of the second column, to the last digit, and more than all.
    for vector in [[0.0, 3], [0, 4]] {
      var changed = cholesky
      #expect(throws: LinearAlgebraError.notPositiveDefinite(column: 1)) {
        try changed.downdate(vector)
      }
      #expect(changed.lower == cholesky.lower)
    }
  }

  @Test func whatIsNotDefiniteThrows() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(column: 1)) {
      try Cholesky(Matrix(rows: 2, columns: [[1, 2], [2, 1]]))
    }
    #expect(
      message { try Cholesky(Matrix(rows: 1, columns: [[0]])) }
        == "column 1 adds nothing to those before it: the matrix is not positive definite; "
        + "leave it out")
    #expect(throws: LinearAlgebraError.notFinite) {
      try Cholesky(Matrix(rows: 1, columns: [[.nan]]))
    }
  }

  @Test func sizesThatDoNotMatchTrap() async {
    await #expect(processExitsWith: .failure) { _ = try Cholesky(Matrix(rows: 2, columns: 1)) }
    await #expect(processExitsWith: .failure) {
      _ = try Cholesky(Matrix(identity: 2)).solve([1])
    }
    await #expect(processExitsWith: .failure) {
      var cholesky = try Cholesky(Matrix(identity: 2))
      cholesky.update([1])
    }
  }

  private func outer(_ vector: [Double]) -> Matrix {
    let column = Matrix(rows: vector.count, columns: [vector])
    return column.timesTransposed(column)
  }

  private func sum(_ one: Matrix, _ other: Matrix) -> Matrix {
    Matrix(
      rows: one.rows, columns: one.columns,
      byColumns: zip(one.byColumns, other.byColumns).map { $0 + $1 })
  }
}
