import Indices
import Reports
import Tables

/// The answer of `index`: for programs, and as people read it.
struct IndexAnswer {
  let index: CompositeIndex
  let scores: [CompositeScores]
  /// The heading of the times, if there are any.
  let time: String?
  let scaling: CompositeIndex.Scaling
  let words: Words

  /// The aggregates that were given a name, the index among them.
  private var aggregates: [String] {
    let codes = index.structure.aggregates.map(\.code)
    return index.structure.namesIndex ? codes : codes.dropLast()
  }

  /// Checks that no element has the name of a column of the answer.
  ///
  /// - Throws: `CompositeError.badStructure` naming it.
  func checkNames() throws(CompositeError) {
    let taken = Set(["unit", "score", "rank"] + [time].compactMap(\.self))
    if let code = aggregates.first(where: taken.contains) {
      throw .badStructure(
        nil, "the answer has a column \(Quotation.of(code)); give the aggregate another code")
    }
  }

  /// Unit, time, score, rank and all aggregates; the best first, within each time.
  func table() -> Table {
    let names = aggregates
    return Table(
      title: "index", columns: ["unit"] + timeHeading + ["score", "rank"] + names,
      rows: scores.flatMap { scores in
        Self.order(scores).map { unit in
          [.text(scores.units[unit])] + timeCell(scores)
            + [.number(scores.scores[unit]), .number(scores.ranks[unit])]
            + names.map { Cell(scores.aggregates[unit, $0]) }
        }
      }, notes: notes)
  }

  /// The figures of a step, in the order they came in.
  func table(of stage: CompositeIndex.Stage) -> Table {
    let codes = scores.first?.stages[stage]?.codes ?? []
    return Table(
      title: "index, \(stage.rawValue)", columns: ["unit"] + timeHeading + codes,
      rows: scores.flatMap { scores in
        scores.units.indices.map { unit in
          [.text(scores.units[unit])] + timeCell(scores)
            + codes.map { Cell(scores.stages[stage]?[unit, $0]) }
        }
      }, notes: notes)
  }

  /// Ranks and scores of one time with what the index is directly made of, or ranks time by time.
  func display() -> Table {
    time != nil && scores.count > 1 ? displayOfTimes() : displayOfOne()
  }

  private func displayOfOne() -> Table {
    let format = words.decimals(2)
    let parts = index.structure.aggregates.filter { $0.parent == index.structure.index.code }
      .map(\.code)
    let units = scores.reduce(0) { $0 + $1.units.count }
    return Table(
      title: words(
        "\(title): \(units) units, \(index.structure.indicators.count) indicators"),
      columns: words.columns("rank", "unit", "score") + parts,
      rows: scores.flatMap { scores in
        Self.order(scores).map { unit in
          [
            .number(scores.ranks[unit]), .text(scores.units[unit]),
            .text(format.string(scores.scores[unit])),
          ] + parts.map { Cell.text(format.string(scores.aggregates[unit, $0] ?? .nan)) }
        }
      }, notes: [methodNote] + notes)
  }

  private func displayOfTimes() -> Table {
    var ranks: [String: [Int: Double]] = [:]
    var units: [String] = []
    for (number, scores) in scores.enumerated().reversed() {
      for unit in Self.order(scores) {
        let name = scores.units[unit]
        if ranks[name] == nil { units.append(name) }
        ranks[name, default: [:]][number] = scores.ranks[unit]
      }
    }
    return Table(
      title: words(
        "\(title): ranks, \(units.count) units, \(index.structure.indicators.count) indicators"),
      columns: words.columns("unit") + scores.map { $0.time ?? "" },
      rows: units.map { name in
        [.text(name)] + scores.indices.map { Cell(ranks[name]?[$0]) }
      }, notes: [methodNote, Phrase("Scores: --format csv.")] + notes)
  }

  private var title: Phrase {
    index.structure.namesIndex ? Phrase(verbatim: index.structure.index.code) : Phrase("index")
  }

  private var timeHeading: [String] { time.map { [$0] } ?? [] }

  private func timeCell(_ scores: CompositeScores) -> [Cell] {
    scores.time.map { time in [Double(decimal: time).map(Cell.number) ?? .text(time)] } ?? []
  }

  /// The units by rank, tied ones in the order they came in.
  private static func order(_ scores: CompositeScores) -> [Int] {
    scores.units.indices.sorted { (scores.ranks[$0], $0) < (scores.ranks[$1], $1) }
  }

  /// What is worth knowing of the figures, each time's with the time.
  private var notes: [Phrase] {
    guard scores.count > 1, scaling == .each else { return scores.flatMap(\.notes) }
    return scores.flatMap { scores in
      scores.notes.map { note in scores.time.map { Phrase("\($0): \(note)") } ?? note }
    }
  }
}
