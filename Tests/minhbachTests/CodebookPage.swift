import Panels
import TestSupport

/// The tables of `docs/data.md`: every indicator of the codebook, one sub-index after another.
enum CodebookPage {
  static func text() throws -> String {
    let codebook = try Bundled.codebook()
    return codebook.subindices.map { subindex in
      let indicators = codebook.indicators.filter { $0.subindex == subindex }
      return
        "\n### \(subindex)\n\n| code | name | unit | better | years | does not compare with the year before |\n"
        + "|---|---|---|---|---|---|\n" + indicators.map(row).joined()
    }.joined()
  }

  private static func row(_ indicator: Indicator) -> String {
    let years =
      indicator.years.upperBound == .max
      ? "\(indicator.years.lowerBound)–"
      : indicator.years.count == 1
        ? "\(indicator.years.lowerBound)"
        : "\(indicator.years.lowerBound)–\(indicator.years.upperBound)"
    let kind = indicator.kind == .indicator ? "" : " (\(indicator.kind.rawValue))"
    let cells = [
      "`\(indicator.code)`\(kind)", "\(indicator.nameEn)<br>*\(indicator.nameVi)*",
      indicator.unit.rawValue, indicator.direction == .positive ? "higher" : "lower", years,
      indicator.breaks.map(String.init).joined(separator: ", "),
    ]
    return "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  /// A bar would end the cell.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
