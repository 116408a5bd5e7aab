import Indices
import Panels
import Scenarios
import Tables

/// What W10 reads: scores, room for improvement, weights and costs, in normalised points.
struct GoalData {
  let units: [String]
  let scores: [Double]
  /// The normalised values, unit by unit.
  private let points: [[Double]]
  let weights: [Double]
  let costs: [Double]
  let fixed: [Double]
  private let caps: [Double]

  init(_ arguments: Arguments) throws {
    let structure = try IndexStructure(
      reading: CSVReader().table(contentsOf: "\(arguments.data)/meta.csv"))
    let table = try IndicatorPanel(
      reading: CSVReader().table(contentsOf: "\(arguments.data)/cross_63.csv"),
      columns: structure.columns, layout: .init(unit: "unit")
    ).tables[0]
    let records = try Records(
      CSVReader().table(contentsOf: "\(arguments.data)/w10_params.csv"))
    units = table.units
    weights = structure.indicators.map(\.weight)
    costs = try records.map { try $0.number("cost") }
    fixed = try records.map { try $0.number("fixed") }
    caps = try records.map { try $0.number("cap") }
    let columns = structure.indicators.map { indicator -> [Double] in
      let values = table.units.indices.map { table[$0, indicator.code] ?? .nan }
      let (low, high) = (values.min() ?? .nan, values.max() ?? .nan)
      return values.map { value in
        let points = 1 + 9 * (value - low) / (high - low)
        return indicator.direction == .positive ? points : 11 - points
      }
    }
    points = table.units.indices.map { unit in columns.map { $0[unit] } }
    let weights = weights
    scores = points.map { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// What a unit can change: an indicator up to its cap, or to ten points.
  func levers(of unit: Int, isFixed: Bool) -> [Lever] {
    weights.indices.map { indicator in
      Lever(
        name: "", gain: weights[indicator], effort: costs[indicator],
        fixedEffort: isFixed ? fixed[indicator] : 0,
        most: min(caps[indicator], 10 - points[unit][indicator]))
    }
  }

  /// The number of the unit that is looked at alone.
  var own: Int { units.firstIndex(of: "Cà Mau") ?? units.count - 1 }
}
