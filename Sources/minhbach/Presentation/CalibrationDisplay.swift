import Indices
import Reports
import Tables

extension Calibration {
  /// The rule as people read it; a constant that cannot be told is shown as its interval.
  func display(_ names: Names) -> Table {
    let (words, weight) = (names.words, names.words.decimals(4))
    let rows = coefficients.map { entry -> [Cell] in
      func value(_ end: RangeEnd?) -> Cell {
        end.map { .text(names.value($0.value, of: entry.indicator)) } ?? .empty
      }
      let weights = entry.intervals.map {
        words("\($0.weight.lowerBound, weight) to \($0.weight.upperBound, weight)")
      }
      return [
        .text(names.indicator(entry.indicator)),
        entry.slope.map { .text(words.decimals(6).string($0, isSigned: true)) } ?? .empty,
        (entry.weight.map { weight.string($0) } ?? weights).map(Cell.text) ?? .empty,
        value(entry.minimum), value(entry.maximum), .text(Self.found(entry, words)),
      ]
    }
    let missed = Phrase(
      """
      The largest residual over \(form.provinces.count) provinces is \(largestResidual, .scientific)
      """)
    let residual =
      standing == .approximate
      ? Phrase("\(missed), R² \(form.rSquared, .decimals(3)).") : Phrase("\(missed).")
    let proof =
      standing == .exact
      ? [Phrase("Every weight and range is proved: with them all published scores come back.")] : []
    return Table(
      title: words(
        "\(names.subindex(subindex)) \(year): the rule learned from the published scores"),
      columns: words.columns(
        "indicator", "score per unit", "weight", "minimum", "maximum", "range found"),
      rows: rows, notes: [residual] + proof + notes)
  }

  /// How the two ends of a range were found, in few words.
  private static func found(_ entry: Coefficient, _ words: Words) -> String {
    guard let lower = entry.minimum.map({ words($0.origin.phrase) }),
      let upper = entry.maximum.map({ words($0.origin.phrase) })
    else {
      return entry.certainty == .none
        ? words("no part") : words(Phrase(code: entry.certainty.rawValue))
    }
    let ends = lower == upper ? lower : "\(lower); \(upper)"
    return entry.certainty == .proved
      ? ends : "\(ends) – \(words(Phrase(code: entry.certainty.rawValue)))"
  }

  /// What is known of each sub-index, year by year: a row per sub-index, a column per year.
  static func surveyDisplay(_ calibrations: [Calibration], _ words: Words) -> Table {
    let years = Set(calibrations.map(\.year)).sorted()
    var seen: Set<String> = []
    let parts = calibrations.map(\.subindex).filter { seen.insert($0).inserted }
    let rows = parts.map { part -> [Cell] in
      [.text(words(Phrase(code: part)))]
        + years.map { year in
          calibrations.first { $0.subindex == part && $0.year == year }
            .map { .text($0.mark(words)) } ?? .empty
        }
    }
    return Table(
      title: words("What published scores tell of their rules"),
      columns: words.columns("sub-index") + years.map { "’" + String($0).suffix(2) }, rows: rows,
      notes: [
        Phrase(
          """
          ■ every weight and range is proved; ▣ weights and ranges are found that give every \
          score back, others may do so too; ◪ the slopes do, some weights or ranges are not told; \
          a number: something unpublished enters, and scores are missed by up to so much.
          """),
        Phrase(
          """
          \(calibrations.count { $0.standing == .exact }) of \(calibrations.count) rules are \
          proved, \(calibrations.count { $0.standing == .linear }) more give the scores back, \
          \(calibrations.count { $0.standing == .approximate }) do not.
          """),
      ])
  }

  private func mark(_ words: Words) -> String {
    switch standing {
    case .exact: "■"
    case .linear: isComplete ? "▣" : "◪"
    case .approximate:
      words.decimals(largestResidual < 0.01 ? 3 : 2).string(largestResidual)
    }
  }
}
