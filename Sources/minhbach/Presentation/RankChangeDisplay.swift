import Indices
import Panels
import Reports
import Tables

extension RankChange {
  /// The parts as people read them, the largest first, beside what the country did.
  func display(_ names: Names, _ sampled: SampledChange) throws -> Table {
    let (from, to) = (years.before.year, years.after.year)
    let sampling = try sampled.notes(from: from, to: to)
    return Table(
      title: names.words("\(names.province(province)), \(from) → \(to): \(whole.headline)"),
      columns: names.words.columns("what changed") + ["\(from)", "\(to)"]
        + names.words.columns("change", "median's", "score", "±", "places")
        + (shared == nil ? [] : names.words.columns("shared: score", "places")),
      rows: whole.partsBySize.map { row($0, names, sampled) }
        + [total(sampled.error(from: from, to: to), names.words)],
      notes: [whole.leadingNote(names)] + sampling + notes(naming: names.indicator))
  }

  private func row(
    _ part: Decomposition.Part, _ names: Names, _ sampled: SampledChange
  ) -> [Cell] {
    let error = sampled.error(of: part, from: years.before.year, to: years.after.year)
    var values: [Cell] = [.empty, .empty, .empty, .empty]
    if let code = part.cause.indicator, let own = part.values {
      values = [
        .text(names.value(own.from, of: code)), .text(names.value(own.to, of: code)),
        .text(names.change(own.to - own.from, of: code)),
        part.medians.map { .text(names.change($0.to - $0.from, of: code)) } ?? .empty,
      ]
    }
    return [.text(part.cause.title(names, rule: years.after.year))] + values + [
      Decomposition.score(part.score, names.words), Decomposition.error(error, names.words),
      Decomposition.places(part.places, names.words),
    ] + sharedCells(shared?[part.cause].map { ($0.score, $0.places) }, names.words)
  }

  private func total(_ error: Double?, _ words: Words) -> [Cell] {
    [.text(words("All")), .empty, .empty, .empty, .empty] + [
      Decomposition.score(whole.score, words), Decomposition.error(error, words),
      Decomposition.places(Double(whole.places), words),
    ] + sharedCells(shared.map { ($0.score, Double($0.places)) }, words)
  }

  private func sharedCells(
    _ sums: (score: Double, places: Double)?, _ words: Words
  ) -> [Cell] {
    guard shared != nil else { return [] }
    return sums.map {
      [Decomposition.score($0.score, words), Decomposition.places($0.places, words)]
    }
      ?? [.empty, .empty]
  }
}
