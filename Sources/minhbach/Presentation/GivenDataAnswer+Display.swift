import Reports
import Sensitivity
import Tables

extension GivenDataAnswer {
  /// Inputs as people read them, by their first-order index; then those that do not vary, then the dummy.
  func display() -> Table {
    let level = String.confidence(options.confidence.level)
    let order = inputs.sorted { (-first[$0].value, $0) < (-first[$1].value, $1) }
    let varying = order.filter { !isConstant($0) }
    let indices = NumberFormat.bearing(first, atLeast: 2)
    let distances = NumberFormat.bearing((pawn.indices + [pawn.dummy]).map(\.median), atLeast: 2)
    var rows: [[Cell]] = varying.map { input in
      [.text(given.data.names[input])] + cells(first[input], indices)
        + cells(of: pawn.indices[input], distances)
        + [.text(isAboveDummy(input) == true ? "yes" : "no")]
    }
    rows += order.filter(isConstant).map { input in
      [.text(given.data.names[input])] + [Cell](repeating: .empty, count: 9)
    }
    rows.append(
      [.text(pawn.dummy.name), .empty, .empty, .empty] + cells(of: pawn.dummy, distances)
        + [.empty])
    return Table(
      title: "\(given.file): what moves \(given.response), "
        + .counted("\(given.data.rows)", "row"),
      columns: [
        "input", "first order", "\(level) from", "to", "PAWN median", "\(level) from", "to", "mean",
        "greatest", "above the dummy",
      ], rows: rows, notes: notes)
  }

  private func cells(_ estimate: EffectEstimate, _ format: NumberFormat) -> [Cell] {
    let figures = [
      estimate.value, estimate.interval?.lowerBound, estimate.interval?.upperBound,
    ]
    return figures.map { figure in figure.map { .text(format.string($0)) } ?? .empty }
  }

  private func cells(of index: PawnIndex, _ format: NumberFormat) -> [Cell] {
    cells(index.median, format) + [
      .text(format.string(index.mean.value)), .text(format.string(index.maximum.value)),
    ]
  }

  /// What the figures mean, and what was left out.
  var notes: [String] {
    let level = String.confidence(options.confidence.level)
    return [
      "First order: the share of the variance of \(given.response) that an input explains by itself, from "
        + "neighbours in its order (Gamboa, Gremaud, Klein & Lagnoux 2022); near zero, it can fall below.",
      "PAWN: in \(slices) slices of an input with as many rows each, the Kolmogorov-Smirnov distance of "
        + "\(given.response) in the slice from all of it (Pianosi & Wagener 2018); its median, mean and greatest. "
        + "Intervals, at \(level), are of rows drawn again \(options.resamples) times, seed \(options.seed).",
      "The dummy is a column of random numbers: distances like its own are noise. An input is above it where its "
        + "median exceeds the dummy's by more than both err, at \(level).",
      "Where inputs move together, an input counts what it stands for; nothing here says what a change would "
        + "bring.",
    ] + leftOut
  }

  private var leftOut: [String] {
    var notes: [String] = []
    if given.gaps > 0 {
      notes.append("\(String.counted("\(given.gaps)", "row")) with a gap left out.")
    }
    let constant = inputs.filter(isConstant).map { given.data.names[$0] }
    if !constant.isEmpty {
      notes.append(
        "The same in all rows, so that what they move cannot be seen: "
          + "\(constant.joined(separator: ", ")).")
    }
    if !given.textColumns.isEmpty {
      let places = given.textColumns.map { "\($0.name) (no number: \($0.place))" }
      notes.append("Not all numbers, and so no inputs: \(places.joined(separator: "; ")).")
    }
    if !given.emptyColumns.isEmpty {
      notes.append("Empty, and so no inputs: \(given.emptyColumns.joined(separator: ", ")).")
    }
    return notes
  }
}
