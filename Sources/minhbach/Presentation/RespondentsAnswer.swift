import Indices
import Panels
import Reports
import Statistics
import Tables

/// The answer of `respondents`: for programs, and as people read it.
struct RespondentsAnswer {
  let estimates: RespondentEstimates
  /// The indicators that are told.
  let indicators: [Indicator]
  /// The province that is told; nil for all.
  let province: Province?
  /// The counts that are known, whether used or not.
  let counted: Respondents
  let sizes: SurveySizes
  /// Whether counts were given.
  let isGiven: Bool
  let names: Names

  private var words: Words { names.words }

  private var provinces: [Province] { province.map { [$0] } ?? estimates.provinces }

  /// One row per province and indicator, the firms in all questions first.
  func table() -> Table {
    Table(
      title: "respondents",
      columns: [
        "province", "year", "indicator", "firms", "low", "high", "certain", "source", "counted",
      ],
      rows: provinces.flatMap { province in
        let codes = [nil] + indicators.map(\.code)
        return codes.compactMap { code -> [Cell]? in
          count(of: code, in: province).map { row(of: code, in: province, $0) }
        }
      }, notes: notes)
  }

  private func count(of code: String?, in province: Province) -> RespondentCount? {
    code.map { estimates.count(of: $0, in: province.key) } ?? estimates.firms(in: province.key)
  }

  private func row(of code: String?, in province: Province, _ count: RespondentCount) -> [Cell] {
    [
      .text(names.province(province)), Cell(estimates.year),
      .text(code ?? Respondents.allQuestions), .number(count.firms),
      Cell(count.interval.lowerBound), Cell(count.interval.upperBound),
      .text(count.isCertain ? "yes" : "no"), .text(count.source.rawValue),
      Cell(counted.firms(in: province.key, estimates.year)),
    ]
  }

  /// One line per indicator: of one province, or over all of them.
  func display() -> Table {
    let codes = [nil] + indicators.map(\.code)
    guard let province else {
      return Table(
        title: words("Firms behind the figures of \(estimates.year), by province"),
        columns: words.columns("figure", "least", "median", "most", "certain in", "source"),
        rows: codes.compactMap(summary), notes: notes)
    }
    return Table(
      title: words("\(names.province(province)): firms behind the figures of \(estimates.year)"),
      columns: words.columns("figure", "firms", "95%", "certain", "source"),
      rows: codes.compactMap { code in
        count(of: code, in: province).map { count in
          [
            .text(name(code)), .text(whole.string(count.firms)), .text(Self.span(count.interval)),
            .text(count.isCertain ? words("yes") : words("no")),
            .text(words(Phrase(code: count.source.rawValue))),
          ]
        }
      }, notes: notes)
  }

  private func summary(_ code: String?) -> [Cell]? {
    let counts = estimates.provinces.compactMap { count(of: code, in: $0) }
    let firms = counts.map(\.firms)
    guard let least = firms.min(), let middle = firms.median, let most = firms.max() else {
      return nil
    }
    let sources = Set(counts.map(\.source.rawValue)).sorted().map { words(Phrase(code: $0)) }
    return [
      .text(name(code)), .text(whole.string(least)), .text(whole.string(middle)),
      .text(whole.string(most)),
      .text(words("\(counts.count(where: \.isCertain)) of \(counts.count)")),
      .text(sources.joined(separator: ", ")),
    ]
  }

  private let whole = NumberFormat.decimals(0)

  private func name(_ code: String?) -> String {
    code.map(names.indicator) ?? words("All questions")
  }

  private static func span(_ interval: ClosedRange<Int>) -> String {
    interval.count == 1 ? "\(interval.lowerBound)" : "\(interval.lowerBound)–\(interval.upperBound)"
  }
}
