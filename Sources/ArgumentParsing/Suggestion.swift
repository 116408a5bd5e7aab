/// Returns the candidate nearest to a mistyped word, if one is within three edits.
///
/// No more than half of the longer word's letters may differ: otherwise every short name would be
/// near to everything. Of equally near candidates the first is returned.
func suggestion(for word: String, among candidates: [String]) -> String? {
  var nearest: (candidate: String, distance: Int)?
  for candidate in candidates {
    let letters = max(letterCount(word), letterCount(candidate))
    let distance = editDistance(Array(word), Array(candidate))
    guard distance <= 3, 2 * distance <= letters, distance < nearest?.distance ?? .max else {
      continue
    }
    nearest = (candidate, distance)
  }
  return nearest?.candidate
}

private func letterCount(_ word: String) -> Int {
  word.drop { $0 == "-" }.count
}

/// Returns how many insertions, deletions and substitutions turn one text into the other.
///
/// The rows of Wagner and Fischer's table, of which only the last is kept
/// (doi:10.1145/321796.321811).
func editDistance(_ source: [Character], _ target: [Character]) -> Int {
  var row = Array(0...target.count)
  for (i, character) in source.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in target.enumerated() {
      let substitution = diagonal + (character == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
    }
  }
  return row[target.count]
}
