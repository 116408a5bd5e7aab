/// What every model of a comparison holds, and what therefore takes no share of R².
///
/// R² is the part explained of what these terms leave of the response: with unit and period effects it
/// is the R² "within".
public enum CommonTerms: Sendable, Equatable {
  /// Nothing: R² is of the uncentred response, as for columns already demeaned.
  case none
  /// An intercept.
  case intercept
  /// An effect for each unit.
  case units(Grouping)
  /// An effect for each period.
  case periods(Grouping)
  /// An effect for each unit and one for each period.
  case unitsAndPeriods(Grouping, Grouping)

  /// The units, where they have effects.
  var units: Grouping? {
    switch self {
    case .none, .intercept, .periods: nil
    case .units(let units), .unitsAndPeriods(let units, _): units
    }
  }

  /// The periods, where they have effects.
  var periods: Grouping? {
    switch self {
    case .none, .intercept, .units: nil
    case .periods(let periods), .unitsAndPeriods(_, let periods): periods
    }
  }

  /// The number of coefficients, those that are not unique counted once.
  var coefficients: Int {
    switch self {
    case .none: 0
    case .intercept: 1
    case .units(let groups), .periods(let groups): groups.count
    case .unitsAndPeriods(let units, let periods): units.count + periods.count - 1
    }
  }
}
