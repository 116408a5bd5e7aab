/// Rows that a regression with fixed effects learns nothing from.
public enum Singletons {
  /// The rows that are alone in a group of any grouping, once those before them are left out.
  ///
  /// Such a row is fitted exactly by the effect of its group. Left in, it makes clustered errors too
  /// small. Leaving one out may make another: the search goes on until none is left. Source: Correia
  /// (2015), Singletons, cluster-robust standard errors and fixed effects: a bad mix, technical note,
  /// Duke University.
  ///
  /// - Parameter groupings: the fixed effects, all of the same rows.
  /// - Returns: the numbers of the rows, in ascending order.
  /// - Precondition: the groupings have the same rows.
  /// - Complexity: O(rows × groupings).
  public static func rows(of groupings: [Grouping]) -> [Int] {
    guard let rows = groupings.first?.codes.count else { return [] }
    precondition(
      groupings.allSatisfy { $0.codes.count == rows }, "the groupings must have the same rows")
    var sizes = groupings.map(\.sizes)
    // The exclusive or of the rows of a group is the row itself once it is alone.
    var members = groupings.map { [Int](repeating: 0, count: $0.count) }
    for (number, grouping) in groupings.enumerated() {
      for (row, code) in grouping.codes.enumerated() { members[number][Int(code)] ^= row }
    }
    var waiting = groupings.indices.flatMap { number in
      sizes[number].indices.filter { sizes[number][$0] == 1 }.map { members[number][$0] }
    }
    var isFound = [Bool](repeating: false, count: rows)
    while let row = waiting.popLast() {
      guard !isFound[row] else { continue }
      isFound[row] = true
      for (number, grouping) in groupings.enumerated() {
        let group = Int(grouping.codes[row])
        sizes[number][group] -= 1
        members[number][group] ^= row
        if sizes[number][group] == 1 { waiting.append(members[number][group]) }
      }
    }
    return (0..<rows).filter { isFound[$0] }
  }
}
