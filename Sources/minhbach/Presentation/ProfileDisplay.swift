import Indices
import Panels
import Reports
import Tables

extension Profile {
  /// The profile as people read it: one line per indicator, no wider than 120 characters.
  func display(_ names: Names, _ sampled: SampledAnswer) -> Table {
    let hasRule = subject.rule(for: year) != nil
    let words = names.words
    let group = peers == region ? words("region") : words("peers")
    let columns =
      words.columns("value") + (sampled.ranks == nil ? [] : ["±"])
      + words.columns("median", "top 10", "best", "rank")
      + (hasRule ? words.columns("score", "lost") : [])
      + (peers == nil ? [] : [group]) + words.columns("trend", "a year")
    let all = lines + (whole.map { [$0] } ?? [])
    let rows = all.map { cells(of: $0, hasRule: hasRule, names, sampled.ranks) }
    let widths = columns.indices.map { column in
      ([columns[column]] + rows.map { $0[column].description }).map(\.count).max() ?? 0
    }
    let room = max(20, Self.width - widths.reduce(0) { $0 + $1 + 2 })
    return Table(
      title: title(names), columns: words.columns("indicator") + columns,
      rows: zip(all, rows).map { line, cells in
        [.text(label(line, names, room: room))] + cells
      },
      notes: sampled.notes(on: province) + notes(naming: { name($0, names) }, regions: names.region)
        + [leaders(names), legend(hasRule: hasRule)])
  }

  /// The name of an indicator; of a part of the total without the words that tell it from a total.
  private func name(_ code: String, _ names: Names) -> String {
    let name = names.indicator(code)
    guard whole?.indicator.kind == .total, name.hasSuffix(")"), let end = name.lastIndex(of: "(")
    else { return name }
    return String(name[..<end].dropLast())
  }

  /// The name as it heads a line, with a sign where less is better.
  private func label(_ line: Line, _ names: Names, room: Int) -> String {
    let mark = line.indicator.direction == .reversed ? " ↓" : ""
    return name(line.indicator.code, names).shortened(to: room - mark.count) + mark
  }

  private static let width = 120

  private func title(_ names: Names) -> String {
    let subject = names.subindex(subject.name)
    let name = Phrase("\(names.province(province)), \(subject) \(year)")
    guard let whole, let value = whole.value, let rank = whole.country.rank else {
      return names.words(name)
    }
    let two = NumberFormat.decimals(2)
    let count = whole.country.count
    let field = count < provinces ? Phrase("the \(count) known") : Phrase(verbatim: "\(count)")
    let parts = [
      whole.indicator.kind == .total
        ? Phrase("\(name): total \(value, two), rank \(rank) of \(field)")
        : Phrase("\(name): score \(value, two), rank \(rank) of \(field)"),
      whole.country.median.map { Phrase("median \($0, two)") },
      region.flatMap { group in
        whole.region.flatMap { place in
          place.rank.map { Phrase("\(names.region(group)): \($0) of \(place.count)") }
        }
      },
    ].compactMap(\.self)
    return names.words(.joined(parts, by: "; "))
  }

  private func cells(
    of line: Line, hasRule: Bool, _ names: Names, _ sampled: SampledRanks?
  ) -> [Cell] {
    func value(_ number: Double?) -> Cell {
      number.map { .text(names.value($0, of: line.indicator.code)) } ?? .empty
    }
    func points(_ number: Double?) -> Cell {
      number.map { .text(names.words.decimals(2).string($0)) } ?? .empty
    }
    let isWhole = line.indicator.code == whole?.indicator.code
    let lost = isWhole ? lines.compactMap(\.worth?.lost) : []
    let worth = [
      points(line.worth?.score),
      points(isWhole && !lost.isEmpty ? lost.reduce(0, +) : line.worth?.lost),
    ]
    let error = sampled.map { sampled in
      Cell.text(
        sampled.error(of: line.indicator.code, province).map {
          names.error($0, of: line.indicator.code)
        } ?? "")
    }
    return [value(line.value)] + (error.map { [$0] } ?? []) + [
      value(line.country.median), value(line.tenthBest), value(line.best), rank(line.country),
    ] + (hasRule ? worth : []) + (peers == nil ? [] : [standing(line.peers)]) + [
      .text(bars(line.trend)),
      line.trend.slope.map { .text(names.change($0, of: line.indicator.code)) } ?? .empty,
    ]
  }

  /// A rank, with a sign where others share it.
  private func rank(_ place: Place) -> Cell {
    guard let rank = place.rank else { return .empty }
    return .text("\(rank)" + (place.ties == 0 ? "" : "="))
  }

  private func standing(_ place: Place?) -> Cell {
    guard let place, let rank = place.rank else { return .empty }
    return .text("\(rank)/\(place.count)")
  }

  private func bars(_ trend: Trend) -> String {
    guard let first = trend.points.first?.year else { return "" }
    return Sparkline((first...year).map { trend[$0] }, isBroken: trend.brokenIn != nil).text
  }

  private func leaders(_ names: Names) -> Phrase {
    let best = lines.filter { $0.best != nil }.map { line in
      let (name, provinces) = (name(line.indicator.code, names), line.leaders.map(names.province))
      return provinces.count > 3
        ? Phrase("\(name): \(provinces.count) provinces") : Phrase("\(name): \(provinces)")
    }
    let whole = whole.map { line in
      Phrase("\(name(line.indicator.code, names)): \(line.leaders.map(names.province))")
    }
    return Phrase("Who is best – \(best + (whole.map { [$0] } ?? []), separator: "; ").")
  }

  private func legend(hasRule: Bool) -> Phrase {
    let parts = [
      Phrase("Top 10: the tenth best value; ↓: less is better; rank: 1 is best, = is shared"),
      hasRule
        ? Phrase(
          "score: 1 to 10 by the rule; lost: points short of a score of 10, times the weight")
        : nil,
      Phrase(
        """
        trend: up to five years back that compare, after | where earlier figures do not, the bars as \
        high as the values; a year: mean change of these (least squares).
        """),
    ].compactMap(\.self)
    return .joined(parts, by: "; ")
  }
}

extension Table {
  /// The profile with the firms behind each figure, its standard error, and the interval.
  func adding(_ sampled: SampledAnswer, to profile: Profile) -> Table {
    let codes =
      profile.lines.map(\.indicator.code) + (profile.whole.map { [$0.indicator.code] } ?? [])
    func column(
      _ name: String, _ value: @escaping (SampledRanks, String) -> Double?
    ) -> (name: String, cell: (Int) -> Cell) {
      (name, { row in Cell(sampled.ranks.flatMap { value($0, codes[row]) }) })
    }
    let province = profile.province
    var table = adding([
      column("firms") { $0.firms(behind: $1, province) },
      column("standard_error") { $0.error(of: $1, province) },
      column("low") { $0.interval(of: $1, province)?.lowerBound },
      column("high") { $0.interval(of: $1, province)?.upperBound },
    ])
    table.notes = sampled.notes(on: province) + table.notes
    return table
  }
}

extension String {
  /// The text, or its beginning with an ellipsis where it is longer than it may be.
  fileprivate func shortened(to length: Int) -> String {
    count <= length ? self : prefix(length - 1) + "…"
  }
}
