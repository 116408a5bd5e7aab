import Reports
import Scenarios
import Sensitivity
import Statistics
import Tables

/// A column of a table of effects: its name, and what stands in each row.
typealias StudyColumn = (name: String, cell: (Int) -> Cell)

/// What moves a province's rank, by all methods or by one, as tables.
struct StudyAnswer {
  let study: DriverStudy
  let method: SensitivityMethod
  let names: Names
  /// Where each effect stands in the order of good years; empty where that is not known.
  let order: [Drivers.GoodYearDraws.OrderPlace]

  var words: Words { names.words }
  var drivers: Drivers { study.drivers }
  /// The place of each effect's input among the inputs of the indices.
  var positions: [Int] { drivers.effects.map(study.position) }

  /// What the inputs rest on, and what is wrong with the year.
  var inputNotes: [Phrase] {
    drivers.inputNotes(naming: names.indicator)
      + (study.options.indices.level == FeasibleChanges.level
        ? []
        : [
          Phrase(
            """
            Good years, likely places and the order are at \(confidence: FeasibleChanges.level).
            """)
        ])
  }

  /// An index with its interval, as three columns.
  private func columns(
    _ name: String, _ estimates: [EffectEstimate]?
  ) -> [StudyColumn] {
    let positions = positions
    func found(_ row: Int) -> EffectEstimate? { estimates?[positions[row]] }
    return [
      (name, { Cell(found($0)?.value) }),
      ("\(name)_low", { Cell(found($0)?.interval?.lowerBound) }),
      ("\(name)_high", { Cell(found($0)?.interval?.upperBound) }),
    ]
  }

  /// The columns of the order.
  private var orderColumns: [StudyColumn] {
    let order = order
    func place(_ row: Int) -> Drivers.GoodYearDraws.OrderPlace? {
      order.isEmpty ? nil : order[row]
    }
    return [
      ("order", { Cell($0 + 1) }),
      ("order_low", { Cell(place($0).map { Double($0.likely.lowerBound) }) }),
      ("order_high", { Cell(place($0).map { Double($0.likely.upperBound) }) }),
      ("probability_first", { Cell(place($0)?.first.share) }),
      ("probability_first_three", { Cell(place($0)?.firstThree.share) }),
    ]
  }

  private var sobolColumns: [StudyColumn] {
    columns("sobol_first", study.rank?.indices.first)
      + columns("sobol_total", study.rank?.indices.total)
      + columns("sobol_score", study.score?.first)
  }

  private var morrisColumns: [StudyColumn] {
    let (indices, positions) = (study.screening?.indices, positions)
    return columns("morris_mu_star", indices?.map(\.meanAbsolute)) + [
      ("morris_mu", { Cell(indices?[positions[$0]].mean) }),
      ("morris_sigma", { Cell(indices?[positions[$0]].deviation) }),
    ]
  }

  private var targetColumns: [StudyColumn] {
    let (target, positions) = (study.target, positions)
    return columns("target_first", target?.indices?.first)
      + columns("target_total", target?.indices?.total) + [
        ("goal", { _ in Cell(study.goal) }),
        ("probability_goal", { _ in Cell(target?.probability.value) }),
        ("probability_goal_gain", { Cell(target?.gains[positions[$0]].value) }),
        ("probability_goal_gain_error", { Cell(target?.gains[positions[$0]].standardError) }),
      ]
  }

  /// The columns that the method adds, for programs.
  private var machineColumns: [StudyColumn] {
    switch method {
    case .sobol: sobolColumns
    case .morris: morrisColumns
    case .shapley: columns("shapley", study.shapley?.effects)
    case .target: targetColumns
    case .all, .local, .ladder, .pairs:
      orderColumns + sobolColumns + columns("shapley", study.shapley?.effects) + morrisColumns
        + targetColumns
    }
  }

  /// The answer for programs.
  ///
  /// - Parameter local: what each indicator alone does, one row per effect.
  /// - Returns: one row per indicator, and per pair where asked for.
  func table(_ local: Table) -> Table {
    var table = method == .all ? local : identities
    table = table.adding(
      machineColumns
        + (method == .all ? [("sentence", { .text(words(sentence(of: $0))) })] : []))
    table.notes = (method == .all ? local.notes : [drivers.standingNote] + inputNotes) + notes
    guard method != .all else { return table }
    return ordered(table).adding(pairs: pairRows)
  }

  /// The indices of pairs, the largest first; none where they were not asked for.
  private var pairRows: [(names: [String], index: EffectEstimate)] {
    guard let pairs = study.rank?.indices.pairs else { return [] }
    let inputs = study.inputs.map(\.name)
    let named = inputs.indices.flatMap { one in
      inputs.dropFirst(one + 1).map { [inputs[one], $0] }
    }
    return zip(named, pairs).map { ($0, $1) }.sorted { $0.index.value > $1.index.value }
  }

  /// The pairs as people read them.
  var pairNotes: [Phrase] {
    let shown = pairRows.prefix(5).filter { $0.index.interval.map { $0.lowerBound > 0 } ?? false }
    guard study.options.pairs else { return [] }
    let format = NumberFormat.percentage(decimals: 1)
    let sum = pairRows.reduce(0) { $0 + $1.index.value }
    let most = shown.map { pair in
      let parts = pair.names.map { Phrase(verbatim: names.indicator($0)) }
      return Phrase("\(parts[0]) with \(parts[1]) (\(pair.index.value, format))")
    }
    return [
      shown.isEmpty
        ? Phrase(
          """
          All pairs together make \(sum, format) of the variance beyond what their indicators make \
          alone; no pair more than its interval leaves open.
          """)
        : Phrase(
          """
          All pairs together make \(sum, format) of the variance beyond what their indicators make \
          alone: most of all \(most).
          """)
    ]
  }

  /// The indicators with their values, before a method's columns.
  private var identities: Table {
    Table(
      title: "sensitivity", columns: ["indicator", "value", "unit"],
      rows: drivers.effects.map { effect in
        [
          .text(effect.input.name), .number(effect.input.value),
          .text(drivers.unit(of: effect.input.name)),
        ]
      })
  }

  /// What a method orders by: its main column, the largest first.
  private var weight: [Double] {
    let positions = positions
    return positions.indices.map { row in
      let position = positions[row]
      switch method {
      case .sobol: return study.rank?.indices.total[position].value ?? 0
      case .morris: return study.screening?.indices[position].meanAbsolute.value ?? 0
      case .shapley: return study.shapley?.effects[position].value ?? 0
      case .target: return study.target?.gains[position].value ?? 0
      case .all, .local, .ladder, .pairs: return -Double(row)
      }
    }
  }

  /// The rows of a table by the method's main column.
  func ordered(_ table: Table) -> Table {
    let weight = weight
    let order = weight.indices.sorted { (weight[$1], $0) < (weight[$0], $1) }
    return table.withRows(order.map { table.rows[$0 + 1] })
  }
}

extension Table {
  /// The table with a row for each pair below the others, which get an empty partner and no index of pairs.
  fileprivate func adding(pairs: [(names: [String], index: EffectEstimate)]) -> Table {
    guard !pairs.isEmpty else { return self }
    let ends = { (pair: EffectEstimate) in (pair.interval?.lowerBound, pair.interval?.upperBound) }
    let columns = header.map(\.description)
    return Table(
      title: title,
      columns: columns + ["partner", "sobol_second", "sobol_second_low", "sobol_second_high"],
      rows: rows.dropFirst().map { $0 + [Cell](repeating: .empty, count: 4) }
        + pairs.map { pair in
          [.text(pair.names[0])] + [Cell](repeating: .empty, count: columns.count - 1) + [
            .text(pair.names[1]), .number(pair.index.value), Cell(ends(pair.index).0),
            Cell(ends(pair.index).1),
          ]
        }, notes: notes)
  }

  /// The table with other rows under the same columns.
  fileprivate func withRows(_ rows: [[Cell]]) -> Table {
    Table(title: title, columns: header.map(\.description), rows: rows, notes: notes)
  }

  /// The columns of the names that the table has, in the order asked for, without notes.
  func keeping(_ names: [String]) -> Table {
    let columns = header.map(\.description)
    let places = names.compactMap { columns.firstIndex(of: $0) }
    return Table(
      title: title, columns: places.map { columns[$0] },
      rows: rows.dropFirst().map { row in places.map { row[$0] } })
  }
}
