import Tables
import Glibc
import Indices
import Panels
import TestSupport
import Testing

/// Denominators, gaps and outliers.
@Suite struct PreparationTests {
  private func evaluate(
    _ columns: [[Double]], groups: [String]? = nil, imputation: Imputation = .none,
    treatment: Treatment = .none
  ) throws -> CompositeScores {
    try CompositeIndex(
      structure: SmallIndex.flat(columns.map { _ in .positive }), imputation: imputation,
      treatment: treatment
    ).evaluate(SmallIndex.table(columns, groups: groups), keeping: [.imputed, .treated])
  }

  private func column(_ stage: CompositeIndex.Stage, _ scores: CompositeScores) -> [Double?] {
    scores.units.indices.map { scores.stages[stage]?[$0, "a"] }
  }

  @Test(arguments: [
    (Imputation.mean, 4.0), (.median, 2.0), (.groupMean, 5.5), (.groupMedian, 5.5),
  ])
  func aGapIsFilledByWhatIsAsked(_ imputation: Imputation, _ expected: Double) throws {
    let scores = try evaluate(
      [[1, 2, 9, .nan]], groups: ["x", "y", "y", "y"], imputation: imputation)
    #expect(column(.imputed, scores) == [1, 2, 9, expected])
    #expect(scores.imputed.map(\.unit) == ["D"] && scores.imputed.map(\.indicator) == ["a"])
    #expect(scores.imputed.map(\.value) == [expected])
  }

  @Test func aGroupWithoutAnyFigureTakesThatOfAll() throws {
    let scores = try evaluate([[1, 2, .nan]], groups: ["x", "x", "y"], imputation: .groupMean)
    #expect(column(.imputed, scores) == [1, 2, 1.5])
    #expect(
      scores.notes.texts == [
        "1 missing figure is filled by the mean of its group: a (C).",
        "No unit of the group has a figure, so that all units stand in: C (a).",
      ])
  }

  @Test func gapsThatStayAreTold() throws {
    let scores = try evaluate([[1, 2, 3], [1, .nan, 2]])
    #expect(
      scores.notes.texts == ["B lacks figures: what is there shares the weight of what is missing."]
    )
    #expect(scores.scores == [1, 5.5, 10])
  }

  /// The documentation of COINr's `winsorise`: of 1 … 10, 30 and 100 the last becomes 30.
  @Test func outliersAreDrawnInAsByCOINr() throws {
    let scores = try evaluate([(1...10).map(Double.init) + [30, 100]], treatment: .winsorise)
    #expect(column(.treated, scores).suffix(3) == [10, 30, 30])
    #expect(scores.treated.map(\.units) == [["L"]])
    let mirrored = try evaluate(
      [(1...10).map { -Double($0) } + [-30, -100]], treatment: .winsorise)
    #expect(column(.treated, mirrored).suffix(3) == [-10, -30, -30])
  }

  @Test func whatFivePointsDoNotMendIsLeftOrTakenTheLogarithmOf() throws {
    // Powers of a hundred: each point drawn in leaves the next one out.
    let powers = (0..<208).map { $0 < 200 ? Double($0) / 200 : pow(100, Double($0 - 199)) }
    let left = try evaluate([powers], treatment: .winsorise)
    #expect(column(.treated, left) == powers.map(Optional.some))
    #expect(left.treated.map(\.outcome) == [.leftAsItWas])
    #expect(
      left.notes.texts == ["Left as they are, since drawing in 5 outliers does not suffice: a."])
    let logarithms = try evaluate([powers], treatment: .winsoriseOrLog)
    let (low, high) = (powers[0], powers[207])
    #expect(
      column(.treated, logarithms)
        == powers.map { log($0 - low + 0.01 * (high - low)) })
    #expect(logarithms.treated.map(\.outcome) == [.logarithm])
    #expect(try evaluate([powers], treatment: .log).stages == logarithms.stages)
  }

  @Test func theLongTailBelowIsMirrored() throws {
    let values = (0..<12).map { $0 < 11 ? Double($0) : -100 }
    let scores = try evaluate([values], treatment: .log)
    #expect(column(.treated, scores)[11] == -log(110 + 0.01 * 110))
    let treated = column(.treated, scores).compactMap(\.self)
    // The order of the units stays.
    #expect(treated.indices.sorted { treated[$0] < treated[$1] } == [11] + (0...10))
  }

  @Test func whatHasNoOutliersStaysAsItIs() throws {
    for treatment in Treatment.allCases {
      let scores = try evaluate(
        [[1, 2, 3, 4, .nan, 5], [1, 2, 3, 4, 5, 6]], treatment: treatment)
      #expect(column(.treated, scores) == [1, 2, 3, 4, nil, 5])
      #expect(scores.treated.isEmpty)
    }
  }

  @Test func figuresAreDividedByTheirDenominator() throws {
    let structure = try IndexStructure([
      .init(code: "a", parent: nil, denominator: "n"), .init(code: "b", parent: nil),
    ])
    func table(_ last: Double) -> IndicatorTable {
      IndicatorTable(
        units: ["A", "B", "C"], codes: ["n", "b", "a"],
        columns: [[2, 4, last], [1, 2, 3], [2, 8, 9]])
    }
    let index = CompositeIndex(structure: structure)
    let scores = try index.evaluate(table(3), keeping: [.denominated])
    #expect(scores.stages[.denominated]?.codes == ["a", "b"])
    #expect((0..<3).map { scores.stages[.denominated]?[$0, "a"] } == [1, 2, 3])
    let gap = try index.evaluate(table(.nan), keeping: [.denominated])
    #expect(gap.stages[.denominated]?[2, "a"] == nil)
    #expect(
      message { try index.evaluate(table(0)) }
        == "a: it is to be divided by n, which is zero for C")
  }

  @Test func imputingByGroupWithoutGroupsTraps() async {
    await #expect(processExitsWith: .failure) {
      let structure = try IndexStructure([IndexStructure.Element(code: "a", parent: nil)])
      _ = try CompositeIndex(structure: structure, imputation: .groupMean)
        .evaluate(IndicatorTable(units: ["A"], codes: ["a"], columns: [[1]]))
    }
  }
}
