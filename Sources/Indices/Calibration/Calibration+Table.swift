public import Panels
public import Tables

extension Calibration {
  /// One row per indicator: weight, range, direction and slope, how each was found, and what the scores
  /// leave of it.
  public func table() -> Table {
    Table(
      title: "\(subindex) \(year)",
      columns: [
        "indicator", "weight", "minimum", "maximum", "direction", "slope", "standard_error",
        "certainty", "minimum_found", "maximum_found", "weight_low", "weight_high", "minimum_low",
        "minimum_high", "maximum_low", "maximum_high", "largest_residual",
      ],
      rows: coefficients.map { entry in
        [
          .text(entry.indicator), Cell(entry.weight), Cell(entry.minimum?.value),
          Cell(entry.maximum?.value), Cell(entry.direction?.rawValue ?? ""), Cell(entry.slope),
          Cell(entry.standardError), .text(entry.certainty.rawValue),
          Cell(entry.minimum?.origin.description ?? ""),
          Cell(entry.maximum?.origin.description ?? ""),
          Cell(entry.intervals?.weight.lowerBound), Cell(entry.intervals?.weight.upperBound),
          Cell(entry.intervals?.minimum.lowerBound), Cell(entry.intervals?.minimum.upperBound),
          Cell(entry.intervals?.maximum.lowerBound), Cell(entry.intervals?.maximum.upperBound),
          .number(largestResidual),
        ]
      },
      notes: notes)
  }

  /// One row per calibration: what can be told of each sub-index in each year.
  ///
  /// `constants_proved` counts the indicators whose weight and range are proved, `rebuilt_difference`
  /// is the largest distance of a score by those constants from the published one.
  public static func survey(_ calibrations: [Calibration], panel: Panel) -> Table {
    Table(
      title: "calibration",
      columns: [
        "subindex", "year", "standing", "provinces", "indicators", "without_part",
        "constants_proved", "constants_likely", "r_squared", "largest_residual",
        "rebuilt_difference",
      ],
      rows: calibrations.map { calibration in
        func count(_ certainty: Certainty) -> Double {
          Double(calibration.coefficients.count { $0.certainty == certainty })
        }
        let board = try? calibration.rule()?.scoreboard(of: panel)
        return [
          .text(calibration.subindex), Cell(calibration.year),
          .text(calibration.standing.rawValue), Cell(calibration.form.provinces.count),
          Cell(calibration.coefficients.count), .number(count(.none)), .number(count(.proved)),
          .number(count(.likely)), .number(calibration.form.rSquared),
          .number(calibration.largestResidual), Cell(board?.largestDifference),
        ]
      })
  }
}
