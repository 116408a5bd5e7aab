import Panels

/// W1: a long CSV file of units, years and indicators into an array.
struct LongTableWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let reader = LongTableReader(threads: arguments.threads)
    let path = "\(arguments.data)/\(arguments.name).csv"
    let (array, seconds) = try Report.timing(arguments) { try reader.array(contentsOf: path) }
    return Report(seconds: seconds, answers: Self.answers(array))
  }

  /// What tells whether every value is in its place.
  private static func answers(_ array: PanelArray) -> [(name: String, json: String)] {
    let years = array.years.count
    let indicators = array.indicators.count
    var missing = 0
    var sums = [Double](repeating: 0, count: indicators)
    var checksum = 0.0
    var place = 0
    for unit in array.units.indices {
      for year in 0..<years {
        for indicator in 0..<indicators {
          let value = array.values[place]
          place += 1
          if value.isNaN {
            missing += 1
          } else {
            sums[indicator] += value
            checksum += value * Double((unit * 31 + year * 7 + indicator) % 97 + 1)
          }
        }
      }
    }
    return [
      ("n_units", "\(array.units.count)"), ("n_years", "\(years)"), ("n_ind", "\(indicators)"),
      ("missing", "\(missing)"), ("sum", "\(sums.reduce(0, +))"),
      ("sum_by_indicator", Report.json(sums)), ("checksum", "\(checksum)"),
      ("first", Report.json(array.values.prefix(indicators))),
      ("last", Report.json(array.values.suffix(indicators))),
    ]
  }
}
