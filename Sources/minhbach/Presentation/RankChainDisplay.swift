import Indices
import Panels
import Reports
import Tables

extension [RankChange] {
  /// One change in full, or a chain with a column for each step.
  func display(_ names: Names, _ sampled: SampledChange) throws -> Table {
    if count == 1, let only = first { return try only.display(names, sampled) }
    return chainDisplay(names, try notes(sampled))
  }

  /// The places of each part in each step, with their sums.
  private func chainDisplay(_ names: Names, _ sampling: [Phrase]) -> Table {
    guard let first, let last else { return Table(title: nil, columns: [], rows: []) }
    var causes: [Decomposition.Cause] = []
    for part in flatMap(\.whole.parts) where !causes.contains(part.cause) {
      causes.append(part.cause)
    }
    let sums = causes.map { cause in
      compactMap { $0.whole[cause] }.reduce((score: 0.0, places: 0.0)) {
        ($0.score + $1.score, $0.places + $1.places)
      }
    }
    let order = causes.indices.sorted {
      (abs(sums[$1].places), $0) < (abs(sums[$0].places), $1)
    }
    let (words, score) = (names.words, NumberFormat.decimals(2))
    return Table(
      title: words(
        """
        \(names.province(first.province)), \(first.years.before.year) → \(last.years.after.year), \
        year by year: rank \(first.whole.from.rank) → \(last.whole.to.rank) of \
        \(last.whole.to.provinces), score \(first.whole.from.score, score) → \
        \(last.whole.to.score, score)
        """),
      columns: words.columns("places by") + map(\.yearsInShort)
        + words.columns("places", "score"),
      rows: order.map { index in
        [.text(causes[index].chainTitle(names))]
          + map { change in
            change.whole[causes[index]].map { Decomposition.places($0.places, words) } ?? .empty
          } + [
            Decomposition.places(sums[index].places, words),
            Decomposition.score(sums[index].score, words),
          ]
      } + [
        [.text(words("All"))] + map { Decomposition.places(Double($0.whole.places), words) } + [
          Decomposition.places(Double(first.whole.from.rank - last.whole.to.rank), words),
          Decomposition.score(last.whole.to.score - first.whole.from.score, words),
        ],
        [.text(words("Rank"))] + map { .text("\($0.whole.from.rank) → \($0.whole.to.rank)") }
          + [.empty, .empty],
      ],
      notes: uniqueNotes(naming: names.indicator) + sampling)
  }
}

extension RankChange {
  /// The years of a step, as 2015–16.
  fileprivate var yearsInShort: String {
    let after = "\(years.after.year)"
    return "\(years.before.year)–\(after.suffix(2))"
  }
}

extension Decomposition.Cause {
  /// What a part of a chain of years is called for people.
  fileprivate func chainTitle(_ names: Names) -> String {
    self == .rule ? names.words("Rules") : title(names, rule: 0)
  }
}
