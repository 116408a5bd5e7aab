import Indices
import Reports
import Tables

extension Calibration {
  /// The rule as people read it; a constant that cannot be told is shown as its interval.
  func display(_ names: Names) -> Table {
    let weight = NumberFormat.decimals(4)
    let rows = coefficients.map { entry -> [Cell] in
      func value(_ end: RangeEnd?) -> Cell {
        end.map { .text(names.value($0.value, of: entry.indicator)) } ?? .empty
      }
      let weights = entry.intervals.map {
        "\(weight.string($0.weight.lowerBound)) to \(weight.string($0.weight.upperBound))"
      }
      return [
        .text(names.indicator(entry.indicator)),
        entry.slope.map { .text(NumberFormat.decimals(6).string($0, isSigned: true)) } ?? .empty,
        (entry.weight.map { weight.string($0) } ?? weights).map(Cell.text) ?? .empty,
        value(entry.minimum), value(entry.maximum), .text(Self.found(entry)),
      ]
    }
    let residual =
      "The largest residual over \(form.provinces.count) provinces is "
      + "\(NumberFormat.scientific.string(largestResidual))"
      + (standing == .approximate
        ? ", R² \(NumberFormat.decimals(3).string(form.rSquared))." : ".")
    let proof =
      standing == .exact
      ? ["Every weight and range is proved: with them all published scores come back."] : []
    return Table(
      title: "\(subindex) \(year): the rule learned from the published scores",
      columns: ["indicator", "score per unit", "weight", "minimum", "maximum", "range found"],
      rows: rows, notes: [residual] + proof + notes.texts)
  }

  /// How the two ends of a range were found, in few words.
  private static func found(_ entry: Coefficient) -> String {
    guard let lower = entry.minimum?.origin.description,
      let upper = entry.maximum?.origin.description
    else { return entry.certainty == .none ? "no part" : entry.certainty.rawValue }
    let ends = lower == upper ? lower : "\(lower); \(upper)"
    return entry.certainty == .proved ? ends : "\(ends) – \(entry.certainty.rawValue)"
  }

  /// What is known of each sub-index, year by year: a row per sub-index, a column per year.
  static func surveyDisplay(_ calibrations: [Calibration]) -> Table {
    let years = Set(calibrations.map(\.year)).sorted()
    var seen: Set<String> = []
    let parts = calibrations.map(\.subindex).filter { seen.insert($0).inserted }
    let rows = parts.map { part -> [Cell] in
      [.text(part)]
        + years.map { year in
          calibrations.first { $0.subindex == part && $0.year == year }
            .map { .text($0.mark) } ?? .empty
        }
    }
    return Table(
      title: "What published scores tell of their rules",
      columns: ["sub-index"] + years.map { "’" + String($0).suffix(2) }, rows: rows,
      notes: [
        "■ every weight and range is proved; ▣ weights and ranges are found that give every score back, "
          + "others may do so too; ◪ the slopes do, some weights or ranges are not told; a number: "
          + "something unpublished enters, and scores are missed by up to so much.",
        "\(calibrations.count { $0.standing == .exact }) of \(calibrations.count) rules are proved, "
          + "\(calibrations.count { $0.standing == .linear }) more give the scores back, "
          + "\(calibrations.count { $0.standing == .approximate }) do not.",
      ])
  }

  private var mark: String {
    switch standing {
    case .exact: "■"
    case .linear: isComplete ? "▣" : "◪"
    case .approximate:
      NumberFormat.decimals(largestResidual < 0.01 ? 3 : 2).string(largestResidual)
    }
  }
}
