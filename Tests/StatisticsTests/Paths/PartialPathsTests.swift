import Statistics
import TestSupport
import Testing

@Suite struct PartialPathsTests {
  private static func paths(units: Int) -> RankPaths {
    var random = SplitMix64(seed: 3)
    var law = PathLaw(
      values: (0..<2).map { _ in (0..<units).map { _ in .random(in: 0...10, using: &random) } },
      years: 2, shocks: .normal(factor: [[1, 0], [0.6, 0.8]]),
      commonChanges: [[0.1, 0], [0, -0.2]])
    for year in 0..<2 {
      for indicator in 0..<2 {
        for unit in 0..<units {
          for shock in 0...year { law[factor: year, of: shock, indicator, unit] = 0.7 }
        }
      }
    }
    return RankPaths(
      (0..<2).map { number in
        RankPaths.Indicator(
          weight: [0.4, 0.6][number], isRising: number == 0, range: 1...9, limits: -100...100)
      }, law: law)
  }

  private static let seed = Replicates(seed: 9, threads: 1)

  private static func expect(
    _ found: DrawnPaths, _ whole: DrawnPaths, watched: [Int], places: [RankPaths.Place],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.draws == whole.draws, sourceLocation: sourceLocation)
    for year in whole.years.indices {
      let (found, whole) = ((found, found.years[year]), (whole, whole.years[year]))
      #expect(found.1.ranks == whole.1.ranks, sourceLocation: sourceLocation)
      for unit in watched {
        #expect(found.1.means[unit] == whole.1.means[unit], sourceLocation: sourceLocation)
        #expect(
          found.1.standardDeviations[unit] == whole.1.standardDeviations[unit],
          sourceLocation: sourceLocation)
        #expect(
          found.0.scores(of: unit, in: year) == whole.0.scores(of: unit, in: year),
          sourceLocation: sourceLocation)
      }
      for place in places {
        #expect(
          found.0.levels(at: place, in: year) == whole.0.levels(at: place, in: year),
          sourceLocation: sourceLocation)
      }
    }
  }

  /// 2048 draws are a chunk of few units, so that cuts fall within and between chunks, and two into one.
  @Test(arguments: [1, 2, 3, 7], [1, 2048, 5000, 12_345])
  func partsJoinToTheBytesOfOneProcess(_ count: Int, draws: Int) throws {
    let paths = Self.paths(units: 5)
    let (watched, places) = ([3, 0], [RankPaths.Place(among: 1, 2)])
    let whole = paths.ranks(
      draws: draws, watching: watched, places: places, replicates: Self.seed)
    for seed in 1...3 as ClosedRange<UInt64> {
      let parts = cuts(draws, parts: count, seed: seed).map { range in
        paths.part(
          range, of: draws, watching: watched, places: places,
          replicates: Replicates(seed: 9, threads: Int(seed)))
      }
      Self.expect(
        paths.joined(parts), whole, watched: watched, places: places)
      // Means of all units, as long as nothing has been written down.
      #expect(paths.joined(parts).years == whole.years)
      let read = try parts.map { part in
        var reader = NumberRowReader(part.rows)
        let read = try paths.part(
          part.replicates, of: draws, watching: watched, places: places, reading: &reader)
        try reader.end()
        return read
      }
      Self.expect(paths.joined(read), whole, watched: watched, places: places)
      // Of units that were not watched no mean is made up.
      #expect(paths.joined(read).years[0].means[1].isNaN)
    }
  }

  @Test func cutsAtChunksLoseNothingAndRepeatNothing() {
    let paths = Self.paths(units: 1)
    let parts = [0..<2048, 2048..<2049, 2049..<4096, 4096..<5000].map {
      paths.part($0, of: 5000, replicates: Self.seed)
    }
    // A chunk belongs to the part in which it begins.
    #expect(parts.map(\.draws) == [2048, 2048, 0, 904])
    #expect(
      paths.joined(parts).years == paths.ranks(draws: 5000, replicates: Self.seed).years)
  }

  @Test func rowsThatCannotBeAreRefused() throws {
    let paths = Self.paths(units: 3)
    let rows = paths.part(0..<10, of: 20, watching: [1], replicates: Self.seed).rows
    #expect(rows.map(\.name) == ["ranks", "ranks", "sums", "squares", "scores", "scores"])
    func refusal(_ change: (inout [NumberRow]) -> Void) -> String? {
      var changed = rows
      change(&changed)
      return message {
        var reader = NumberRowReader(changed)
        _ = try paths.part(0..<10, of: 20, watching: [1], reading: &reader)
        try reader.end()
      }
    }
    func altered(_ row: Int, _ change: (inout [Double]) -> Void) -> NumberRow {
      var numbers = rows[row].numbers
      change(&numbers)
      return NumberRow(rows[row].name, numbers)
    }
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0 = [] } == "row 1 is not ranks with 9 numbers")
    #expect(refusal { $0.removeLast() } == "row 6 is not scores with 20 numbers")
    #expect(refusal { $0.append(NumberRow("scores", [])) } == "row 7 is not the end")
    #expect(refusal { $0.swapAt(2, 3) } == "row 3 is not sums with 16 numbers")
    for number in [-1, 0.5, 1e300, .infinity, .nan] {
      #expect(
        refusal { $0[1] = altered(1) { $0[4] = number } } == "row 2 is not ranks with 9 numbers")
    }
    // Each unit has one rank in each draw.
    #expect(refusal { $0[0] = altered(0) { $0[0] += 1 } } == "row 2 is not ranks of 20 draws")
    #expect(
      refusal { $0[4] = altered(4) { $0.removeLast() } } == "row 5 is not scores with 20 numbers")
  }
}
