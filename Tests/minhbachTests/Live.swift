import ArgumentParsing
import Indices
import Panels
import Tables
import TestSupport

@testable import minhbach

/// A live workbook with what it was made of.
struct Live {
  let workbook: LiveWorkbook
  let board: Scoreboard
  let panel: Panel

  var layout: LiveLayout { LiveLayout(workbook) }

  /// The workbook of a year of bundled figures.
  init(_ year: Int, province: String? = nil, moving: Bool = true) throws {
    try self.init(
      options: ["--year", "\(year)", "--ranges", moving ? "moving" : "held"]
        + (province.map { [$0] } ?? []))
  }

  /// The workbook that the command writes with some options.
  init(options: [String]) throws {
    let command = try WorkbookCommand.parse(options + ["--output", "x.xlsx"])
    (workbook, panel) = try command.workbook()
    board = workbook.board
  }

  /// A value of a province that is another.
  struct Change {
    let row: Int
    let part: Int
    let value: Double
    let isMoving: Bool

    /// Draws a province, an indicator and a value: within the range of the rule, or a little beyond an end.
    init(
      in workbook: LiveWorkbook, row: Int? = nil, part: Int? = nil, beyond: Bool, moving: Bool,
      by generator: inout SplitMix64
    ) {
      let row = row ?? Int.random(in: workbook.provinces.indices, using: &generator)
      let part = part ?? Int.random(in: workbook.parts.indices, using: &generator)
      let component = workbook.parts[part].component
      let width = component.maximum - component.minimum
      let limits = workbook.parts[part].indicator.limits
      let drawn =
        beyond
        ? (Bool.random(using: &generator)
          ? component.maximum + width * .random(in: 0...0.3, using: &generator)
          : component.minimum - width * .random(in: 0...0.3, using: &generator))
        : .random(in: component.minimum...component.maximum, using: &generator)
      self.row = row
      self.part = part
      value = min(max(drawn, limits.lowerBound), limits.upperBound)
      isMoving = moving
    }
  }

  /// The scores with another value.
  func board(after change: Change) throws -> Scoreboard { try board(after: [change]) }

  /// The scores with other values: by the rule, its ranges widened where they move and a value passes an end.
  ///
  /// In the years asked about no province stands beyond an end already.
  func board(after changes: [Change]) throws -> Scoreboard {
    let rule = board.rule
    let values = Dictionary(
      uniqueKeysWithValues: changes.map {
        (workbook.provinces[$0.row].key + "/" + rule.indicators[$0.part], $0.value)
      })
    let changed = try Bundled.history(of: rule.year) {
      values[$0.province + "/" + $0.indicator] ?? $0.value
    }
    let components = rule.components.enumerated().map { part, component in
      let moved = changes.filter { $0.part == part && $0.isMoving }.map(\.value)
      return ScoringRule.Component(
        indicator: component.indicator, dimension: component.dimension, weight: component.weight,
        minimum: min(component.minimum, moved.min() ?? .infinity),
        maximum: max(component.maximum, moved.max() ?? -.infinity), direction: component.direction,
        scale: component.scale)
    }
    return try ScoringRule(year: rule.year, subindex: rule.subindex, components: components)
      .scoreboard(of: changed)
  }

  /// The provinces that have a score, with it and their ranks, as a sheet holds them.
  static func standings(
    _ workbook: Workbook, _ sheet: String
  ) throws -> [String: (score: Double, rank: Double)] {
    try workbook.table(sheet: sheet).rows.dropFirst(2).reduce(into: [:]) { standings, row in
      guard row.count > 2, let rank = row[1].number, let score = row[2].number else { return }
      standings[row[0].description] = (score, rank)
    }
  }
}
