import Indices
import Panels
import Tables
import TestSupport
import Testing

/// Comparisons with `Reference/decomposition.py`: every coalition scored afresh, in NumPy.
@Suite struct DecompositionReferenceTests {
  @Test func everyPartAgreesWithNumPy() throws {
    let records = try Records(CSVReader().table(contentsOf: reference("decomposition.csv")))
    var known: [Case: Decomposition] = [:]
    for record in records {
      let key = try Case(record)
      let decomposition = try known[key] ?? key.decomposition()
      known[key] = decomposition
      #expect(decomposition.from.rank == (try record.integer("rank_from")))
      #expect(decomposition.to.rank == (try record.integer("rank_to")))
      let part = try #require(
        decomposition.parts.first { $0.cause.reference == (try? record.text("part")) })
      // Thousands of terms of up to a place or a point, weighted and rounded in another order.
      #expect(abs(part.score - (try record.number("score_change"))) < 1e-10)
      #expect(abs(part.rank - (try record.number("rank_change"))) < 1e-10)
    }
    #expect(records.count == 179 && known.count == 14)
    for (key, decomposition) in known {
      #expect(decomposition.parts.count == (try records.count { try Case($0) == key }))
    }
  }

  /// One question of the script.
  private struct Case: Hashable {
    let kind: String
    let province: String
    let other: String
    let from: Int
    let to: Int

    init(_ record: Record) throws {
      kind = try record.text("kind")
      province = try record.text("province")
      other = record.optionalText("other") ?? ""
      from = try record.integer("from")
      to = try record.integer("to")
    }

    func decomposition() throws -> Decomposition {
      let panel = try Bundled.panel()
      let gazetteer = try Bundled.gazetteer()
      let province = try gazetteer.province(named: province)
      switch kind {
      case "rules", "shared", "approximate":
        let change = try RankChange(
          of: province, panel: panel,
          from: kind == "approximate" ? .madeWrong(from) : Bundled.rule(from), to: Bundled.rule(to))
        return try kind == "shared" ? #require(change.shared) : change.whole
      default:
        return try RankGap(
          of: province,
          against: kind == "median" ? .median : .province(gazetteer.province(named: other)),
          panel: panel, rule: Bundled.rule(from)
        ).gap
      }
    }
  }
}

extension ScoringRule {
  /// A rule of a year that does not give its published scores back.
  static func madeWrong(_ year: Int) throws -> ScoringRule {
    let rule = try Bundled.rule(year)
    let extra = ["website_score": 0.05, "website_use": -0.05]
    return try ScoringRule(
      year: year, subindex: rule.subindex,
      components: rule.components.map { part in
        Component(
          indicator: part.indicator, dimension: part.dimension,
          weight: part.weight + (extra[part.indicator] ?? 0), minimum: part.minimum,
          maximum: part.maximum, direction: part.direction)
      })
  }
}

extension Decomposition.Cause {
  /// The name the script has.
  fileprivate var reference: String {
    switch self {
    case .indicator(let code): code
    case .rivals: "rivals"
    case .ranges: "ranges"
    case .rule: "rule"
    case .unexplained: "unexplained"
    }
  }
}
