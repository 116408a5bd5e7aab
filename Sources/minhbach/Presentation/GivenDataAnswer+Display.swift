import Reports
import Sensitivity
import Tables

extension GivenDataAnswer {
  /// Inputs as people read them, by their first-order index; then those that do not vary, then the dummy.
  func display() -> Table {
    let mark = words.catalogue.mark
    let order = inputs.sorted { (-first[$0].value, $0) < (-first[$1].value, $1) }
    let varying = order.filter { !isConstant($0) }
    let indices = NumberFormat.bearing(first, atLeast: 2).marked(mark)
    let distances = NumberFormat.bearing((pawn.indices + [pawn.dummy]).map(\.median), atLeast: 2)
      .marked(mark)
    var rows: [[Cell]] = varying.map { input in
      [.text(given.data.names[input])] + cells(first[input], indices)
        + cells(of: pawn.indices[input], distances)
        + [.text(isAboveDummy(input) == true ? words("yes") : words("no"))]
    }
    rows += order.filter(isConstant).map { input in
      [.text(given.data.names[input])] + [Cell](repeating: .empty, count: 9)
    }
    rows.append(
      [.text(words("dummy")), .empty, .empty, .empty] + cells(of: pawn.dummy, distances)
        + [.empty])
    return Table(
      title: words(
        "\(given.file): what moves \(given.response), \(counting: given.data.rows, "row")"),
      columns: words.columns(
        "input", "first order", "\(confidence: level) from", "to", "PAWN median",
        "\(confidence: level) from", "to", "mean", "greatest", "above the dummy"),
      rows: rows, notes: notes)
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

  private var level: Double { options.confidence.level }

  /// What the figures mean, and what was left out.
  var notes: [Phrase] {
    [
      Phrase(
        """
        First order: the share of the variance of \(given.response) that an input explains by \
        itself, from neighbours in its order (Gamboa, Gremaud, Klein & Lagnoux 2022); near zero, it \
        can fall below.
        """),
      Phrase(
        """
        PAWN: in \(slices) slices of an input with as many rows each, the Kolmogorov-Smirnov distance \
        of \(given.response) in the slice from all of it (Pianosi & Wagener 2018); its median, mean \
        and greatest. Intervals, at \(confidence: level), are of rows drawn again \
        \(options.resamples) times, seed \(verbatim: options.seed).
        """),
      Phrase(
        """
        The dummy is a column of random numbers: distances like its own are noise. An input is above \
        it where its median exceeds the dummy's by more than both err, at \(confidence: level).
        """),
      Phrase(
        """
        Where inputs move together, an input counts what it stands for; nothing here says what a \
        change would bring.
        """),
    ] + leftOut
  }

  private var leftOut: [Phrase] {
    var notes: [Phrase] = []
    if given.gaps > 0 {
      notes.append(Phrase("\(counting: given.gaps, "row") with a gap left out."))
    }
    let constant = inputs.filter(isConstant).map { given.data.names[$0] }
    if !constant.isEmpty {
      notes.append(
        Phrase("The same in all rows, so that what they move cannot be seen: \(constant)."))
    }
    if !given.textColumns.isEmpty {
      let places = given.textColumns.map {
        Phrase("\($0.name) (no number: \(verbatim: $0.place))")
      }
      notes.append(Phrase("Not all numbers, and so no inputs: \(places, separator: "; ")."))
    }
    if !given.emptyColumns.isEmpty {
      notes.append(Phrase("Empty, and so no inputs: \(given.emptyColumns)."))
    }
    return notes
  }
}
