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

  /// How many indicators of a group are shown where there are several.
  private static let mostOfGroup = 5

  /// One line per indicator; of several groups the first lines of each.
  func display() -> Table {
    let groups = study.groups(by: grouping)
    return Table(
      title: "\(study.rule.subindex) \(study.rule.year), \(study.provinces.count) provinces. Which "
        + "indicators move ranks most" + (grouping.map { ", by \($0.rawValue)" } ?? ""),
      columns: [
        "indicator", "places", "", "spread", "first", "top 3", "share", "", "order",
      ],
      rows: groups.flatMap(rows), notes: notes)
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
    let (places, share) = (NumberFormat.decimals(1), NumberFormat.percentage(decimals: 0))
    let whole = NumberFormat.decimals(0)
    func range(_ format: NumberFormat, _ ends: ClosedRange<Double>) -> Cell {
      .text("(\(format.string(ends.lowerBound)) to \(format.string(ends.upperBound)))")
    }
    let isBorrowed = study.provinces.first?.feasible[row.indicator]?.isBorrowed == true
    return [
      .text(indent + names.indicator(row.indicator) + (isBorrowed ? "*" : "")),
      .text(places.string(row.meanPlaces, isSigned: true)), range(places, row.meanPlacesInterval),
      .text("\(whole.string(row.spread.lowerBound)) to \(whole.string(row.spread.upperBound))"),
      Cell(row.first), Cell(row.firstThree), .text(share.string(row.share)),
      range(share, row.shareInterval),
      .text("\(row.order) (\(row.orderInterval.lowerBound)–\(row.orderInterval.upperBound))"),
    ]
  }

  private func title(of group: ProvinceGroup) -> String {
    if case .region(let region) = group.basis {
      return names.language == .vi ? region.nameVi : region.nameEn
    }
    return group.name
  }

  private var notes: [String] {
    [
      "Places: what a good year of the indicator alone gains, mean over the provinces with its "
        + "\(String.confidence(level)) interval; spread: the 10th to the 90th percentile among "
        + "them. First, top 3: in how many provinces it comes so early. Share: of the variance of the "
        + "score. Order: by mean places, and within which places in \(String.confidence(level)) of the "
        + "samples.",
      grouping == nil
        ? nil
        : "The first \(Self.mostOfGroup) of each group are shown; --format csv has all.",
    ].compactMap(\.self) + study.notes(naming: names.indicator)
  }
}
