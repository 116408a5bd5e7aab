import Glibc
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct RankStatisticIndicesTests {
  private func data(_ columns: [[Double]], _ outputs: [Double]) -> GivenData {
    GivenData(
      names: columns.indices.map { "x\($0 + 1)" },
      points: Points(columns: columns, count: outputs.count), outputs: outputs)
  }

  @Test func tiesAreAveragedOverAllTheirOrders() {
    // Two values of the input, three rows each: all 36 orders of the rows that tie, written out.
    let outputs = [1.0, 4, -2, 7, 0.5, 3]
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for ends in [RankStatisticIndices.Ends.open, .joined] {
      let tied = RankStatisticIndices(ends: ends)
        .estimates(of: data([[5, 5, 5, 9, 9, 9]], outputs))[0].value
      var sum = 0.0
      for one in orders {
        for two in orders {
          let ordered = one.map { outputs[$0] } + two.map { outputs[$0 + 3] }
          sum +=
            RankStatisticIndices(ends: ends)
            .estimates(of: data([[1, 2, 3, 4, 5, 6]], ordered))[0].value
        }
      }
      #expect(abs(tied - sum / 36) < 1e-14)
    }
  }

  @Test func anInputThatExplainsNothingHasZeroOnAverage() {
    // Over all 120 orders of five outputs the open index has the mean 0, and the joined one −1/(n − 1).
    let outputs = [3.0, -1, 4, 1, 5]
    var sums = [0.0, 0.0]
    func visit(_ chosen: [Double], _ left: [Double]) {
      guard !left.isEmpty else {
        for (place, ends) in [RankStatisticIndices.Ends.open, .joined].enumerated() {
          sums[place] +=
            RankStatisticIndices(ends: ends)
            .estimates(of: data([[1, 2, 3, 4, 5]], chosen))[0].value
        }
        return
      }
      for place in left.indices {
        var rest = left
        let next = rest.remove(at: place)
        visit(chosen + [next], rest)
      }
    }
    visit([], outputs)
    #expect(abs(sums[0] / 120) < 1e-14 && abs(sums[1] / 120 + 0.25) < 1e-14)
  }

  @Test func largeSamplesFindIshigamisFirstOrderIndices() {
    let inputs = DependentInputs(
      independent: (1...3).map { Input("x\($0)", .uniform(-Double.pi...Double.pi)) })
    let points = inputs.sample(20_000, replicates: Replicates(seed: 1))
    let outputs = FunctionModel { x in
      sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
    }.outputs(at: points)
    let found = RankStatisticIndices().estimates(of: data(points.columns, outputs))
    let shifted = RankStatisticIndices()
      .estimates(of: data(points.columns, outputs.map { $0 + 1e9 }))
    // Closed forms of Ishigami & Homma (1990).
    for (index, exact) in zip(found, [0.31390519114781145, 0.44241114479004081, 0]) {
      #expect(abs(index.value - exact) < 4 * (index.standardError ?? 0))
      #expect((index.standardError ?? 1) < 0.01)
    }
    // Numbers near 10⁹ are 1.2e-7 apart.
    for (one, two) in zip(found, shifted) { #expect(abs(one.value - two.value) < 1e-6) }
  }

  private func line(_ index: Double, rows: Int, table: Int) -> (x: [Double], y: [Double]) {
    let numbers = Replicates(seed: 77, threads: 1).normals(table..<table + 1, count: 2 * rows)
    let x = Array(numbers[..<rows])
    let y = zip(x, numbers[rows...]).map {
      index.squareRoot() * $0 + (1 - index).squareRoot() * $1
    }
    return (x, y)
  }

  /// In 500 tables of 200 rows, as many 95 % intervals hold the true index as they should.
  ///
  /// Over many tables it is 0.93 to 0.95, and the share in 500 of them has an error of 0.011, taken four
  /// times.
  @Test(arguments: [0, 0.5, 0.9])
  func intervalsHoldTheTrueIndexAsOftenAsTheySay(index: Double) throws {
    let held = try (0..<500).count { table in
      let (x, y) = line(index, rows: 200, table: table)
      let found = RankStatisticIndices().estimates(of: data([x], y))[0]
      return try #require(found.interval).contains(index)
    }
    #expect(abs(Double(held) / 500 - 0.94) < 0.054)
  }

  /// An input of five values and whole outputs: the index is Var E(y | x) / Var y, of the law of the values.
  ///
  /// With y = c v + an error of 0 or 1 as likely, v from 0 to 4, it is 2 c² / (2 c² + ¼). Tolerance as above.
  @Test(arguments: [0.0, 0.25, 1])
  func intervalsOfAnInputWithFewValuesHoldItToo(slope: Double) throws {
    let index = 2 * slope * slope / (2 * slope * slope + 0.25)
    let held = try (0..<500).count { table in
      var random = SplitMix64(seed: UInt64(table))
      let x = (0..<200).map { _ in Double(Int.random(in: 0...4, using: &random)) }
      let y = x.map { slope * $0 + Double(Int.random(in: 0...1, using: &random)) }
      let found = RankStatisticIndices().estimates(of: data([x], y))[0]
      return try #require(found.interval).contains(index)
    }
    #expect(abs(Double(held) / 500 - 0.94) < 0.054)
  }

  /// Why no bootstrap of rows is offered: Lin & Han (2024) prove that it fails.
  ///
  /// Here its 95 % intervals of 20 tables hold the index less than half the time.
  @Test func aBootstrapOfRowsWouldNotHoldIt() {
    var random = SplitMix64(seed: 1)
    let held = (0..<20).count { table in
      let (x, y) = line(0.5, rows: 200, table: table)
      let drawn = (0..<40).map { _ in
        let rows = (0..<200).map { _ in Int.random(in: 0..<200, using: &random) }
        // Copies of a row stand side by side.
        let order = rows.sorted { (x[$0], $0) < (x[$1], $1) }
        return RankStatisticIndices()
          .estimates(of: data([order.indices.map(Double.init)], order.map { y[$0] }))[0].value
      }
      guard let low = drawn.quantile(0.025), let high = drawn.quantile(0.975) else { return false }
      return low <= 0.5 && 0.5 <= high
    }
    #expect(held < 10)
  }

  @Test func whatCannotBeSeenIsZeroWithoutAnError() {
    let indices = RankStatisticIndices()
    let constant = indices.estimates(of: data([[2, 2, 2], [1, 2, 3]], [1, 5, 2]))
    #expect(constant[0].value == 0 && constant[0].standardError == nil)
    #expect(indices.estimates(of: data([[1, 2, 3]], [4, 4, 4]))[0].value == 0)
    for rows in 0...1 {
      let column = Array([1.0].prefix(rows))
      let found = indices.estimates(of: data([column], column))[0]
      #expect(found.value == 0 && found.standardError == nil && found.interval == nil)
    }
    // Nine rows are too few for an error, ten are enough.
    for rows in 9...10 {
      let column = (0..<rows).map(Double.init)
      let found = indices.estimates(of: data([column], column.map { $0 * $0 }))[0]
      #expect(found.value > 0.8 && (found.standardError == nil) == (rows == 9))
    }
  }

  @Test func theOrderOfRowsChangesNoIndex() {
    let x = [3.0, 1, 2, 2, 5, 4, 4, 4, 0, 7, 9, 8]
    let y = [1.0, 4, 2, 8, 5, 7, 1, 3, 2, 9, 6, 4]
    let found = RankStatisticIndices().estimates(of: data([x], y))[0].value
    let turned = RankStatisticIndices()
      .estimates(of: data([x.reversed()], y.reversed()))[0].value
    #expect(abs(found - turned) < 1e-15)
  }
}
