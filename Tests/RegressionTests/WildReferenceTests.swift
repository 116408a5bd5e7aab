import LinearAlgebra
import Regression
import Statistics
import Tables
import TestSupport
import Testing

/// All vectors of signs of ten firms, beside the formulas of `Reference/diagnostics/wild_bootstrap.py`, which
/// make each response and regress it.
@Suite struct WildReferenceTests {
  static let references = PanelReference.all.filter { reference in
    reference.figures.contains { $0.statistic.hasPrefix("bootstrap_wild_t:") }
  }

  @Test func thereAreReferences() {
    #expect(Self.references.count == 8)
  }

  @Test(arguments: references)
  func theDistributionIsThatOfResponsesMadeAnew(_ panel: PanelReference) throws {
    let records = try Records(
      CSVReader().table(contentsOf: reference("diagnostics/\(panel.dataset).csv")))
    let firms = Grouping(name: "firm", labels: try records.map { try $0.text("firm") })
    let years = Grouping(name: "year", labels: try records.map { try $0.text("year") })
    let terms = (panel.effect == "none" ? ["intercept"] : []) + ["value", "capital"]
    let columns = try (terms + ["inv"]).map { term -> [Double] in
      guard term != "intercept" else { return records.map { _ in 1 } }
      return try records.map { try $0.number(term) }
    }
    let bootstrap = try #require(
      try WildClusterBootstrap(
        Matrix(rows: records.count, columns: columns), clusters: firms,
        unitEffects: panel.effect.contains("unit") ? firms : nil,
        otherEffects: panel.effect.contains("time") ? years : nil))
    for (number, term) in terms.enumerated() {
      let restriction = terms.indices.map { $0 == number ? 1.0 : 0 }
      for imposesNull in [true, false] {
        let test = bootstrap.test(
          restriction, count: 1024, Replicates(seed: 0), imposesNull: imposesNull)
        #expect(test.isEnumerated && test.undefined == 0)
        func value(_ name: String) throws -> Double {
          let statistic = "bootstrap_wild_\(name):\(term)"
          return try #require(panel.figures.first { $0.statistic == statistic }).value
        }
        let name = imposesNull ? "restricted" : "unrestricted"
        // Both ways solve equations that are not refined: eleven digits.
        func isNear(_ found: Double?, _ expected: Double) -> Bool {
          found.map { abs($0 - expected) <= 1e-11 * abs(expected) } ?? false
        }
        #expect(isNear(test.statistic, try value("t")))
        #expect(test.probability == (try value("\(name)_p_with_equal")))
        #expect(isNear(test.statistics.min(), try value("\(name)_t_lowest")))
        #expect(isNear(test.statistics.max(), try value("\(name)_t_highest")))
        let mean = test.statistics.reduce(0) { $0 + abs($1) } / 1024
        #expect(isNear(mean, try value("\(name)_t_absolute_mean")))
      }
    }
  }
}
