import Glibc
import Regression
import Tables
import TestSupport
import Testing

@Suite struct ObservationsTests {
  private let text = """
    who,year,x,g
    A,2010,1,p
    A,2011,2,q
    A,2013,4,p
    B,2011,5,q
    B,2010,7,q

    """

  private func panel() throws -> Observations {
    try Observations(csv: text, unit: "who", time: "year")
  }

  // MARK: Cells

  @Test(arguments: ["", "NA", "N/A", "n/a", "-", "–", ".", "..", "#N/A", " NA "])
  func aMarkOfMissingFiguresIsNoNumber(_ mark: String) throws {
    let observations = try Observations(csv: "x,y\n1,2\n\(mark),3\n4,5\n")
    #expect(try observations.numbers(of: "x") == [1, nil, 4])
    #expect(try observations.numbers(of: "y") == [2, 3, 5])
  }

  @Test func aPercentageIsAShare() throws {
    let observations = try Observations(csv: "x\n50%\n12.5 %\n0.5\n")
    #expect(try observations.numbers(of: "x") == [0.5, 0.125, 0.5])
  }

  @Test func decimalCommasAreRead() throws {
    let observations = try Observations(csv: "x;y\n1,5;2\n-0,25;3,5\n12,5%;1\n")
    #expect(try observations.numbers(of: "x") == [1.5, -0.25, 0.125])
    #expect(try observations.numbers(of: "y") == [2, 3.5, 1])
  }

  @Test func aCellThatIsNoNumberIsToldWithItsPlace() throws {
    let observations = try Observations(csv: "x,y\n1,2\n\n3..5,7\n")
    #expect(
      message { try observations.numbers(of: "x") }
        == #"data.csv, line 4, column "x": "3..5" is not a number"#)
    // A column that nobody asks for may hold anything.
    #expect(try observations.numbers(of: "y") == [2, 7])
  }

  @Test func headingsAreTheSameComposedAndDecomposed() throws {
    let (composed, decomposed) = ("Ti\u{1EBF}p c\u{1EAD}n", "Tie\u{302}\u{301}p ca\u{323}\u{302}n")
    #expect(Array(composed.utf8) != Array(decomposed.utf8))
    for (heading, asked) in [(composed, decomposed), (decomposed, composed)] {
      let observations = try Observations(csv: "\(heading),y\n1,2\n3,4\n")
      #expect(try observations.numbers(of: asked) == [1, 3])
      #expect(try observations.numbers(of: "`\(asked)`:y") == [2, 12])
    }
    // So are the names of units.
    let units = try Observations(
      csv: "who,year,x\n\(composed),1,5\n\(decomposed),2,7\n", unit: "who", time: "year")
    #expect(try units.numbers(of: "lag(x)") == [nil, 5])
  }

  @Test func anUnknownColumnIsToldWithTheNearest() throws {
    let observations = try panel()
    #expect(
      message { try observations.numbers(of: "yaer") }
        == #"there is no column "yaer"; did you mean year?"#)
    #expect(
      message { try observations.numbers(of: "log(quite other)") }
        == #"there is no column "quite other""#)
    #expect(
      message { try Observations(csv: text, unit: "whoo") }
        == #"there is no column "whoo"; did you mean who?"#)
    #expect(
      message { try observations.sample("x", "year", effects: ["h"]) }?
        .hasPrefix(#"there is no column "h""#) == true)
  }

  @Test func aTableWithoutRowsHasNone() throws {
    let observations = try Observations(csv: "x,y\n")
    #expect(observations.rowCount == 0)
    #expect(
      message { try observations.numbers(of: "x") } == "no row can be used: there are none")
    #expect(
      message { try Observations(csv: "x,y\nNA,1\n").numbers(of: "x") }
        == #"no row can be used: 1 row is left out for want of "x"."#)
  }

  // MARK: Lags

  @Test(
    arguments: [
      ("lag(x)", [nil, 1, nil, 7, nil]), ("lag(x, 2)", [nil, nil, 2, nil, nil]),
      ("lag(x, 3)", [nil, nil, 1, nil, nil]), ("lead(x)", [2, nil, nil, nil, 5]),
      ("lead(x, 2)", [nil, 4, nil, nil, nil]), ("diff(x)", [nil, 1, nil, -2, nil]),
      ("lag(x^2)", [nil, 1, nil, 49, nil]), ("lag(x)^2", [nil, 1, nil, 49, nil]),
      ("lag(x):x", [nil, 2, nil, 35, nil]), ("lag(lag(x))", [nil, nil, nil, nil, nil]),
      ("lag(lead(x))", [nil, 2, nil, 5, nil]), ("lead(lag(x))", [1, nil, nil, nil, 7]),
    ] as [(String, [Double?])])
  func aLagIsOfTheSameUnitSoManyYearsBefore(_ term: String, _ expected: [Double?]) throws {
    let observations = try panel()
    if expected.allSatisfy({ $0 == nil }) {
      #expect(
        message { try observations.numbers(of: term) }
          == "no row can be used: 5 rows are left out for want of \"\(term)\".")
    } else {
      #expect(try observations.numbers(of: term) == expected)
    }
  }

  @Test func timesThatAreTextsFollowOneAnotherInOrder() throws {
    let observations = try Observations(
      csv: "who,when,x\nA,2019 Q4,3\nA,2019 Q1,1\nA,2019 Q2,2\n", unit: "who", time: "when")
    // The fourth quarter comes after the second: there is no third one that it could be told from.
    #expect(try observations.numbers(of: "lag(x)") == [2, nil, 1])
  }

  @Test func yearsAreOrderedAsNumbers() throws {
    let observations = try Observations(
      csv: "who,t,x\nA,10,3\nA,9,1\nA,11,5\n", unit: "who", time: "t")
    #expect(try observations.numbers(of: "diff(x)") == [2, nil, 2])
    #expect(try observations.sample("x", "t").time?.labels == ["9", "10", "11"])
  }

  @Test func timesAtTheEndsOfTheNumbersAreNoOverflow() throws {
    let observations = try Observations(
      csv: "who,t,x\nA,-9223372036854775808,1\nA,9e18,2\nA,5,3\n", unit: "who", time: "t")
    // Where doubles do not tell years apart, their order is not known.
    #expect(
      message { try observations.numbers(of: "lag(x)") }
        == "lag(x): the times of \"t\" are texts such as \"-9223372036854775808\", whose order is not known; "
        + "number them, or write them alike from the year down, as 2013-04")
  }

  @Test func aRepeatedObservationIsToldWithItsRows() throws {
    let text = "who,year,x\nA,2010,1\nB,2010,2\n\nA,2010,3\n"
    let observations = try Observations(csv: text, unit: "who", time: "year")
    #expect(
      message { try observations.numbers(of: "lag(x)") }
        == "A has two rows for 2010: rows 2 and 5")
    // Only a term that looks back has to know.
    #expect(try observations.numbers(of: "x") == [1, 2, 3])
  }

  @Test func aLagWithoutUnitsOrTimesTellsWhatIsWanting() throws {
    #expect(
      message { try Observations(csv: text).numbers(of: "diff(x)") }
        == "diff(x) needs to know the unit: add --unit")
    #expect(
      message { try Observations(csv: text, unit: "who").numbers(of: "lag(x, 2)") }
        == "lag(x, 2) needs to know the time: add --time")
  }

  @Test func aRowWithoutUnitOrTimeHasNoPast() throws {
    let observations = try Observations(
      csv: "who,year,x\nA,2010,1\n,2011,2\nA,NA,3\nA,2011,4\n", unit: "who", time: "year")
    #expect(try observations.numbers(of: "lag(x)") == [nil, nil, nil, 1])
    #expect(
      try observations.sample("x", "").notes.texts == [
        #"1 row is left out for want of "who"."#, #"1 row is left out for want of "year"."#,
      ])
  }

  // MARK: Functions

  @Test func ranksAreWithinATimeAndTiesShareTheirMean() throws {
    let text = "who,year,x\nA,1,5\nB,1,9\nC,1,5\nD,1,NA\nA,2,1\nB,2,1\nC,2,1\nD,2,1\nE,3,8\n"
    let observations = try Observations(csv: text, unit: "who", time: "year")
    #expect(
      try observations.numbers(of: "rank(x)") == [2.5, 1, 2.5, nil, 2.5, 2.5, 2.5, 2.5, 1])
    // Of all rows, where there are no times: 9, 8, 5, 5, 1, 1, 1, 1.
    #expect(
      try Observations(csv: text).numbers(of: "rank(x)")
        == [3.5, 1, 3.5, nil, 6.5, 6.5, 6.5, 6.5, 2])
  }

  @Test func logarithmsAreNatural() throws {
    let observations = try Observations(csv: "x,y\n1,0\n2.5,3\nNA,-1\n")
    #expect(try observations.numbers(of: "log(x)") == [0, Glibc.log(2.5), nil])
    #expect(
      message { try observations.numbers(of: "log(y)") }
        == "the number under log(y) in row 2 is 0.0")
    #expect(
      message { try observations.numbers(of: "log(`y`^3)") }
        == "the number under log(y^3) in row 2 is 0.0")
  }

  @Test func powersAndProductsAreOfNumbers() throws {
    let observations = try Observations(csv: "x,y\n-2,3\n0.5,NA\n3,1\n")
    #expect(try observations.numbers(of: "x^3") == [-8, 0.125, 27])
    #expect(try observations.numbers(of: "x^2:y") == [12, nil, 9])
    // A number beyond the largest is no figure.
    let large = try Observations(csv: "x\n1e200\n2\n")
    #expect(try large.numbers(of: "x^2") == [nil, 4])
  }

  @Test func aFactorHasAColumnForEachLabelButTheFirst() throws {
    let observations = try Observations(
      csv: "g,y,x\n10,1,2\n9,2,3\nNA,3,4\n10,4,5\n11,5,6\n")
    let sample = try observations.sample("y", "factor(g),factor(g):x,x:factor(g)")
    #expect(
      sample.regressorNames == [
        "factor(g)=10", "factor(g)=11", "factor(g)=10:x", "factor(g)=11:x", "x:factor(g)=10",
        "x:factor(g)=11",
      ])
    #expect(
      sample.regressors == [
        [1, 0, 1, 0], [0, 0, 0, 1], [2, 0, 5, 0], [0, 0, 0, 6], [2, 0, 5, 0], [0, 0, 0, 6],
      ])
    #expect(sample.rows == [0, 1, 3, 4])
    #expect(
      message { try observations.sample("factor(g)", "x") }
        == #"the term "factor(g)" cannot be read: a response is one column of numbers"#)
    #expect(
      message { try observations.sample("y", "rank(factor(g))") }
        == "the term \"factor(g)\" cannot be read: factor(g) stands for several columns and can only "
        + "be multiplied")
  }

  @Test func twoFactorsCrossInEveryPairOfLabels() throws {
    let observations = try Observations(csv: "g,h,y\na,u,1\nb,v,2\nc,w,3\nb,w,4\n")
    let sample = try observations.sample("y", "factor(g)*factor(h)")
    #expect(
      sample.regressorNames == [
        "factor(g)=b", "factor(g)=c", "factor(h)=v", "factor(h)=w", "factor(g)=b:factor(h)=v",
        "factor(g)=b:factor(h)=w", "factor(g)=c:factor(h)=v", "factor(g)=c:factor(h)=w",
      ])
    #expect(sample.regressors[4] == [0, 1, 0, 0])
    #expect(sample.regressors[5] == [0, 0, 0, 1])
    #expect(sample.regressors[6] == [0, 0, 0, 0])
    #expect(sample.regressors[7] == [0, 0, 1, 0])
  }

  @Test func aFactorOfThousandsIsRefused() throws {
    let text = "g,y\n" + (0...1000).map { "\($0)a,1\n" }.joined()
    #expect(
      message { try Observations(csv: text).sample("y", "factor(g)") }
        == #"the term "factor(g)" cannot be read: 1001 labels are too many; use --effects"#)
  }
}
