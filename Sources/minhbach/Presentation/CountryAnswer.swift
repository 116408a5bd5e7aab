import Indices
import Panels
import Reports
import Scenarios
import Tables

/// What moves ranks in the country, as people read it.
struct CountryAnswer {
  let study: CountryDrivers
  let grouping: ProvinceGroup.Grouping?
  let level: Double
  let names: Names

  private var words: Words { names.words }

  /// How many indicators of a group are shown where there are several.
  private static let mostOfGroup = 5

  /// One line per indicator; of several groups the first lines of each.
  func display() -> Table {
    let groups = study.groups(by: grouping)
    return Table(
      title: title,
      columns: words.columns("indicator", "places") + [""]
        + words.columns("spread", "first", "top 3", "share") + [""] + words.columns("order"),
      rows: groups.flatMap(rows), notes: notes)
  }

  private var title: String {
    let subject = Phrase(
      """
      \(names.subindex(study.rule.subindex)) \(study.rule.year), \(study.provinces.count) provinces. \
      Which indicators move ranks most
      """)
    return switch grouping {
    case nil: words(subject)
    case .region: words("\(subject), by region")
    case .tier: words("\(subject), by tier")
    }
  }

  private func rows(of group: ProvinceGroup) -> [[Cell]] {
    let all = study.summaries(of: group, level: level)
    let rows = all.prefix(grouping == nil ? all.count : Self.mostOfGroup)
    guard grouping != nil else { return rows.map { cells($0) } }
    let heading = "\(title(of: group)), \(group.members.count)"
    return [[.text(heading)] + Array(repeating: .text(""), count: 8)]
      + rows.map { cells($0, indent: "  ") }
  }

  private func cells(_ row: IndicatorSummary, indent: String = "") -> [Cell] {
    let (places, share) = (words.decimals(1), words.percentage(decimals: 0))
    let whole = words.decimals(0)
    func range(_ format: NumberFormat, _ ends: ClosedRange<Double>) -> Cell {
      .text("(" + words("\(ends.lowerBound, format) to \(ends.upperBound, format)") + ")")
    }
    let isBorrowed = study.provinces.first?.feasible[row.indicator]?.isBorrowed == true
    return [
      .text(indent + names.indicator(row.indicator) + (isBorrowed ? "*" : "")),
      .text(places.string(row.meanPlaces, isSigned: true)), range(places, row.meanPlacesInterval),
      .text(words("\(row.spread.lowerBound, whole) to \(row.spread.upperBound, whole)")),
      Cell(row.first), Cell(row.firstThree), .text(share.string(row.share)),
      range(share, row.shareInterval),
      .text("\(row.order) (\(row.orderInterval.lowerBound)–\(row.orderInterval.upperBound))"),
    ]
  }

  private func title(of group: ProvinceGroup) -> String {
    switch group.basis {
    case .region(let region): names.region(region)
    case .country: words("country")
    case .elsewhere: words("no region")
    case .tier(let tier): words(Phrase(code: tier.rawValue))
    }
  }

  private var notes: [Phrase] {
    [
      Phrase(
        """
        Places: what a good year of the indicator alone gains, mean over the provinces with its \
        \(confidence: level) interval; spread: the 10th to the 90th percentile among them. First, \
        top 3: in how many provinces it comes so early. Share: of the variance of the score. \
        Order: by mean places, and within which places in \(confidence: level) of the samples.
        """),
      grouping == nil
        ? nil
        : Phrase("The first \(Self.mostOfGroup) of each group are shown; --format csv has all."),
    ].compactMap(\.self) + study.notes(naming: names.indicator)
  }
}
