import Sensitivity
import Statistics
import Tables

/// What moves an output, by a table alone.
struct GivenDataAnswer {
  let given: GivenDataTable
  let options: GlobalOptions
  let words: Words
  /// The first-order indices, one per input.
  let first: [EffectEstimate]
  let pawn: PawnEstimates
  /// The number of slices of an input.
  let slices: Int

  /// Studies a table.
  ///
  /// - Parameters:
  ///   - given: the table.
  ///   - options: the seed, the threads, how often rows are drawn again and how sure intervals are.
  ///   - words: the language.
  init(of given: GivenDataTable, _ options: GlobalOptions, words: Words) {
    self.given = given
    self.words = words
    self.options = options
    let level = options.confidence.level
    first = RankStatisticIndices(level: level, seed: options.seed).estimates(of: given.data)
    let method = PawnIndices(
      resamples: options.resamples, level: level, replicates: options.replicates)
    slices = method.slices
    pawn = method.estimates(of: given.data)
  }

  /// A row per input, in their order, then the dummy.
  func table() -> Table {
    Table(
      title: "sensitivity",
      columns: [
        "indicator", "rows", "sobol_first", "sobol_first_low", "sobol_first_high", "pawn_median",
        "pawn_median_low", "pawn_median_high", "pawn_max", "pawn_mean", "pawn_min",
        "is_above_dummy",
      ],
      rows: inputs.map { input in
        row(
          pawn.indices[input], isConstant(input) ? nil : first[input],
          isAboveDummy(input).map { .boolean($0) } ?? .empty,
          isKnown: !isConstant(input))
      } + [row(pawn.dummy, nil, .empty, isKnown: true)], notes: notes)
  }

  private func row(
    _ index: PawnIndex, _ first: EffectEstimate?, _ isAbove: Cell, isKnown: Bool
  ) -> [Cell] {
    let figures: [Double?] =
      [
        first?.value, first?.interval?.lowerBound, first?.interval?.upperBound,
      ]
      + [
        index.median.value, index.median.interval?.lowerBound, index.median.interval?.upperBound,
        index.maximum.value, index.mean.value, index.minimum.value,
      ].map { isKnown ? $0 : nil }
    return [.text(index.name), Cell(given.data.rows)] + figures.map { Cell($0) } + [isAbove]
  }

  /// The places of the inputs.
  var inputs: Range<Int> { given.data.names.indices }

  /// Whether an input is the same in all rows.
  func isConstant(_ input: Int) -> Bool { given.data.isConstant(input) }

  /// Whether the median distance of an input exceeds the dummy's by more than both err.
  ///
  /// - Parameter input: its place.
  /// - Returns: nil where the input does not vary.
  func isAboveDummy(_ input: Int) -> Bool? {
    let (own, dummy) = (pawn.indices[input].median, pawn.dummy.median)
    guard !isConstant(input), let error = own.standardError, let other = dummy.standardError else {
      return nil
    }
    let quantile = NormalDistribution().quantile(options.confidence.level)
    return own.value - dummy.value > quantile * (error * error + other * other).squareRoot()
  }

  /// What the answer rests on.
  var settings: [(String, Cell)] {
    [
      ("response", .text(given.response)),
      ("inputs", .text(given.data.names.joined(separator: ","))), ("rows", Cell(given.data.rows)),
      ("rows_with_gaps", Cell(given.gaps)), ("slices", Cell(slices)),
      ("resamples", Cell(options.resamples)), ("seed", .number(Double(options.seed))),
      ("level", .number(options.confidence.level)),
    ]
  }
}
