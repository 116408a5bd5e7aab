public import Tables
import Panels

/// What makes a row of a scenario absurd, with its place.
public enum ScenarioFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// The year is not after the one the scenario starts from.
  case past(Location, year: Int, after: Int)
  /// The year is too far away.
  case tooFar(Location, year: Int, last: Int)
  /// The rule of the year has no such indicator.
  case notInRule(Location, String, year: Int, indicators: [String])
  /// The rule does not score the province.
  case notScored(Location, String, year: Int)
  /// The figure lies beyond what there can be.
  case beyond(Location, Double, String)
  /// A share, or a change of one, is written as if it were a percentage.
  case share(Location, Double)
  /// A row has several of a value, a change and a floor.
  case valueOrChange(Location)
  /// A cell that should hold a number holds something else.
  case notANumber(Location, String)
  /// A figure is given twice.
  case repeated(Location, String)
  /// Some rows say what an indicator reaches, and others what it reaches at least.
  case mixed(Location, String)
  /// Rows name several rules, or another than the one asked for.
  case otherRule(Location, Int, expected: Int)
  /// The year named has no rule.
  case noRule(Location, year: Int, years: [Int])
  /// There is no row.
  case empty(file: String)

  public var description: String {
    switch self {
    case .past(let place, let year, let first):
      "\(place): \(year) is past: a scenario that starts from \(first) is about \(first + 1) and later"
    case .tooFar(let place, let year, let last):
      "\(place): \(year) is too far away; the last year that can be told of is \(last)"
    case .notInRule(let place, let code, let year, let indicators):
      "\(place): the rule of \(year) has no indicator \(code); it has "
        + indicators.joined(separator: ", ")
    case .notScored(let place, let name, let year):
      "\(place): \(name) has no score in \(year)"
    case .beyond(let place, let value, let limits):
      "\(place): \(Cell.number(value)) cannot be: \(limits)"
    case .share(let place, let value):
      "\(place): a share runs from 0 to 1; write \(Cell.number(value / 100)) or \(Cell.number(value))%"
    case .valueOrChange(let place):
      "\(place): a row has one of value (what is reached), change (since the first year), at_least (what is reached or "
        + "bettered) and beyond (on top of what would come by itself)"
    case .notANumber(let place, let text):
      "\(place): \(Quotation.of(text)) is not a number"
    case .repeated(let place, let what):
      "\(place): \(what) is given a second time"
    case .mixed(let place, let indicator):
      "\(place): other rows of \(indicator) say otherwise: take one of value or change, at_least, and beyond in all of them"
    case .otherRule(let place, let year, let expected):
      "\(place): the row is for the rule of \(year), but the scenario runs under that of \(expected); one scenario "
        + "runs under one rule: take --year \(year), or change the column rule"
    case .noRule(let place, let year, let years):
      "\(place): there is no rule of \(year); there is one for \(years.spansInWords)"
    case .empty(let file): "\(file): there is no row that sets a figure"
    }
  }
}
