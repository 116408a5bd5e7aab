import LinearAlgebra
import TestSupport
import Testing

@Suite struct MatrixTests {
  @Test(arguments: [0, 1, 2, 5])
  func columnsComeBackAsTheyWentIn(_ size: Int) {
    var random = SplitMix64(seed: UInt64(size))
    for rows in [0, 1, 3] {
      let columns = (0..<size).map { _ in [Double].random(count: rows, using: &random) }
      let matrix = Matrix(rows: rows, columns: columns)
      #expect(matrix.rows == rows && matrix.columns == size)
      #expect((0..<size).map(matrix.column) == columns)
      for row in 0..<rows {
        for column in 0..<size { #expect(matrix[row, column] == columns[column][row]) }
      }
    }
  }

  @Test func aNewMatrixHoldsZeros() {
    let matrix = Matrix(rows: 2, columns: 3)
    #expect((0..<3).map(matrix.column) == [[0, 0], [0, 0], [0, 0]])
    #expect(matrix.isFinite)
  }

  @Test func aCopyDoesNotFollowTheOriginal() {
    var matrix = Matrix(rows: 2, columns: [[1, 2], [3, 4]])
    let copy = matrix
    matrix[1, 0] = 9
    #expect(matrix.column(0) == [1, 9])
    #expect(copy.column(0) == [1, 2])
    #expect(matrix != copy)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func oneNumberThatIsNotFiniteIsSeen(_ number: Double) {
    var matrix = Matrix(rows: 2, columns: 2)
    matrix[1, 1] = number
    #expect(!matrix.isFinite)
  }

  @Test(arguments: [0, 1, 2, 5, 17])
  func residualsAgreeWithLoops(_ size: Int) {
    var random = SplitMix64(seed: UInt64(size) + 100)
    for rows in [0, 1, 4, 63] {
      let matrix = Matrix.random(rows: rows, columns: size, using: &random)
      let coefficients = [Double].random(count: size, using: &random)
      let vector = [Double].random(count: rows, using: &random)
      let residual = matrix.residual(of: vector, coefficients: coefficients)
      #expect(residual.count == rows)
      for row in 0..<rows {
        let left = (0..<size).reduce(vector[row]) { $0 - matrix[row, $1] * coefficients[$1] }
        #expect(abs(residual[row] - left) < 1e-14)
      }
    }
  }

  @Test func residualsSurviveCancellation() {
    // By hand: 1 + 2⁻⁵² squared is 1 + 2⁻⁵¹ + 2⁻¹⁰⁴, of which a product keeps 1 + 2⁻⁵¹ only.
    let factor = 1 + 0x1p-52
    let square = Matrix(rows: 1, columns: [[factor]])
    #expect(1 + 0x1p-51 - factor * factor == 0)
    #expect(square.residual(of: [1 + 0x1p-51], coefficients: [factor]) == [-0x1p-104])

    // By hand: 1 is lost in a sum that passes through 1e16 unless its lost part is kept.
    let sum = Matrix(rows: 1, columns: [[1e16], [1], [1e16]])
    let coefficients = [1.0, 1, -1]
    let naive = (0..<3).reduce(0) { $0 - sum[0, $1] * coefficients[$1] }
    #expect(naive == 0)
    #expect(sum.residual(of: [0], coefficients: coefficients) == [-1])
  }
}

@Suite struct MatrixTrapTests {
  @Test func negativeSizesTrap() async {
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: -1, columns: 2) }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: -1) }
  }

  @Test func columnsOfUnequalLengthTrap() async {
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: [[1, 2], [3]]) }
  }

  @Test func cellsOutsideTrap() async {
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 2)[2, 0] }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 2)[0, 2] }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 2)[-1, 1] }
    await #expect(processExitsWith: .failure) {
      var matrix = Matrix(rows: 2, columns: 2)
      matrix[1, -1] = 0
    }
  }

  @Test func columnsOutsideTrap() async {
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 2).column(2) }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: 2, columns: 2).column(-1) }
  }

  @Test func vectorsOfAnotherLengthTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 2).residual(of: [1, 2, 3], coefficients: [1, 2])
    }
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 2).residual(of: [1, 2], coefficients: [1])
    }
  }
}
