import LinearAlgebra
import TestSupport
import Testing

@testable import Regression

@Suite struct WithinTransformationTests {
  /// The ways to one answer.
  enum Way: CaseIterable {
    case asChosen, direct, iterative

    func transformation(
      _ groupings: [Grouping], weights: [Double]? = nil, threads: Int? = nil
    ) -> WithinTransformation {
      switch self {
      case .asChosen:
        WithinTransformation(groupings: groupings, weights: weights, threads: threads)
      case .direct:
        WithinTransformation(
          groupings: groupings, weights: weights, threads: threads, directLimit: .max,
          knowsBalance: false)
      case .iterative:
        WithinTransformation(
          groupings: groupings, weights: weights, threads: threads, directLimit: 0,
          knowsBalance: false)
      }
    }
  }

  private func largestDifference(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  private func demeaned(
    _ columns: [[Double]], by transformation: WithinTransformation
  ) throws -> [[Double]] {
    var matrix = Matrix(rows: columns.first?.count ?? 0, columns: columns)
    let convergence = try transformation.demean(&matrix)
    #expect(convergence.hasConverged)
    return (0..<matrix.columns).map { matrix.column($0) }
  }

  @Test(arguments: Way.allCases, [[7], [3, 9], [12, 5], [4, 6, 8], [3, 4, 5, 6]])
  func whatIsLeftIsWhatARegressionOnIndicatorsLeaves(_ way: Way, _ groups: [Int]) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let panel = RandomPanel(seed: seed, rows: 40, groups: groups, columns: 3)
      for weights in [nil, panel.weights] {
        let transformation = way.transformation(panel.groupings, weights: weights)
        let found = try demeaned(panel.columns, by: transformation)
        for (column, values) in zip(panel.columns, found) {
          let expected = try RandomPanel.residual(
            of: column, groupings: panel.groupings, weights: weights)
          // Numbers of size 10, of which both ways lose a few last digits.
          #expect(largestDifference(values, expected) < 1e-12)
        }
      }
    }
  }

  @Test func balanceMakesNoDifference() throws {
    let (units, times) = (23, 11)
    var random = SplitMix64(seed: 3)
    let groupings = [
      Grouping(name: "unit", labels: (0..<units * times).map { "\($0 / times)" }),
      Grouping(name: "time", labels: (0..<units * times).map { "\($0 % times)" }),
    ]
    let columns = (0..<9).map { _ in
      (0..<units * times).map { _ in Double.random(in: 99...101, using: &random) }
    }
    let found = try Way.allCases.map {
      try demeaned(columns, by: $0.transformation(groupings))
    }
    for other in found.dropFirst() {
      for (first, second) in zip(found[0], other) {
        // Numbers of size 100 carry rounding of 1e-14.
        #expect(largestDifference(first, second) < 1e-13)
      }
    }
  }

  @Test(arguments: Way.allCases)
  func theOrderOfRowsMakesNoDifference(_ way: Way) throws {
    let panel = RandomPanel(seed: 8, rows: 60, groups: [9, 6], columns: 2)
    var random = SplitMix64(seed: 9)
    let order = Array(0..<60).shuffled(using: &random)
    let shuffled = panel.groupings.map { grouping in
      Grouping(name: grouping.name, labels: order.map { grouping.labels[Int(grouping.codes[$0])] })
    }
    let plain = try demeaned(panel.columns, by: way.transformation(panel.groupings))
    let other = try demeaned(
      panel.columns.map { column in order.map { column[$0] } }, by: way.transformation(shuffled))
    for (first, second) in zip(plain, other) {
      // Sums in another order: rounding of numbers of size 10.
      #expect(largestDifference(order.map { first[$0] }, second) < 1e-13)
    }
  }

  @Test(arguments: Way.allCases)
  func theNumberOfThreadsChangesNoByte(_ way: Way) throws {
    // More numbers than one thread takes alone.
    let panel = RandomPanel(seed: 5, rows: 6000, groups: [150, 20], columns: 12)
    let one = try demeaned(panel.columns, by: way.transformation(panel.groupings, threads: 1))
    let two = try demeaned(panel.columns, by: way.transformation(panel.groupings, threads: 2))
    #expect(one == two)
  }

  @Test func theColumnsThatComeInMayBeKept() throws {
    let panel = RandomPanel(seed: 6, rows: 50, groups: [5, 8], columns: 2)
    let columns = Matrix(rows: 50, columns: panel.columns)
    let transformation = WithinTransformation(groupings: panel.groupings)
    let (kept, convergence) = try transformation.demeaned(columns)
    var changed = columns
    #expect(try transformation.demean(&changed) == convergence)
    #expect(kept == changed)
  }

  @Test func aChainOfGroupsThatHardlyOverlapIsSolvedForAllTheSame() throws {
    // Each unit is seen twice, in one time and the next: effects travel along 400 links.
    let length = 400
    let groupings = [
      Grouping(name: "unit", labels: (0..<2 * length).map { "\($0 / 2)" }),
      Grouping(name: "time", labels: (0..<2 * length).map { "\($0 / 2 + $0 % 2)" }),
    ]
    var random = SplitMix64(seed: 1)
    var column = Matrix(
      rows: 2 * length, columns: [(0..<2 * length).map { _ in .random(in: -1...1, using: &random) }]
    )
    // A chain has as many effects as rows: nothing is left.
    let convergence = try WithinTransformation(groupings: groupings).demean(&column)
    #expect(convergence.absorbedColumns == [0])
    #expect(column == Matrix(rows: 2 * length, columns: 1))
  }

  @Test(arguments: [false, true])
  func groupsThatOverlapLittleAreSolvedToTheLastDigits(_ hasYears: Bool) throws {
    // Workers who change their firm in one row of twenty: many steps, the same columns.
    var random = SplitMix64(seed: 2)
    let rows = 2000
    let workers = (0..<rows).map { $0 / 5 }
    let firms = workers.map { worker in
      Int.random(in: 0..<20, using: &random) == 0
        ? Int.random(in: 0..<60, using: &random) : worker * 7 % 60
    }
    var groupings = [("worker", workers), ("firm", firms)].map { name, numbers in
      Grouping(name: name, labels: numbers.map(String.init))
    }
    if hasYears {
      let years = (0..<rows).map { _ in "\(Int.random(in: 0..<9, using: &random))" }
      groupings.append(Grouping(name: "year", labels: years))
    }
    let columns = (0..<3).map { _ in
      (0..<rows).map {
        Double(workers[$0] % 5 + firms[$0] % 3) + .random(in: 0...1, using: &random)
      }
    }
    let direct = try demeaned(columns, by: Way.direct.transformation(groupings))
    let iterative = try demeaned(columns, by: Way.iterative.transformation(groupings))
    for (first, second) in zip(direct, iterative) {
      // Group means are zero to 1e-12; the least eigenvalue of the equations is about a hundredth.
      #expect(largestDifference(first, second) < 1e-10)
    }
  }

  @Test func aColumnThatIsTheEffectsIsZeroAndNamed() throws {
    let panel = RandomPanel(seed: 4, rows: 30, groups: [4, 5], columns: 1)
    let sums = (0..<30).map { row in
      Double(panel.groupings[0].codes[row]) * 3 - Double(panel.groupings[1].codes[row])
    }
    for way in Way.allCases {
      var matrix = Matrix(rows: 30, columns: panel.columns + [sums])
      let convergence = try way.transformation(panel.groupings).demean(&matrix)
      #expect(convergence.absorbedColumns == [1])
      #expect(matrix.column(1) == [Double](repeating: 0, count: 30))
    }
  }

  @Test func noEffectsLeaveColumnsAsTheyAre() throws {
    var matrix = Matrix(rows: 2, columns: [[1, 2]])
    let convergence = try WithinTransformation(groupings: []).demean(&matrix)
    #expect(matrix.column(0) == [1, 2])
    #expect(convergence.iterations == 0 && convergence.absorbedColumns.isEmpty)
  }

  @Test func noRowsAndOneRowAreNoSpecialCases() throws {
    for rows in 0...1 {
      let grouping = Grouping(name: "unit", labels: (0..<rows).map { "\($0)" })
      for groupings in [[grouping], [grouping, grouping], [grouping, grouping, grouping]] {
        for way in Way.allCases {
          var matrix = Matrix(rows: rows, columns: [[Double](repeating: 7, count: rows)])
          let transformation = way.transformation(groupings)
          #expect(try transformation.demean(&matrix).absorbedColumns == [0])
          #expect(matrix == Matrix(rows: rows, columns: 1))
          #expect(transformation.absorbedCount.count == rows)
        }
      }
    }
  }

  @Test(arguments: [Double.nan, .infinity])
  func aNumberThatIsNoneIsRefused(_ number: Double) {
    for groupings in [[], [Grouping(name: "unit", labels: ["a", "a"])]] {
      var matrix = Matrix(rows: 2, columns: [[1, number]])
      #expect(throws: LinearAlgebraError.notFinite) {
        try WithinTransformation(groupings: groupings).demean(&matrix)
      }
    }
  }
}
