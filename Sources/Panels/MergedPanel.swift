public import Tables

/// The figures of the former provinces, on the units of 2025.
///
/// A figure of a merged unit is derived: the weighted mean of its members' figures, with the weights in
/// its source. It is missing where one member's is. A unit that is one former province keeps its
/// figures and sources, and so do the figures of 2025 and later. Published scores are never carried to a
/// merged unit, for there were none: a rule gives scores to the derived figures.
public struct MergedPanel: Sendable {
  /// The figures; its provinces are the units.
  public let panel: Panel
  /// What was done, in sentences.
  public let notes: [Phrase]

  /// Merges a panel.
  ///
  /// - Parameters:
  ///   - panel: the figures of the former provinces.
  ///   - merger: which of them became which unit.
  ///   - weighting: how much each counts.
  ///   - respondents: the firms surveyed.
  /// - Throws: `PanelError.noRespondents` for a weighting by a year without counts, and
  ///   `PanelError.absorbedProvince` for figures of 2025 or later of a province that was no more.
  public init(
    _ panel: Panel, by merger: Merger, weighting: Merger.Weighting = .surveyed,
    respondents: Respondents
  ) throws {
    if case .firms(let year) = weighting, !respondents.years.contains(year) {
      throw PanelError.noRespondents(year: year, known: respondents.years)
    }
    let derivation = Derivation(panel: panel, weighting: weighting, respondents: respondents)
    let merged = merger.units.filter { unit in
      panel.years.contains { $0 < Merger.firstYear && unit.isMerged(in: $0) }
    }
    let kept = Self.kept(of: panel, by: merger)
    let derived = derivation.figures(of: merged)
    self.panel = try Panel(
      kept + derived, gazetteer: merger.gazetteer, codebook: Codebook(panel.indicators))
    notes = derivation.notes(on: merged, unassigned: merger.unassigned)
  }

  /// The figures that are not derived: all of 2025 and later, and earlier ones of unmerged units.
  private static func kept(of panel: Panel, by merger: Merger) -> [Figure] {
    let unassigned = Set(merger.unassigned.map(\.key))
    let merged = Dictionary(
      uniqueKeysWithValues: panel.years.map { year in
        let units = merger.units.filter { year < Merger.firstYear && $0.isMerged(in: year) }
        return (year, Set(units.flatMap { $0.members(in: year) }.map(\.key)).union(unassigned))
      })
    return panel.figures.filter {
      $0.year >= Merger.firstYear || merged[$0.year]?.contains($0.province) != true
    }
  }
}

/// How figures of merged units come from those of their members.
private struct Derivation {
  let panel: Panel
  let weighting: Merger.Weighting
  let respondents: Respondents

  /// What each member of a unit counts.
  private struct Weights {
    let counts: [Double]
    /// What a figure's source says: the members with their parts of the whole, and why.
    let source: String

    init(of members: [Province], counting counts: [Double], because reason: String) {
      let all = counts.reduce(0, +)
      let parts = zip(members, counts)
        .map { "\($0.nameVi) \(($1 / all * 1000).rounded() / 1000)" }
      self.counts = counts
      source = "derived: mean of \(parts.joined(separator: ", ")) (\(reason))"
    }

    /// A mean lies among its values; rounding must not carry a share past one.
    func mean(of values: [Double]) -> Double {
      let sum = zip(values, counts).reduce(0) { $0 + $1.0 * $1.1 }
      let mean = sum / counts.reduce(0, +)
      return min(max(mean, values.min() ?? mean), values.max() ?? mean)
    }
  }

  private var years: [Int] { panel.years.filter { $0 < Merger.firstYear } }

  func figures(of units: [Merger.Unit]) -> [Figure] {
    let rows = Dictionary(uniqueKeysWithValues: zip(panel.provinces.map(\.key), 0...))
    return years.flatMap { year -> [Figure] in
      let units = units.filter { $0.isMerged(in: year) }
      let members = units.map { $0.members(in: year) }
      let weights = members.map { self.weights(of: $0, in: year) }
      return panel.indicators.filter(\.unit.isAveraged).flatMap { indicator -> [Figure] in
        guard let column = panel.column(indicator.code, in: year) else { return [] }
        return units.indices.compactMap { index in
          let values = members[index].compactMap { rows[$0.key].flatMap { column[$0] } }
          // A mean of those that happen to be there would be another unit's.
          guard values.count == members[index].count else { return nil }
          return Figure(
            province: units[index].province.key, year: year, indicator: indicator.code,
            value: weights[index].mean(of: values), source: weights[index].source)
        }
      }
    }
  }

  private func weights(of members: [Province], in year: Int) -> Weights {
    guard let counted = countingYear(for: year),
      let firms = respondents.firms(of: members, in: counted)
    else {
      return Weights(of: members, counting: members.map { _ in 1 }, because: "equal weights")
    }
    return Weights(
      of: members, counting: firms,
      because: "by firms surveyed in \(counted)")
  }

  /// The year whose firms weigh the figures of a year, if any do.
  private func countingYear(for year: Int) -> Int? {
    switch weighting {
    case .surveyed: year
    case .equal: nil
    case .firms(let counted): counted
    }
  }

  func notes(on merged: [Merger.Unit], unassigned: [Province]) -> [Phrase] {
    guard !years.isEmpty, !merged.isEmpty else { return [] }
    let (weighted, equal) = yearsByWeights(of: merged)
    let weights = [
      weighted.isEmpty ? nil : Phrase("by \(firmsInWords) for \(weighted.spansInWords)"),
      equal.isEmpty ? nil : Phrase("equally for \(equal.spansInWords)"),
    ].compactMap(\.self)
    let former = merged.reduce(0) { sum, unit in
      sum + (years.map { unit.members(in: $0).count }.max() ?? 0)
    }
    let units = Set(panel.indicators.filter { !panel.years(of: $0.code).isEmpty }.map(\.unit))
    return [
      Phrase(
        """
        Units of 2025: the figures of \(merged.count) merged units before 2025 are derived, means of \
        those of \(former) former provinces, weighted \(weights). No scores were published for them.
        """),
      units.contains(.days)
        ? Phrase("A mean of medians (days) is only near the median of all firms.") : nil,
      units.contains(.points)
        ? Phrase(
          """
          A mean of points tells of the former provinces' websites, not of one that the unit has.
          """) : nil,
      unassigned.isEmpty
        ? nil : Phrase("In no unit, and left out: \(unassigned.map(\.nameVi))."),
    ].compactMap(\.self)
  }

  private var firmsInWords: Phrase {
    if case .firms(let year) = weighting {
      Phrase("firms surveyed in \(year)")
    } else {
      Phrase("firms surveyed")
    }
  }

  private func yearsByWeights(of merged: [Merger.Unit]) -> (weighted: [Int], equal: [Int]) {
    func areCounted(_ unit: Merger.Unit, _ year: Int) -> Bool {
      countingYear(for: year)
        .flatMap { respondents.firms(of: unit.members(in: year), in: $0) } != nil
    }
    return (
      years.filter { year in merged.contains { $0.isMerged(in: year) && areCounted($0, year) } },
      years.filter { year in merged.contains { $0.isMerged(in: year) && !areCounted($0, year) } }
    )
  }
}

extension IndicatorUnit {
  /// Whether a mean of provinces' values is a value of the provinces together.
  ///
  /// So for shares and means where the weights are the firms that answered, nearly so for medians of
  /// days, and for points as an average of checklists; a published score is nobody's but its own.
  fileprivate var isAveraged: Bool {
    switch self {
    case .share, .mean, .points, .days, .hours: true
    // A score is nobody's but its own; counts, rates and money would need other weights than firms.
    case .score, .factor, .rank, .count, .rate, .ratio, .money: false
    }
  }
}
