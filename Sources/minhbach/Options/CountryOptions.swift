public import ArgumentParsing
public import Scenarios

extension ProvinceGroup.Grouping: ExpressibleByArgument {}

/// Whether it is asked of all provinces, or of the years gone by.
struct CountryOptions: ParsableArguments {
  /// The most bootstrap samples of a country: each takes 63 shares of variance, and a quarter of a thousand tell an interval.
  static let mostResamples = 250

  @Flag(
    help: """
      Sum up all provinces instead of one, with intervals by --resamples, \(mostResamples) at most.
      """)
  var country = false

  @Option(
    help: "With --country: sum up the provinces of each region, or of each third of the ranking.")
  var by: ProvinceGroup.Grouping?

  @Flag(help: "Tell how such answers of past years held in the year after each.")
  var backtest = false

  @Option(
    help: ArgumentHelp(
      "With --backtest: the first year whose answer is tried. Default: the first there is.",
      valueName: "year"))
  var from: Int?

  /// Whether something else than one province is asked about.
  var isOfAll: Bool { country || backtest }

  func validate() throws {
    guard !(country && backtest) else {
      throw ValidationError("--country and --backtest are two questions: ask one.")
    }
    guard by == nil || country else { throw ValidationError("--by is for --country.") }
    guard from == nil || backtest else { throw ValidationError("--from is for --backtest.") }
  }

  /// Checks that nothing is asked that is of one province alone.
  ///
  /// - Parameters:
  ///   - province: the province named.
  ///   - method: the method.
  ///   - goal: the rank to reach.
  /// - Throws: `ValidationError` where there is.
  func check(province: String?, method: SensitivityMethod, goal: Int?) throws {
    let name = country ? "--country" : "--backtest"
    guard province == nil else {
      throw ValidationError("\(name) is of all provinces: name none.")
    }
    guard method == .all, goal == nil else {
      throw ValidationError(
        "\(method == .all ? "--goal" : "--method") is for one province, not \(name).")
    }
  }
}
