import Indices
import Panels
import Tables
import TestSupport
import Testing

/// Comparisons with `Reference/profile.py`: the same profiles by plain Python from the bundled tables.
@Suite struct ProfileReferenceTests {
  @Test(arguments: [("Đắk Nông", 2017, true), ("Kon Tum", 2019, true), ("Hà Nội", 2011, false)])
  func everyFigureOfAProfileIsThatOfASecondProgram(
    name: String, year: Int, hasRule: Bool
  ) throws {
    let panel = try Bundled.history()
    let province = try Bundled.gazetteer().province(named: name)
    let subject = ProfileSubject(
      subindex: "transparency", rules: hasRule ? [try Bundled.rule(year)] : [])
    let profile = try Profile(
      of: province, in: year, subject: subject, panel: panel,
      peers: .near(province, places: 5, in: year, subject: subject, panel: panel))
    let path = Bundled.checkout + "/Tests/IndicesTests/Reference/profile.csv"
    let wanted = try Records(CSVReader().table(contentsOf: path)).filter {
      try $0.text("province") == name && $0.integer("year") == year
    }
    let records = Dictionary(
      uniqueKeysWithValues: try Records(profile.table()).map { (try $0.text("indicator"), $0) })
    #expect(records.count == wanted.count)
    for expected in wanted {
      let code = try expected.text("indicator")
      let record = try #require(records[code])
      for column in ["value", "best", "rank", "ties", "tenth_best", "region_rank", "peers_rank"] {
        #expect(
          try record.number(column) == (try expected.number(column)), "\(code), \(column)")
      }
      let leaders = try record.text("best_provinces").split(separator: "; ")
      #expect(Set(leaders) == Set(try expected.text("best_provinces").split(separator: "; ")))
      #expect(
        try record.integer("comparable_since") == (try expected.integer("comparable_since")))
      // The whole's row holds sums, which the reference does not make.
      let isWhole = code == "transparency"
      for column in Self.computed where !(isWhole && Self.summed.contains(column)) {
        let (own, other) = (
          try record.optionalNumber(column), try expected.optionalNumber(column)
        )
        #expect((own == nil) == (other == nil), "\(code), \(column)")
        // A few sums and one division of numbers up to 50, in another order.
        #expect(abs((own ?? 0) - (other ?? 0)) < 1e-13, "\(code), \(column)")
      }
    }
  }

  private static let summed = ["weight", "contribution", "lost", "gain_at_best"]
  private static let computed =
    summed + [
      "median", "score", "region_median", "peers_median", "change", "median_change",
      "slope_per_year",
    ]
}
