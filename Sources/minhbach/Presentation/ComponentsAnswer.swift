import LinearAlgebra
import Regression
import Reports
import Statistics
import Tables

/// The answer of `components`: for programs, and as people read it.
struct ComponentsAnswer {
  private let sample: EstimationSample
  private let components: PrincipalComponents
  private let chance: ParallelAnalysis
  private let shares: ShareIntervals
  private let words: Words

  /// Finds the components of a sample's regressors.
  init(
    _ sample: EstimationSample, isScaled: Bool, level: Double, draws: Int, replicates: Replicates,
    words: Words
  ) throws {
    self.sample = sample
    self.words = words
    components = try PrincipalComponents(columns: sample.regressors, isScaled: isScaled)
    chance = try components.parallelAnalysis(
      draws: draws, level: level, replicates: replicates)
    let rows = Grouping(name: "row", labels: (0..<sample.rowCount).map(String.init))
    shares = try components.shareIntervals(
      columns: sample.regressors, clusters: sample.unit ?? rows, draws: draws, level: level,
      replicates: replicates)
  }

  private var names: [String] { components.variances.indices.map { "component_\($0 + 1)" } }

  /// A row per component.
  func table() -> Table {
    Table(
      title: "components",
      columns: [
        "component", "variance", "share", "share_low", "share_high", "chance_variance",
        "stands_out",
      ] + sample.regressorNames.map { "loading_\($0)" },
      rows: names.indices.map { number in
        [
          .text(names[number]), .number(components.variances[number]),
          .number(components.shares[number]), .number(shares.intervals[number].lowerBound),
          .number(shares.intervals[number].upperBound), .number(chance.thresholds[number]),
          .boolean(number < chance.count),
        ]
          + sample.regressorNames.indices.map { .number(components.loadings[$0, number]) }
      }, notes: sample.notes)
  }

  /// A row per column, for people.
  func display() -> Table {
    let shown = min(max(chance.count, 3), names.count)
    let percent = NumberFormat.percentage(decimals: 1)
    let format = words.decimals(2)
    return Table(
      title: words(
        """
        \(sample.regressorNames.count) columns of \(sample.rowCount) rows: what varies together
        """),
      columns: words.columns("column") + (1...max(1, shown)).map { words("component \($0)") },
      rows: sample.regressorNames.indices.map { column in
        [Cell.text(sample.regressorNames[column])]
          + (0..<shown).map {
            .text(format.string(components.loadings[column, $0], isSigned: true))
          }
      },
      notes: (0..<shown).map { number in
        let ends = shares.intervals[number]
        let share = Phrase(
          """
          Component \(number + 1): \(components.shares[number], percent) of the variance \
          (\(ends.lowerBound, percent) to \(ends.upperBound, percent) over \(shares.draws) draws)
          """)
        return number < chance.count
          ? Phrase("\(share); it stands out from chance.")
          : Phrase("\(share); no more than chance would give.")
      } + [Phrase("Loadings are correlations of columns with components.")] + sample.notes)
  }

  /// A row per row of the data.
  func scoreTable(_ observations: Observations) -> Table {
    Table(
      title: "scores",
      columns: ["row"] + [sample.unit?.name, sample.time?.name].compactMap(\.self) + names,
      rows: (0..<sample.rowCount).map { row in
        [Cell(observations.rowNumber(sample.rows[row]))]
          + [sample.unit, sample.time].compactMap(\.self).map {
            .text($0.labels[Int($0.codes[row])])
          } + names.indices.map { .number(components.scores[row, $0]) }
      }, notes: sample.notes)
  }

  /// What the answer rests on.
  var settings: [(String, Cell)] {
    [
      ("columns", .text(sample.regressorNames.joined(separator: ", "))),
      ("rows", Cell(sample.rowCount)), ("scaled", .boolean(components.isScaled)),
      ("stand_out", Cell(chance.count)),
      ("eigenvalues_above_one", Cell(components.kaiserCount)),
    ]
  }
}
