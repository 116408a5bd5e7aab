import Tables

/// Which rows have every figure, and why others have not.
struct CompleteRows {
  private var isComplete: [Bool]
  /// The rows first found wanting, by the reason, in the order it was asked for.
  private var wanting: [(reason: Phrase, count: Int)] = []

  init(count: Int) { isComplete = [Bool](repeating: true, count: count) }

  /// The rows that lack nothing.
  var rows: [Int] { isComplete.indices.filter { isComplete[$0] } }

  /// One sentence for each thing that rows lack.
  var notes: [Phrase] {
    wanting.filter { $0.count > 0 }.map { reason, count in
      count == 1
        ? Phrase("1 row is left out \(reason).") : Phrase("\(count) rows are left out \(reason).")
    }
  }

  /// Leaves out rows without a number.
  mutating func require(_ values: [Double], of what: Phrase) {
    leaveOut(Phrase("for want of \(what)")) { !values[$0].isFinite }
  }

  /// Leaves out rows without a label.
  mutating func require(labels codes: [Int32], of what: Phrase) {
    leaveOut(Phrase("for want of \(what)")) { codes[$0] < 0 }
  }

  /// Leaves out the rows for which something holds, and tells how many they were.
  mutating func exclude(_ isExcluded: (Int) -> Bool) -> Int {
    var count = 0
    for row in isComplete.indices where isComplete[row] && isExcluded(row) {
      isComplete[row] = false
      count += 1
    }
    return count
  }

  /// Leaves out rows for a reason that goes after "left out".
  mutating func leaveOut(_ reason: Phrase, where isWanting: (Int) -> Bool) {
    wanting.append((reason, exclude(isWanting)))
  }
}
