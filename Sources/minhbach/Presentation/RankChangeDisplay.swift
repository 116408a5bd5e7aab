import Indices
import Panels
import Reports
import Tables

extension [RankChange] {
  /// One change in full, or a chain with a column for each step.
  func display(_ names: Names) -> Table {
    if count == 1, let only = first { only.display(names) } else { chainDisplay(names) }
  }

  /// The places of each part in each step, with their sums.
  private func chainDisplay(_ names: Names) -> Table {
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
    let score = NumberFormat.decimals(2)
    return Table(
      title: "\(names.province(first.province)), \(first.years.before.year) → "
        + "\(last.years.after.year), year by year: rank \(first.whole.from.rank) → "
        + "\(last.whole.to.rank) of \(last.whole.to.provinces), score "
        + "\(score.string(first.whole.from.score)) → \(score.string(last.whole.to.score))",
      columns: ["places by"] + map { "\($0.years.before.year)–\($0.years.after.year)" }
        + ["places", "score"],
      rows: order.map { index in
        [.text(causes[index].chainTitle(names))]
          + map { change in
            change.whole[causes[index]].map { Decomposition.places($0.places) } ?? .empty
          } + [Decomposition.places(sums[index].places), Decomposition.score(sums[index].score)]
      } + [
        [.text("All")] + map { Decomposition.places(Double($0.whole.places)) } + [
          Decomposition.places(Double(first.whole.from.rank - last.whole.to.rank)),
          Decomposition.score(last.whole.to.score - first.whole.from.score),
        ],
        [.text("Rank")] + map { .text("\($0.whole.from.rank) → \($0.whole.to.rank)") }
          + [.empty, .empty],
      ],
      notes: uniqueNotes(naming: names.indicator) + [Decomposition.samplingNote])
  }
}

extension RankChange {
  /// The parts as people read them, the largest first, beside what the country did.
  func display(_ names: Names) -> Table {
    let (from, to) = (years.before.year, years.after.year)
    return Table(
      title: "\(names.province(province)), \(from) → \(to): \(whole.headline)",
      columns: ["what changed", "\(from)", "\(to)", "change", "median's", "score", "places"]
        + (shared == nil ? [] : ["shared: score", "places"]),
      rows: whole.partsBySize.map { row($0, names) } + [total],
      notes: [whole.leadingNote(names)] + notes(naming: names.indicator)
        + [Decomposition.samplingNote])
  }

  private func row(_ part: Decomposition.Part, _ names: Names) -> [Cell] {
    var values: [Cell] = [.empty, .empty, .empty, .empty]
    if let code = part.cause.indicator, let own = part.values {
      values = [
        .text(names.value(own.from, of: code)), .text(names.value(own.to, of: code)),
        .text(names.change(own.to - own.from, of: code)),
        part.medians.map { .text(names.change($0.to - $0.from, of: code)) } ?? .empty,
      ]
    }
    return [.text(part.cause.title(names, rule: years.after.year))] + values + [
      Decomposition.score(part.score), Decomposition.places(part.places),
    ] + sharedCells(shared?[part.cause].map { ($0.score, $0.places) })
  }

  private var total: [Cell] {
    [.text("All"), .empty, .empty, .empty, .empty] + [
      Decomposition.score(whole.score), Decomposition.places(Double(whole.places)),
    ] + sharedCells(shared.map { ($0.score, Double($0.places)) })
  }

  private func sharedCells(_ sums: (score: Double, places: Double)?) -> [Cell] {
    guard shared != nil else { return [] }
    return sums.map { [Decomposition.score($0.score), Decomposition.places($0.places)] }
      ?? [.empty, .empty]
  }
}

extension Decomposition.Cause {
  /// What a part of a chain of years is called for people.
  fileprivate func chainTitle(_ names: Names) -> String {
    self == .rule ? "Rules" : title(names, rule: 0)
  }
}
