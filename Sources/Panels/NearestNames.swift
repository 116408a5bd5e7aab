/// Names that differ little from a wanted one.
package enum NearestNames {
  /// Up to three names near a wanted one, nearest first.
  ///
  /// - Parameters:
  ///   - wanted: the name looked for.
  ///   - names: the names that there are.
  /// - Returns: the names that differ in no more than a third of their letters.
  package static func names(to wanted: String, among names: [String]) -> [String] {
    positions(of: wanted, among: names.map { [$0] }).map { names[$0] }
  }

  /// Up to three names near a wanted one, nearest first; none that differ in more than a third.
  ///
  /// - Parameters:
  ///   - wanted: the name looked for.
  ///   - names: each entry's spellings; the nearest of them counts.
  /// - Returns: positions of entries.
  static func positions(of wanted: String, among names: [[String]]) -> [Int] {
    // No name of a province or indicator is as long; comparing megabytes would take minutes.
    guard wanted.utf8.count <= 200 else { return [] }
    let letters = Array(wanted)
    let distances = names.map { spellings in
      spellings.map { distance(letters, Array($0)) }.min() ?? .max
    }
    return names.indices
      .filter { distances[$0] <= max(2, letters.count / 3) }
      .sorted { (distances[$0], $0) < (distances[$1], $1) }
      .prefix(3).map { $0 }
  }

  /// The least number of letters put in, left out or exchanged (Levenshtein).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let change = diagonal + (letter == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
