import Regression
import Tables
import TestSupport
import Testing

@Suite struct EstimationSampleTests {
  @Test func everyRowLeftOutIsCountedOnceUnderWhatItFirstWants() throws {
    let observations = try Observations(
      csv: """
        who,year,g,y,x,z,w
        A,1,p,1,2,3,1
        A,2,p,NA,NA,3,1
        A,3,p,3,NA,3,1
        B,1,p,4,2,NA,1
        B,2,,5,2,3,NA
        B,3,,6,2,3,1
        C,1,p,7,2,3,0
        C,2,q,8,2,3,0
        ,3,q,9,2,3,1
        C,,q,10,2,3,1
        D,1,q,11,2,3,2

        """, unit: "who", time: "year")
    let sample = try observations.sample("y", "x,z", effects: ["g"], weights: "w")
    #expect(sample.rows == [0, 10])
    #expect(sample.response == [1, 11])
    #expect(sample.regressors == [[2, 2], [3, 3]])
    #expect(sample.weights == [1, 2])
    #expect(sample.unit?.labels == ["A", "D"] && sample.time?.labels == ["1"])
    #expect(
      sample.notes.texts == [
        #"1 row is left out for want of "y"."#, #"1 row is left out for want of "x"."#,
        #"1 row is left out for want of "z"."#, "1 row is left out for want of weights.",
        #"1 row is left out for want of "who"."#, #"1 row is left out for want of "year"."#,
        #"1 row is left out for want of "g"."#, "2 rows are left out whose weight is zero.",
        #"2 rows are alone in a group of "g" and tell nothing about the coefficients, though they "#
          + "count in the degrees of freedom.",
      ])
  }

  @Test func aWeightBelowZeroIsToldWithItsRow() throws {
    let text = "y,x,w\n1,2,1\n2,3,-0.5\n3,5,0\n"
    #expect(
      message { try Observations(csv: text).sample("y", "x", weights: "w") }
        == #"the weight "w" in row 3 is -0.5"#)
    #expect(
      message { try Observations(csv: "y,w\n1,0\n2,0\n").sample("y", "", weights: "w") }
        == "no row can be used: 2 rows are left out whose weight is zero.")
  }

  @Test(arguments: [
    ("1e76", "1e+76"), ("-1e308", "-1e+308"), ("1e-76", "1e-76"), ("1e-310", "1e-310"),
  ])
  func aScaleWhoseSquaresAreNoNumbersIsTold(_ cell: String, _ told: String) throws {
    let text = "y,x\n1,0\n3,\(cell)\n2,0\nNA,1\n"
    let expected =
      "\"x\" in row 3 is \(told), and its squares are beyond what numbers hold; use another unit, "
      + "in which the largest is between 1e-75 and 1e75"
    #expect(message { try Observations(csv: text).sample("y", "x") } == expected)
    // A column is judged by its largest number.
    let beside = "y,x\n1,5\n3,1e-310\n2,0\n"
    #expect(try Observations(csv: beside).sample("y", "x").rowCount == 3)
  }

  @Test(arguments: ["1e75", "1e-75", "-1e75"])
  func coefficientsDoNotDependOnTheUnitWithinTheScale(_ largest: String) throws {
    let unit = try #require(Double(largest))
    let numbers = [1.0, 0.25, -0.5, 0.75, 0.125]
    func fit(_ factor: Double) throws -> LinearFit {
      let rows = zip(numbers, [1.0, 2, 5, 3, 4]).map { "\($1),\($0 * factor)\n" }
      return try Estimation(
        Specification(response: .column("y"), regressors: [.column("x")]),
        of: Observations(csv: "y,x\n" + rows.joined())
      ).fit
    }
    let (one, other) = (try fit(1), try fit(unit))
    #expect(other.dropped.isEmpty)
    // The unit is no power of two: one more rounding of each number.
    #expect(abs(other.coefficients[1] * unit / one.coefficients[1] - 1) < 1e-14)
    let errors = try [one, other].map {
      try $0.covariance(.heteroskedastic(.hc3)).standardErrors[1]
    }
    #expect(abs(errors[1] * abs(unit) / errors[0] - 1) < 1e-14)
    let test = try #require(
      try Estimation(
        Specification(response: .column("x"), regressors: [.column("y")]),
        of: Observations(
          csv: "y,x\n" + zip(numbers, [1.0, 2, 5, 3, 4]).map { "\($1),\($0 * unit)\n" }.joined())
      ).heteroskedasticityTest())
    #expect(test.statistic.isFinite && test.statistic > 0)
  }

  /// A is alone in its group; without it the year 3 is of B alone.
  private let chain =
    "who,year,y,x\nA,3,1,2\nB,3,2,3\nB,1,3,5\nC,1,4,4\nC,2,5,1\nD,2,6,3\nD,1,1,1\n"

  @Test func singletonsAreFoundAgainUntilThereAreNone() throws {
    let observations = try Observations(csv: chain, unit: "who", time: "year")
    let kept = try observations.sample("y", "x", effects: ["who", "year"])
    #expect(kept.rowCount == 7)
    // Without A the year 3 is of B alone, then B has one row left.
    #expect(
      kept.notes.texts == [
        #"3 rows are alone in a group of "who" or "year" and tell nothing about the coefficients, "#
          + "though they count in the degrees of freedom."
      ])
    let dropped = try observations.sample(
      "y", "x", effects: ["who", "year"], dropsSingletons: true)
    #expect(dropped.rows == [3, 4, 5, 6])
    #expect(dropped.notes.texts == [#"3 rows are left out, alone in a group of "who" or "year"."#])
    #expect(dropped.effects.map(\.labels) == [["C", "D"], ["1", "2"]])
    // Without effects no row is alone.
    #expect(try observations.sample("y", "x", dropsSingletons: true).notes.isEmpty)
  }

  @Test func leavingOutSingletonsChangesNoCoefficient() throws {
    let observations = try Observations(csv: chain, unit: "who", time: "year")
    func fit(_ isDropping: Bool) throws -> LinearFit {
      try Estimation(
        Specification(
          response: .column("y"), regressors: [.column("x")], effects: ["who"],
          isDroppingSingletons: isDropping), of: observations
      ).fit
    }
    let (kept, dropped) = (try fit(false), try fit(true))
    #expect(kept.rowCount == 7 && dropped.rowCount == 6)
    // Their rows are exactly zero once the effects are out: the same sums.
    #expect(kept.coefficients == dropped.coefficients)
    #expect(kept.residualDegreesOfFreedom == dropped.residualDegreesOfFreedom)
  }

  @Test func nothingIsLeftWhereEveryRowIsAlone() throws {
    let observations = try Observations(csv: "who,y\nA,1\nB,2\n", unit: "who")
    #expect(
      message { try observations.sample("y", "", effects: ["who"], dropsSingletons: true) }
        == #"no row can be used: 2 rows are left out, alone in a group of "who"."#)
  }

  @Test func groupingsAreFoundByTheirColumn() throws {
    let observations = try Observations(
      csv: "who,year,g,h,y\nA,1,p,u,1\nA,2,p,v,2\nB,1,q,u,3\nB,2,q,v,4\n", unit: "who",
      time: "year")
    let sample = try observations.sample("y", "", effects: ["g"], clusters: ["h", "who"])
    for name in ["who", "year", "g", "h"] { #expect(sample.grouping(name)?.count == 2) }
    #expect(sample.grouping("y") == nil)
  }
}
