import Indices
import Tables
import Testing

@Suite struct AsemTests {
  // The reference prints 15 digits, so that it is known to 5e-15 of a figure, and sums of 49 terms
  // add as many units of the sixteenth digit. 1e-10 is what the reference asks for.
  private static let tolerance = 1e-10

  @Test(arguments: [
    (CompositeIndex.Stage.denominated, "expected_Denominated.csv", 49),
    (.imputed, "expected_Imputed.csv", 49), (.treated, "expected_Treated.csv", 49),
    (.normalised, "expected_Normalised.csv", 49), (.aggregated, "expected_Aggregated.csv", 60),
  ])
  func everyStageIsThatOfCOINr(
    _ stage: CompositeIndex.Stage, _ file: String, _ columns: Int
  ) throws {
    let index = try Asem.index()
    let scores = try index.evaluate(
      Asem.figures(of: index.structure), keeping: Set(CompositeIndex.Stage.allCases))
    let table = try #require(scores.stages[stage])
    let expected = try Records(Asem.table(file))
    #expect(expected.count == 51)
    #expect(expected.columnNames.count == columns + 1)
    for record in expected {
      let unit = try #require(table.units.firstIndex(of: record.text("uCode")))
      for code in expected.columnNames.dropFirst() {
        let value = try record.optionalNumber(code)
        let own = table[unit, code]
        #expect((value == nil) == (own == nil), "\(code) of \(table.units[unit])")
        guard let value, let own else { continue }
        #expect(
          abs(own - value) <= Self.tolerance * max(1, abs(value)), "\(code) of \(table.units[unit])"
        )
      }
    }
  }

  /// From expected_scalars.tsv of the reference: COINr 1.1.14, as in its documentation.
  @Test(arguments: [
    ("CHE", 68.3837242383417, 1), ("NLD", 64.8195161698175, 2), ("DNK", 64.8040799606077, 3),
    ("NOR", 64.4677758497187, 4), ("BEL", 63.5395198948508, 5), ("VNM", 43.2088946935753, 36),
    ("IND", 39.7920399834597, 45), ("RUS", 35.6555445116690, 51),
  ])
  func scoresAndRanksAreThoseOfCOINr(_ unit: String, _ score: Double, _ rank: Double) throws {
    let index = try Asem.index()
    let scores = try index.evaluate(Asem.figures(of: index.structure))
    let place = try #require(scores.units.firstIndex(of: unit))
    #expect(abs(scores.scores[place] - score) <= Self.tolerance)
    #expect(scores.ranks[place] == rank)
  }

  @Test func whatIsKeptOnTheWayChangesNoDigit() throws {
    let index = try Asem.index()
    let figures = try Asem.figures(of: index.structure)
    let plain = try index.evaluate(figures)
    for stage in CompositeIndex.Stage.allCases {
      let kept = try index.evaluate(figures, keeping: [stage])
      #expect(kept.scores == plain.scores)
      #expect(kept.aggregates == plain.aggregates)
      #expect(kept.stages.keys.elementsEqual([stage]))
    }
  }

  @Test func theNotesTellWhatWasFilledAndTreated() throws {
    let index = try Asem.index()
    let scores = try index.evaluate(Asem.figures(of: index.structure))
    let gaps = try Records(Asem.table("expected_Denominated.csv")).reduce(0) { count, record in
      count + index.structure.indicators.count { record.optionalText($0.code) == nil }
    }
    #expect(scores.imputed.count == gaps)
    #expect(scores.notes.texts.count == 2)
    #expect(
      scores.notes.texts[0].hasPrefix(
        "\(gaps) missing figures are filled by the mean of its group: Elec (LAO"))
    #expect(
      scores.notes.texts[1].hasPrefix(
        "Outliers drawn in to the next value: Flights (MLT), Bord (BEL, LUX, SGP), "))
    #expect(scores.treated.count == 15)
  }
}
