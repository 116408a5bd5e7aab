import Panels
import Tables

extension IndicatorUnit {
  /// How values of the unit are shown in a workbook.
  var digits: CellStyle.Digits {
    switch self {
    case .share: .percentage(1)
    case .mean, .score, .points, .rate, .ratio, .money, .factor: .decimals(2)
    case .days, .hours, .count: .decimals(1)
    case .rank: .decimals(0)
    }
  }
}

/// How the columns of an answer are shown in a workbook: by what their names say they hold.
struct ColumnDigits: Sendable {
  private let columns: [CellStyle.Digits]
  /// Of rows that name a unit: the digits of the unit.
  private let units: [CellStyle.Digits?]
  private let ofUnit: Set<Int>

  /// Looks at the names of a table's columns, and at their numbers where names say nothing.
  init(of table: Table) {
    let header = table.header.map(\.description)
    let rows = table.rows.dropFirst()
    columns = header.indices.map { column in
      let numbers = rows.compactMap { column < $0.count ? $0[column].number : nil }
      return Self.digits(header[column], numbers)
    }
    let unit = header.firstIndex(of: "unit")
    units = table.rows.map { row in
      unit.flatMap { $0 < row.count ? row[$0].text : nil }.flatMap(IndicatorUnit.init)?.digits
    }
    ofUnit = Set(header.indices.filter { Self.isValue(header[$0]) })
  }

  /// How the number of a cell is shown, by row and column counted from 1.
  func callAsFunction(_ row: Int, _ column: Int) -> CellStyle.Digits {
    if ofUnit.contains(column - 1), row <= units.count, let digits = units[row - 1] {
      return digits
    }
    return column <= columns.count ? columns[column - 1] : .general
  }

  /// Whether a column holds values of the indicator that the row is about.
  private static func isValue(_ name: String) -> Bool {
    name != "p_value"
      && ["value", "median", "best", "current", "target", "minimum", "maximum", "actual"].contains {
        name == $0
          || name.hasPrefix($0 + "_") && !name.hasSuffix("_places") && !name.hasSuffix("_score")
          || name.hasSuffix("_" + $0)
      }
  }

  private static func digits(_ name: String, _ numbers: [Double]) -> CellStyle.Digits {
    let words = Set(name.split(separator: "_"))
    let largest = numbers.reduce(0) { max($0, abs($1)) }
    // Years and counts, places among them: no mark between thousands, no decimals.
    if numbers.allSatisfy({ $0 == $0.rounded() }) {
      return largest < 1e15 ? .decimals(0) : .general
    }
    if name == "p_value" || words.contains("p") { return .decimals(4) }
    if !words.isDisjoint(with: ["probability", "share", "certainty", "coverage", "level"]),
      largest <= 1
    {
      return .percentage(1)
    }
    if !words.isDisjoint(with: ["rank", "places", "place"]) { return .decimals(1) }
    if name == "score" || name.hasSuffix("_score") || name.hasPrefix("score_"), largest >= 0.5 {
      return .decimals(2)
    }
    switch largest {
    case 100...: return .decimals(1)
    case 1...: return .decimals(3)
    case 0.001...: return .decimals(4)
    default: return .scientific
    }
  }
}
