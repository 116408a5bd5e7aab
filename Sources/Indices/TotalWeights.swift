public import Panels
public import Tables
import Statistics

/// The weights by which sub-indices make the total, by year.
///
/// total = Σ weight × score / 10, with weights in per cent and scores of 1 to 10.
public struct TotalWeights: Sendable {
  /// The weights of some years.
  public struct Vintage: Sendable, Hashable {
    /// The years.
    public let years: ClosedRange<Int>
    /// The weight of each sub-index, in per cent.
    public let weights: [String: Double]
  }

  /// The vintages, in the order of their years.
  public let vintages: [Vintage]

  /// A total of sub-indices that are all 1 is 10, and of such that are all 10 it is 100.
  public static let scale = 10.0...100.0

  /// The rule of the total: the sub-indices with their weights, on a scale of 10 to 100.
  ///
  /// - Throws: `IndexError.noRule` for a year without weights, `IndexError.badRule` where they do not
  ///   add up to a hundred.
  public func rule(of year: Int) throws(IndexError) -> ScoringRule {
    guard let vintage = vintages.first(where: { $0.years.contains(year) }) else {
      throw .noRule(year: year, known: years)
    }
    let range = Goalposts.ofPCI
    return try ScoringRule(
      year: year, subindex: Codebook.wholeIndex,
      components: vintage.weights.sorted { $0.key < $1.key }.map { subindex, weight in
        ScoringRule.Component(
          indicator: subindex, dimension: subindex, weight: weight / 100,
          minimum: range.lowerBound, maximum: range.upperBound, direction: .positive,
          scale: Self.scale)
      })
  }

  /// The years whose weights are known, ascending.
  public var years: [Int] { vintages.flatMap { Array($0.years) } }

  /// Reads a table of weights: first_year, last_year, subindex and weight (per cent).
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place.
  public init(reading table: Table) throws {
    let records = try Records(table, required: ["first_year", "last_year", "subindex", "weight"])
    var vintages: [Vintage] = []
    for record in records {
      let first = try record.integer("first_year")
      let last = try record.integer("last_year")
      guard first <= last else {
        throw PanelError.badEntry(record.location("last_year"), "a year from \(first) on")
      }
      // Years are listed one by one.
      for (column, year) in [("first_year", first), ("last_year", last)]
      where !(1900...2200).contains(year) {
        throw PanelError.badEntry(record.location(column), "a year such as 2017, not \(year)")
      }
      let subindex = try record.text("subindex")
      var weights = vintages.first { $0.years == first...last }?.weights ?? [:]
      guard weights.updateValue(try record.number("weight"), forKey: subindex) == nil else {
        throw PanelError.badEntry(record.location("subindex"), "each sub-index once")
      }
      vintages.removeAll { $0.years == first...last }
      vintages.append(Vintage(years: first...last, weights: weights))
    }
    self.vintages = vintages.sorted { $0.years.lowerBound < $1.years.lowerBound }
  }

  /// The total of each province of a year, rebuilt from the published sub-indices.
  ///
  /// - Returns: nil for a province without one of the scores; no values at all for a year without weights
  ///   or with a sub-index that nobody has.
  public func totals(of panel: Panel, in year: Int) -> [Double?] {
    guard let vintage = vintages.first(where: { $0.years.contains(year) }) else { return [] }
    // Summed in one order, so that the same bytes come every time.
    let parts = vintage.weights.sorted { $0.key < $1.key }.map { subindex, weight in
      (weight, panel.column(subindex, in: year))
    }
    return panel.provinces.indices.map { row in
      var total = 0.0
      for (weight, column) in parts {
        guard let score = column?[row] else { return nil }
        total += weight * score / 10
      }
      return total
    }
  }

  /// Where published totals are not what their sub-indices make, or ranks are not those of the totals.
  public func doubts(on panel: Panel) -> [Remark] {
    panel.years.flatMap { year in
      [doubtOnTotals(of: panel, in: year), doubtOnRanks(of: panel, in: year)].compactMap(\.self)
    }
  }

  /// Rounded weights of two decimals, as in 2005, leave a total uncertain by up to 0.05; whole ones give it
  /// back to the digits of the scores.
  private func tolerance(in year: Int) -> Double {
    let weights = vintages.first { $0.years.contains(year) }?.weights.values.map(\.self) ?? []
    let areWhole = weights.allSatisfy { $0 == $0.rounded() }
    return areWhole ? 1e-3 : Double(weights.count) * 0.005
  }

  private func doubtOnTotals(of panel: Panel, in year: Int) -> Remark? {
    let totals = totals(of: panel, in: year)
    guard let published = panel.column(Codebook.wholeIndex, in: year), !totals.isEmpty else {
      return nil
    }
    let differences = panel.provinces.indices.compactMap { row in
      totals[row].flatMap { total in
        published[row].map { (panel.provinces[row], total, $0, size: abs(total - $0)) }
      }
    }.filter { $0.size > tolerance(in: year) }
    guard let largest = differences.max(by: { $0.size < $1.size }) else { return nil }
    return Remark(
      .warning, year: year, indicator: Codebook.wholeIndex,
      "\(differences.count) published totals are not what their sub-indices make, by up to "
        + "\(Self.rounded(largest.size)) (\(largest.0.nameVi): \(Self.rounded(largest.2)), not "
        + "\(Self.rounded(largest.1)))")
  }

  private func doubtOnRanks(of panel: Panel, in year: Int) -> Remark? {
    guard let totals = panel.column(Codebook.wholeIndex, in: year),
      let ranks = panel.column("\(Codebook.wholeIndex)_rank", in: year)
    else { return nil }
    let published = totals.compactMap { $0 }
    let wrong = panel.provinces.indices.filter { row in
      guard let total = totals[row], let rank = ranks[row] else { return false }
      // Totals that tie to the second decimal are printed in either order.
      let tied = published.count { abs($0 - total) < 0.005 }
      let least = 1 + published.count { $0 >= total + 0.005 }
      return !(Double(least)...Double(least + tied - 1)).contains(rank)
    }
    guard let first = wrong.first, let total = totals[first], let rank = ranks[first] else {
      return nil
    }
    return Remark(
      .warning, year: year, indicator: "\(Codebook.wholeIndex)_rank",
      "\(wrong.count) published ranks are not those of the totals "
        + "(\(panel.provinces[first].nameVi): rank \(Cell(rank)) with \(Self.rounded(total)))")
  }

  private static func rounded(_ value: Double) -> String {
    "\(Cell((value * 1e3).rounded() / 1e3))"
  }
}
