import ArgumentParsing
import Panels
import Statistics
import Tables

/// Scores with their standard errors, read from a table.
struct ScoreTable {
  /// What the column of the units is called.
  let heading: String
  /// The units.
  let units: [String]
  /// The scores with their errors.
  let estimates: ScoreEstimates

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - table: one unit a row.
  ///   - unit: the column of the names; nil for the first.
  ///   - score: the column of the scores.
  ///   - error: the column of their standard errors.
  /// - Throws: `TableError` naming the place of what is missing, no number, or below zero; a unit that
  ///   stands twice.
  init(reading table: Table, unit: String?, score: String, error: String) throws {
    let first = table.header.first.map(\.description)?.withoutOuterSpaces ?? ""
    let heading = unit ?? first
    let records = try Records(table, required: [heading, score, error])
    let grammar = try NumberGrammar(of: table)
    var (units, values, errors): ([String], [Double], [Double]) = ([], [], [])
    var places: [String: Location] = [:]
    for record in records {
      let name = try record.text(heading)
      if let first = places.updateValue(record.location(heading), forKey: name) {
        throw ScoreTableError.repeatedUnit(record.location(heading), name, first: first)
      }
      units.append(name)
      values.append(try Self.number(record, score, grammar))
      let standardError = try Self.number(record, error, grammar)
      guard standardError >= 0 else {
        throw PanelError.badEntry(record.location(error), "a standard error of 0 or more")
      }
      errors.append(standardError)
    }
    guard !units.isEmpty else {
      throw ScoreTableError.noUnit(table.file ?? "the table")
    }
    guard units.count <= Self.mostUnits else {
      throw ScoreTableError.tooManyUnits(
        table.file ?? "the table", count: units.count, most: Self.mostUnits)
    }
    self.heading = heading
    self.units = units
    estimates = try ScoreEstimates(values, standardErrors: errors)
  }

  /// Each pair of units is compared in every draw: so many take a minute or two.
  private static let mostUnits = 400
  /// Squares of smaller or larger numbers are none.
  private static let sizes = 1e-100...1e100

  private static func number(
    _ record: Record, _ column: String, _ grammar: NumberGrammar
  ) throws -> Double {
    let value =
      if case .number(let value, isPercentage: false) = record.number(column, by: grammar) {
        value
      } else {
        try record.number(column)
      }
    guard value == 0 || sizes.contains(abs(value)) else {
      throw PanelError.badEntry(
        record.location(column), "a number between 1e-100 and 1e100, or zero: take another unit")
    }
    return value
  }
}

/// What can be wrong with a table of scores.
enum ScoreTableError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A unit has two rows.
  case repeatedUnit(Location, String, first: Location)
  /// There is no row.
  case noUnit(String)
  /// There are more units than can be compared each with each.
  case tooManyUnits(String, count: Int, most: Int)

  var description: String {
    switch self {
    case .repeatedUnit(let place, let name, let first):
      "\(place): the unit \"\(name)\" stands twice, first in \(first)"
    case .noUnit(let file): "\(file): there is no unit to rank"
    case .tooManyUnits(let file, let count, let most):
      "\(file) has \(count) units; \(most) at most are ranked"
    }
  }
}
