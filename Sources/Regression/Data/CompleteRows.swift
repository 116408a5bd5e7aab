/// Which rows have every figure, and why others have not.
struct CompleteRows {
  private var isComplete: [Bool]
  /// The rows first found wanting, by what they want, in the order it was asked for.
  private var wanting: [(what: String, count: Int)] = []

  init(count: Int) { isComplete = [Bool](repeating: true, count: count) }

  /// The rows that lack nothing.
  var rows: [Int] { isComplete.indices.filter { isComplete[$0] } }

  /// One sentence for each thing that rows lack.
  var notes: [String] {
    wanting.filter { $0.count > 0 }.map { what, count in
      "\(Self.rows(count)) left out for want of \(what)."
    }
  }

  /// Leaves out rows without a number.
  mutating func require(_ values: [Double], of what: String) {
    leaveOut(what) { !values[$0].isFinite }
  }

  /// Leaves out rows without a label.
  mutating func require(labels codes: [Int32], of what: String) {
    leaveOut(what) { codes[$0] < 0 }
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

  private mutating func leaveOut(_ what: String, where isMissing: (Int) -> Bool) {
    wanting.append((what, exclude(isMissing)))
  }

  /// A number of rows in words, with its verb.
  static func rows(_ count: Int) -> String { count == 1 ? "1 row is" : "\(count) rows are" }
}
