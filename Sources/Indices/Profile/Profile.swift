import Tables
public import Panels
import Statistics

/// Where a province stands in one year, indicator by indicator: against the country, its region, its
/// peers and its own last years.
///
/// Figures are those of the panel; scores of indicators, contributions and losses are by the rule of the
/// year, and missing where none is known. Ranks take the indicator's direction from the codebook.
public struct Profile: Sendable {
  /// The province.
  public let province: Province
  /// The year.
  public let year: Int
  /// What the profile is about.
  public let subject: ProfileSubject
  /// The score, or the total; nil where neither is published nor a rule gives it.
  public let whole: Line?
  /// What it is made of, where most of the score is lost first; without a rule in the codebook's order.
  public let lines: [Line]
  /// The score by the rule, which contributions add up to; nil without one.
  public let rebuiltScore: Double?
  /// The number of provinces ranked in the year.
  public let provinces: Int
  /// The region; nil where no one region is told.
  public let region: PeerGroup?
  /// The peers; nil where they are the region and there is none.
  public let peers: PeerGroup?
  /// What is worth knowing of the replay of the rule.
  let ruleNotes: [Phrase]

  /// Studies one province in one year.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - year: the year.
  ///   - subject: the sub-index or the whole index.
  ///   - panel: the figures, of the years before too.
  ///   - peers: whom it is compared with beside the country; its region if nobody is named.
  /// - Throws: `PanelError.noFigures`, `IndexError.notRanked`, `IndexError.noFiguresOf` where the
  ///   province has no figure of the year, `IndexError.badRule`.
  public init(
    of province: Province, in year: Int, subject: ProfileSubject, panel: Panel,
    peers: PeerGroup? = nil
  ) throws {
    try panel.requireYear(year)
    guard province.years.contains(year),
      let row = panel.provinces.firstIndex(where: { $0.key == province.key })
    else { throw IndexError.notRanked(province: province.nameVi, year: year) }
    let region = PeerGroup.region(of: province, in: year, panel: panel)
    let view = View(
      row: row, year: year, subject: subject, panel: panel, region: region,
      peers: peers ?? region)
    let scores = try subject.scores(of: panel, in: year)
    let lines = subject.parts(in: panel, year).map(view.line)
    let whole = try subject.whole(in: panel, year).flatMap { indicator in
      try scores.map { try view.line(of: indicator, scoring: $0.values) }
    }
    guard lines.contains(where: { $0.value != nil }) || whole?.value != nil else {
      throw IndexError.noFiguresOf(province: province.nameVi, year: year, of: subject.name)
    }
    self.province = province
    self.year = year
    self.subject = subject
    self.whole = whole
    self.lines = Self.mostLostFirst(lines)
    rebuiltScore = scores?.rebuilt?[row]
    provinces = panel.provinces(in: year).count
    self.region = region
    self.peers = peers ?? region
    ruleNotes = scores?.notes ?? []
  }

  private static func mostLostFirst(_ lines: [Line]) -> [Line] {
    func lost(_ line: Line) -> Double { line.worth?.lost ?? -.infinity }
    return lines.enumerated().sorted { first, second in
      (lost(second.element), first.offset) < (lost(first.element), second.offset)
    }.map(\.element)
  }
}

/// One province's view on the panel.
private struct View {
  let row: Int
  let year: Int
  let subject: ProfileSubject
  let panel: Panel
  let rule: ScoringRule?
  private let country: [Int]
  private let regionRows: [Int]?
  private let peerRows: [Int]?

  init(
    row: Int, year: Int, subject: ProfileSubject, panel: Panel, region: PeerGroup?,
    peers: PeerGroup?
  ) {
    self.row = row
    self.year = year
    self.subject = subject
    self.panel = panel
    rule = subject.rule(for: year)
    country = Array(panel.provinces.indices)
    func rows(_ group: PeerGroup?) -> [Int]? {
      group.map { group in
        let keys = Set(group.provinces.map(\.key))
        return panel.provinces.indices.filter { keys.contains(panel.provinces[$0].key) }
      }
    }
    regionRows = rows(region)
    peerRows = rows(peers)
  }

  /// An indicator, with its worth by the rule.
  func line(of indicator: Indicator) -> Profile.Line {
    line(of: indicator) { panel.column(indicator.code, in: $0) }
  }

  /// The whole, whose values of past years are the scores that count.
  func line(of whole: Indicator, scoring values: [Double?]) throws -> Profile.Line {
    var columns = [year: values]
    for past in year - Trend.horizon..<year {
      columns[past] = try subject.scores(of: panel, in: past)?.values
    }
    return line(of: whole) { columns[$0] }
  }

  private func line(of indicator: Indicator, columns: (Int) -> [Double?]?) -> Profile.Line {
    let column = IndicatorColumn(
      indicator, values: columns(year) ?? panel.provinces.map { _ in nil })
    let value = column.values[row]
    let (best, leaders) = column.leaders
    return Profile.Line(
      indicator: indicator, value: value, country: column.place(of: row, among: country),
      best: best, leaders: leaders.map { panel.provinces[$0] }, tenthBest: column.tenthBest,
      region: regionRows.map { column.place(of: row, among: $0) },
      peers: peerRows.map { column.place(of: row, among: $0) },
      worth: worth(of: value, best: best, indicator: indicator.code),
      trend: Trend(of: indicator, row: row, until: year, in: panel, columns: columns))
  }

  private func worth(of value: Double?, best: Double?, indicator: String) -> Profile.Worth? {
    guard let component = rule?.components.first(where: { $0.indicator == indicator }),
      let value, let best
    else { return nil }
    let points = subject.pointsPerScore * component.weight
    let score = component.score(value)
    return Profile.Worth(
      weight: component.weight, score: score, contribution: points * score,
      lost: points * (10 - score), gainAtBest: points * (component.score(best) - score))
  }
}
