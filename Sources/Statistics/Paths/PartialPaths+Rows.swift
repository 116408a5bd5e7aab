import CKernels

extension PartialPaths {
  /// Everything in it as rows of numbers.
  ///
  /// Counts of ranks for each year: rank, unit. Then for each chunk of draws the sums, and the squares, of watched
  /// units: year, unit, lane. Then for each watched unit and year its scores, and for each place and year its levels,
  /// draw by draw. Sums of other units are left out: joined again, their means are not-a-number.
  public var rows: [NumberRow] {
    let years = self.years
    func row<Number>(_ numbers: [Number], _ place: Int, of count: Int) -> ArraySlice<Number> {
      numbers[place * numbers.count / count..<(place + 1) * numbers.count / count]
    }
    func watchedOnly(_ numbers: [Double]) -> [Double] {
      (0..<years).flatMap { year in
        let all = row(numbers, year, of: years)
        return watched.flatMap { unit in
          all[all.startIndex + unit * MINHBACH_LANES..<all.startIndex + (unit + 1) * MINHBACH_LANES]
        }
      }
    }
    var rows = (0..<years).map { NumberRow("ranks", row(counts, $0, of: years).map(Double.init)) }
    for chunk in sums.indices {
      rows.append(NumberRow("sums", watchedOnly(sums[chunk])))
      rows.append(NumberRow("squares", watchedOnly(squares[chunk])))
    }
    for place in 0..<watched.count * years {
      rows.append(NumberRow("scores", Array(row(scores, place, of: watched.count * years))))
    }
    for place in 0..<places.count * years {
      rows.append(NumberRow("levels", Array(row(levels, place, of: places.count * years))))
    }
    return rows
  }
}

extension RankPaths {
  /// Reads a part back that was written down as rows.
  ///
  /// - Parameters:
  ///   - range: the numbers of its replicates.
  ///   - draws: how many there are in all.
  ///   - watched: units whose scores are in it.
  ///   - places: places among others whose scores are in it.
  ///   - reader: its rows.
  /// - Returns: the part, the means of units not watched excepted.
  /// - Throws: `PartialResultError` where a row is not what was written.
  public func part(
    _ range: Range<Int>, of draws: Int, watching watched: [Int], places: [Place] = [],
    reading reader: inout NumberRowReader
  ) throws(PartialResultError) -> PartialPaths {
    let (units, years) = (law.units, law.years)
    let drawn = chunked(range, of: draws)
    let counts = try takeCounts(of: drawn.count, &reader)
    var (sums, squares): ([[Double]], [[Double]]) = ([], [])
    for _ in stride(from: 0, to: drawn.count, by: RankTally.chunk(units: units)) {
      sums.append(try takeSums("sums", of: watched, &reader))
      squares.append(try takeSums("squares", of: watched, &reader))
    }
    var (scores, levels): ([Double], [Double]) = ([], [])
    for _ in 0..<watched.count * years {
      scores += try reader.take("scores", count: drawn.count)
    }
    for _ in 0..<places.count * years {
      levels += try reader.take("levels", count: drawn.count)
    }
    return PartialPaths(
      replicates: range, draws: drawn.count, units: units, years: years, watched: watched,
      places: places, counts: counts, sums: sums, squares: squares, scores: scores, levels: levels)
  }

  /// How often each unit had each rank: in every draw one.
  private func takeCounts(
    of draws: Int, _ reader: inout NumberRowReader
  ) throws(PartialResultError) -> [Int] {
    let (units, years) = (law.units, law.years)
    var counts: [Int] = []
    for _ in 0..<years { counts += try reader.takeCounts("ranks", count: units * units) }
    for year in 0..<years {
      for unit in 0..<units {
        let total = (0..<units).reduce(0) { $0 &+ counts[(year * units + $1) * units + unit] }
        guard total == draws else { throw reader.fault("ranks of \(draws) draws") }
      }
    }
    return counts
  }

  /// The sums of a chunk, not-a-number where a unit was not watched.
  private func takeSums(
    _ name: String, of watched: [Int], _ reader: inout NumberRowReader
  ) throws(PartialResultError) -> [Double] {
    let (units, years, lanes) = (law.units, law.years, MINHBACH_LANES)
    let numbers = try reader.take(name, count: years * watched.count * lanes)
    var all = [Double](repeating: .nan, count: years * units * lanes)
    for year in 0..<years {
      for (place, unit) in watched.enumerated() {
        for lane in 0..<lanes {
          all[(year * units + unit) * lanes + lane] =
            numbers[(year * watched.count + place) * lanes + lane]
        }
      }
    }
    return all
  }
}
