import LinearAlgebra
import TestSupport
import Testing

@Suite struct ProductTests {
  @Test(arguments: [0, 1, 2, 7], [0, 1, 3, 20])
  func productsAgreeWithLoops(_ columns: Int, _ rows: Int) {
    var random = SplitMix64(seed: UInt64(columns * 100 + rows))
    let one = Matrix.random(rows: rows, columns: columns, using: &random)
    let right = Matrix.random(rows: columns, columns: 4, using: &random)
    let below = Matrix.random(rows: rows, columns: 4, using: &random)
    let beside = Matrix.random(rows: 4, columns: columns, using: &random)
    // Sums of at most 20 products below one.
    expectNear(one.times(right), loops(one, right), within: 1e-14)
    expectNear(one.transposedTimes(below), loops(one.transposed, below), within: 1e-14)
    expectNear(one.timesTransposed(beside), loops(one, beside.transposed), within: 1e-14)
    expectNear(one.gram(), loops(one.transposed, one), within: 1e-14)
    let weights = (0..<rows).map { Double($0 % 3) }
    expectNear(
      one.gram(weights: weights), loops(one.transposed, one.scalingRows(by: weights)),
      within: 1e-14)
    let vector = Matrix(rows: columns, columns: [(0..<columns).map { Double($0) - 1.5 }])
    // Factors up to 6.
    expectNear(
      Matrix(rows: rows, columns: [one.times(vector.column(0))]), loops(one, vector), within: 1e-13)
    let response = below.column(0)
    expectNear(
      Matrix(rows: columns, columns: [one.transposedTimes(response)]),
      loops(one.transposed, below[columns: [0]]), within: 1e-14)
  }

  @Test func aGramMatrixIsSymmetricToTheLastBit() {
    var random = SplitMix64(seed: 5)
    let gram = Matrix.random(rows: 50, columns: 9, using: &random).gram()
    #expect(gram == gram.transposed)
  }

  @Test func theIdentityChangesNothing() {
    var random = SplitMix64(seed: 6)
    let matrix = Matrix.random(rows: 5, columns: 3, using: &random)
    #expect(matrix.times(Matrix(identity: 3)) == matrix)
    #expect(Matrix(identity: 5).times(matrix) == matrix)
    #expect(Matrix(identity: 0) == Matrix(rows: 0, columns: 0))
    #expect(Matrix(identity: 3).diagonal == [1, 1, 1])
  }

  @Test(arguments: [0, 1, 4])
  func transposingTwiceGivesTheMatrixBack(_ rows: Int) {
    var random = SplitMix64(seed: 7)
    for columns in [0, 1, 6] {
      let matrix = Matrix.random(rows: rows, columns: columns, using: &random)
      #expect(matrix.transposed.rows == columns)
      #expect(matrix.transposed.transposed == matrix)
    }
  }

  @Test func columnsArePickedInTheOrderAskedFor() {
    let matrix = Matrix(rows: 2, columns: [[1, 2], [3, 4], [5, 6]])
    #expect(matrix[columns: [2, 0, 2]].byColumns == [5, 6, 1, 2, 5, 6])
    #expect(matrix[columns: []] == Matrix(rows: 2, columns: 0))
    #expect(Matrix(rows: 2, columns: 3, byColumns: matrix.byColumns) == matrix)
  }

  @Test func rowsAndColumnsAreScaledEachByItsOwnNumber() {
    let matrix = Matrix(rows: 2, columns: [[1, 2], [3, 4]])
    #expect(matrix.scalingRows(by: [10, -1]).byColumns == [10, -2, 30, -4])
    #expect(matrix.scalingColumns(by: [10, -1]).byColumns == [10, 20, -3, -4])
  }

  @Test func whatIsLentIsTheStorageByColumns() {
    var matrix = Matrix(rows: 2, columns: [[1, 2], [3, 4]])
    unsafe matrix.withUnsafeMutableBufferPointer { unsafe $0[2] = 9 }
    #expect(matrix[0, 1] == 9)
    #expect(unsafe matrix.withUnsafeBufferPointer { unsafe Array($0) } == [1, 2, 9, 4])
  }

  @Test func sizesThatDoNotMatchTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 3).times(Matrix(rows: 2, columns: 3))
    }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 3).times([1, 2]) }
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 3).transposedTimes([1, 2, 3])
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 1).gram(weights: [1, -1])
    }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 3)[columns: [3]] }
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 3, byColumns: [1, 2])
    }
  }

  private func loops(_ one: Matrix, _ other: Matrix) -> Matrix {
    var result = Matrix(rows: one.rows, columns: other.columns)
    for row in 0..<one.rows {
      for column in 0..<other.columns {
        result[row, column] = (0..<one.columns).reduce(0) {
          $0 + one[row, $1] * other[$1, column]
        }
      }
    }
    return result
  }
}

/// Expects two matrices of the same size whose numbers differ by no more than a tolerance.
func expectNear(
  _ one: Matrix, _ other: Matrix, within tolerance: Double,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(one.rows == other.rows && one.columns == other.columns, sourceLocation: location)
  let greatest = zip(one.byColumns, other.byColumns).map { abs($0 - $1) }.max() ?? 0
  #expect(greatest <= tolerance, sourceLocation: location)
}
