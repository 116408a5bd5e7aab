import LinearAlgebra
import TestSupport
import Testing

@Suite struct SymmetricEigenTests {
  @Test(arguments: [0, 1, 2, 5, 17])
  func valuesAndVectorsMakeTheMatrixAgain(_ size: Int) throws {
    var random = SplitMix64(seed: UInt64(size))
    let matrix = Matrix.random(rows: size + 2, columns: size, using: &random).gram()
    let eigen = try SymmetricEigen(matrix)
    let rebuilt = eigen.vectors.scalingColumns(by: eigen.values).timesTransposed(eigen.vectors)
    // Values below 40, vectors of length one.
    expectNear(rebuilt, matrix, within: 1e-13)
    expectNear(eigen.vectors.gram(), Matrix(identity: size), within: 1e-14)
    #expect(eigen.values == eigen.values.sorted(by: >))
  }

  @Test func valuesDescendAndTheGreatestEntryIsPositive() throws {
    // By hand: (2 −1; −1 2) has 3 along (1, −1) and 1 along (1, 1).
    let eigen = try SymmetricEigen(Matrix(rows: 2, columns: [[2, -1], [-1, 2]]))
    #expect(eigen.values[0].isNear(3, within: 1e-15) && eigen.values[1].isNear(1, within: 1e-15))
    let half = 0.5.squareRoot()
    // Both entries are as great: the first is made positive.
    expectNear(
      eigen.vectors, Matrix(rows: 2, columns: [[half, -half], [half, half]]), within: 1e-15)
  }

  @Test func onlyTheLowerTriangleIsRead() throws {
    let one = try SymmetricEigen(Matrix(rows: 2, columns: [[2, -1], [99, 2]]))
    #expect(one.values[0].isNear(3, within: 1e-15))
  }

  @Test func mistakesThrowOrTrap() async {
    #expect(throws: LinearAlgebraError.notFinite) {
      try SymmetricEigen(Matrix(rows: 1, columns: [[.infinity]]))
    }
    await #expect(processExitsWith: .failure) {
      _ = try SymmetricEigen(Matrix(rows: 2, columns: 1))
    }
  }
}

@Suite struct SingularValuesTests {
  @Test(arguments: [0, 1, 2, 7], [0, 1, 3, 20])
  func valuesAndVectorsMakeTheMatrixAgain(_ columns: Int, _ rows: Int) throws {
    var random = SplitMix64(seed: UInt64(columns * 100 + rows))
    let matrix = Matrix.random(rows: rows, columns: columns, using: &random)
    let found = try SingularValues(matrix)
    let rebuilt = found.left.scalingColumns(by: found.values).timesTransposed(found.right)
    // Values below 12, vectors of length one.
    expectNear(rebuilt, matrix, within: 1e-14)
    let count = min(rows, columns)
    expectNear(found.left.gram(), Matrix(identity: count), within: 1e-14)
    expectNear(found.right.gram(), Matrix(identity: count), within: 1e-14)
    #expect(found.values == found.values.sorted(by: >))
    for index in 0..<count {
      let column = found.right.column(index)
      #expect((column.max { abs($0) < abs($1) } ?? 0) > 0)
    }
  }

  @Test func rankAndConditionAreThoseOfTheValues() throws {
    let diagonal = try SingularValues(Matrix(rows: 3, columns: [[8, 0, 0], [0, 0.5, 0]]))
    #expect(diagonal.values == [8, 0.5])
    #expect(diagonal.conditionNumber == 16)
    #expect(diagonal.rank() == 2)
    #expect(diagonal.rank(tolerance: 0.1) == 1)
    let single = try SingularValues(Matrix(rows: 2, columns: [[1, 2], [2, 4]]))
    #expect(single.rank() == 1)
    let nothing = try SingularValues(Matrix(rows: 2, columns: 2))
    #expect(nothing.rank() == 0)
    #expect(nothing.conditionNumber == .infinity)
    #expect(try SingularValues(Matrix(rows: 0, columns: 2)).conditionNumber == 1)
  }

  @Test(arguments: [1, 3, 6])
  func thePseudoInverseMeetsThePenroseConditions(_ columns: Int) throws {
    var random = SplitMix64(seed: UInt64(columns) + 9)
    let free = Matrix.random(rows: 8, columns: columns, using: &random)
    let matrix = free[columns: Array(0..<columns) + [0]]
    let inverse = try SingularValues(matrix).pseudoInverse()
    // Products of numbers below ten from κ below 100.
    expectNear(matrix.times(inverse).times(matrix), matrix, within: 1e-13)
    expectNear(inverse.times(matrix).times(inverse), inverse, within: 1e-13)
    expectNear(matrix.times(inverse), matrix.times(inverse).transposed, within: 1e-13)
    expectNear(inverse.times(matrix), inverse.times(matrix).transposed, within: 1e-13)
  }

  @Test func whatIsNotFiniteThrows() {
    #expect(throws: LinearAlgebraError.notFinite) {
      try SingularValues(Matrix(rows: 1, columns: [[.nan]]))
    }
  }
}
