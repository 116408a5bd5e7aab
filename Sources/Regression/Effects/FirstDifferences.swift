public import LinearAlgebra
public import Tables

/// Pairs of rows of one unit, one after the other in time, and what columns change between them.
public struct FirstDifferences: Sendable, Equatable {
  /// Which row comes before another.
  public enum Step: String, Sendable, CaseIterable {
    /// The row of the time before: none after a gap (plm's lag with `shift = "time"`).
    case time
    /// The row before, however long ago (plm's model `fd`, and `shift = "row"`).
    case row
  }

  /// Rows that have one before them, by unit in the order of the units, and within it by time.
  public let rows: [Int]
  /// The row before each of them.
  public let previous: [Int]
  /// The number of rows that follow a gap, counted whether or not they are differenced.
  public let gaps: Int
  /// How rows were paired.
  public let step: Step

  /// Pairs rows.
  ///
  /// - Parameters:
  ///   - units: the unit of each row.
  ///   - times: the time of each row, such as its year.
  ///   - step: which row comes before another.
  /// - Precondition: there is a time for each row, and a unit has no time twice.
  public init(units: Grouping, times: [Int], step: Step = .time) {
    precondition(times.count == units.codes.count, "there must be a time for each row")
    let order = times.indices.sorted {
      (units.codes[$0], times[$0]) < (units.codes[$1], times[$1])
    }
    var rows: [Int] = []
    var previous: [Int] = []
    var gaps = 0
    for (earlier, later) in zip(order, order.dropFirst())
    where units.codes[earlier] == units.codes[later] {
      precondition(times[earlier] < times[later], "a unit has a time twice")
      let isNext = times[later] - times[earlier] == 1
      if !isNext { gaps += 1 }
      guard isNext || step == .row else { continue }
      rows.append(later)
      previous.append(earlier)
    }
    self.rows = rows
    self.previous = previous
    self.gaps = gaps
    self.step = step
  }

  /// What columns change from the row before.
  ///
  /// - Parameter columns: a row for each row of the units.
  /// - Returns: a row for each of `rows`.
  /// - Precondition: the matrix has the rows of the units.
  public func differences(of columns: Matrix) -> Matrix {
    Matrix(
      rows: rows.count,
      columns: (0..<columns.columns).map { number in
        let column = columns.column(number)
        return zip(rows, previous).map { column[$0] - column[$1] }
      })
  }

  /// What is worth knowing, as sentences.
  public var notes: [Phrase] {
    switch (gaps, step) {
    case (0, _): []
    case (1, .time): [Phrase("1 row follows a gap in time and has no difference.")]
    case (_, .time): [Phrase("\(gaps) rows follow a gap in time and have no difference.")]
    case (1, .row): [Phrase("1 difference spans a gap in time.")]
    case (_, .row): [Phrase("\(gaps) differences span a gap in time.")]
    }
  }
}
