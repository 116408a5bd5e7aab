import Indices
import Panels
import Tables
import TestSupport
import Testing

@Suite struct ReconciliationTests {
  static let provedYears = [2005, 2006, 2007, 2008] + Array(Bundled.years)

  @Test(arguments: provedYears) func everythingPublishedForAProvedYearAgrees(year: Int) throws {
    let panel = try Bundled.history(of: year)
    let reconciliation = try Reconciliation(of: panel, by: Bundled.rule(year))
    #expect(reconciliation.disagreements.isEmpty)
    #expect(reconciliation.faults.isEmpty)
    #expect(reconciliation.precision.decimals == nil)
    // One score for every province that was ranked, in the order of the panel: 42, 64 or 63.
    let scores = reconciliation.entries.filter { $0.item == Bundled.subindex }
    let published = try #require(panel.column(Bundled.subindex, in: year))
    let ranked = zip(panel.provinces, published).filter { $0.1 != nil }
    #expect(scores.map(\.province.key) == ranked.map(\.0.key))
    #expect(scores.map(\.published) == ranked.compactMap(\.1))
    #expect(scores.count == (year == 2005 ? 42 : year < 2009 ? 64 : 63))
  }

  @Test(arguments: [2005, 2006, 2007, 2008])
  func theDimensionsOfTheFirstYearsAgreeCellByCell(year: Int) throws {
    let panel = try Bundled.history(of: year)
    let rule = try Bundled.rule(year)
    let reconciliation = try Reconciliation(of: panel, by: rule)
    let suffix = year < 2007 ? "" : "_part"
    let items = ["access", "equity", "predictability", "openness"]
      .map { "transparency_\($0)\(suffix)" }
    var seen: [String: Int] = [:]
    for entry in reconciliation.entries where entry.item != Bundled.subindex {
      seen[entry.item, default: 0] += 1
      #expect(entry.agrees, "\(entry.item) \(entry.province.nameVi): \(entry.difference)")
    }
    let count = reconciliation.entries.count { $0.item == Bundled.subindex }
    #expect(seen == Dictionary(uniqueKeysWithValues: items.map { ($0, count) }))
  }

  /// Nothing is rebuilt from what it is compared with: a composite off by 1e-4 is told.
  @Test func aMisprintedDimensionDisagreesAloneAndIsNoFaultOfTheRule() throws {
    let panel = try Bundled.history(of: 2008) { figure in
      figure.indicator == "transparency_equity_part" && figure.province == "daknong"
        ? figure.value + 1e-4 : figure.value
    }
    let reconciliation = try Reconciliation(of: panel, by: Bundled.rule(2008))
    #expect(reconciliation.disagreements.map(\.item) == ["transparency_equity_part"])
    #expect(reconciliation.disagreements.map(\.province.key) == ["daknong"])
    #expect(reconciliation.faults.isEmpty)
  }

  @Test(arguments: provedYears, [1, 2, 3])
  func scoresRoundedWhenPublishedStillAgree(year: Int, decimals: Int) throws {
    let power = [1, 10, 100, 1000.0][decimals]
    let panel = try Bundled.history(of: year) { figure in
      figure.indicator == Bundled.subindex
        ? (figure.value * power).rounded() / power : figure.value
    }
    let reconciliation = try Reconciliation(of: panel, by: Bundled.rule(year))
    #expect(reconciliation.precision.decimals == decimals)
    #expect(reconciliation.disagreements.isEmpty)
    #expect(reconciliation.faults.isEmpty)
  }

  @Test func aScoreRoundedTheWrongWayDisagrees() throws {
    // A unit of the last place, where half of one is rounding.
    let panel = try Bundled.history(of: 2019) { figure in
      guard figure.indicator == Bundled.subindex else { return figure.value }
      let rounded = (figure.value * 100).rounded() / 100
      return figure.province == "kontum" ? rounded + 0.01 : rounded
    }
    let reconciliation = try Reconciliation(of: panel, by: Bundled.rule(2019))
    #expect(reconciliation.disagreements.map(\.province.key) == ["kontum"])
  }

  @Test func aYearWithoutScoresIsRefused() throws {
    let panel = try Bundled.history(of: 2019) { figure in
      figure.indicator == Bundled.subindex ? nil : figure.value
    }
    #expect(
      message { try Reconciliation(of: panel, by: Bundled.rule(2019)) }
        == "no score of transparency was published for 2019: there is nothing to set beside the rule"
    )
  }

  @Test func theTableHoldsEveryCellWithWhatWasPublished() throws {
    let reconciliation = try Reconciliation(
      of: Bundled.history(of: 2008), by: Bundled.rule(2008))
    let table = reconciliation.table(name: \.nameVi)
    #expect(table.rows.count == 1 + 64 * 5)
    let records = try Records(table)
    for (record, entry) in zip(records, reconciliation.entries) {
      #expect(try record.text("province") == entry.province.nameVi)
      #expect(try record.number("difference") == entry.rebuilt - entry.published)
      #expect(try record.number("published_low") <= entry.published)
      #expect(try record.number("published_high") >= entry.published)
      #expect(try record.text("agrees") == "yes")
    }
    #expect(table.notes.texts.isEmpty)
  }
}
