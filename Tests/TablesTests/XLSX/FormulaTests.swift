import TestSupport
import Testing

@testable import Tables

@Suite struct FormulaTests {
  private let a = Formula(CellPlace(row: 1, column: 1))
  private let b = Formula(CellPlace(row: 2, column: 28))
  private let one = Formula(1.0)

  @Test func placesAreWrittenAsProgramsWriteThem() {
    let place = CellPlace(row: 3, column: 27)
    let range = CellRange(CellPlace(row: 1, column: 1), to: place)
    #expect(Formula(place).text == "AA3")
    #expect(Formula(range).text == "A1:AA3")
    #expect(Formula(place, on: "what_if").text == "'what_if'!$AA$3")
    #expect(Formula(place, of: "it's").text == "'it''s'!AA3")
    #expect(Formula(range, on: "a").text == "'a'!$A$1:$AA$3")
    #expect(Formula("say \"x\"").text == "\"say \"\"x\"\"\"")
    #expect(Formula("").text == "\"\"")
    #expect(Formula(DefinedName("weights", for: range, on: "a")).text == "weights")
  }

  @Test func whatIsWrittenIsComputedInTheOrderOfTheTree() {
    #expect((a + b * one).text == "A1+AB2*1")
    #expect(((a + b) * one).text == "(A1+AB2)*1")
    #expect((a - (b - one)).text == "A1-(AB2-1)")
    #expect((a - b - one).text == "A1-AB2-1")
    // A sum of doubles depends on its order.
    #expect((a + (b + one)).text == "A1+(AB2+1)")
    #expect((a / (b * one)).text == "A1/(AB2*1)")
    #expect((a * b / one).text == "A1*AB2/1")
    #expect(((a > b) * (a < one)).text == "(A1>AB2)*(A1<1)")
    #expect((a + Formula(-2.0)).text == "A1+(-2)")
    #expect((a >= b).equals(one).text == "A1>=AB2=1")
    #expect(a.equals(b > one).text == "A1=(AB2>1)")
    #expect(Formula.when(a <= b, then: one, else: Formula("")).text == "IF(A1<=AB2,1,\"\")")
    #expect(
      (one + .sumOfProducts(.isNumber(a) * (a > b + one))).text
        == "1+SUMPRODUCT(ISNUMBER(A1)*(A1>AB2+1))")
  }

  @Test(arguments: ["weights", "places_gained", "what_if", "share_2", "scores_2019"])
  func namesOfCellsAreTaken(name: String) { #expect(DefinedName.isValid(name)) }

  @Test(arguments: [
    "", "r", "c", "rr", "xfe1", "r1", "c12", "r1c1", "rc", "a1", "pci2019", "xfd1048576", "1a",
    "_x", "a b", "điểm",
    "Scores", "a-b", "a.b",
  ])
  func namesThatCouldBeReadOtherwiseAreRefused(name: String) {
    #expect(!DefinedName.isValid(name))
  }
}
