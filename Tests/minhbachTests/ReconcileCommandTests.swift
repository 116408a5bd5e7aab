import Indices
import Tables
import TestSupport
import Testing

@Suite struct ReconcileCommandTests {
  @Test func aProvedYearAgreesInEveryForm() throws {
    let text = try answer("reconcile", "--year", "2008")
    #expect(text.contains("Everything agrees."))
    let rows = try records("reconcile", "--year", "2008")
    #expect(rows.count == 64 * 5)
    #expect(
      rows.columnNames == [
        "province", "year", "item", "rebuilt", "published", "published_low", "published_high",
        "difference", "agrees",
      ])
    #expect(try rows.allSatisfy { try $0.text("agrees") == "yes" })
  }

  @Test func aHiddenComponentIsToldInTheNotesOfEveryForm() throws {
    let sentence = "Something that is not published enters the scores"
    #expect(try answer("reconcile", "--year", "2010").contains(sentence))
    let json = try answer("reconcile", "--year", "2010", "--format", "json")
    #expect(json.contains(sentence))
    #expect(json.contains(#""command": "reconcile""#))
    #expect(json.contains(#""disagreements": 6"#))
  }

  @Test func aRuleOfOnesOwnIsTakenApart() throws {
    let folder = try TemporaryDirectory()
    let rule = try Bundled.rule(2019).table()
    var text = CSVWriter().string(rule)
    text = text.replacing("website_score,website,0.2,0,50", with: "website_score,website,0.2,0,40")
    let path = folder.file("mine.csv")
    try TextFile.write(text, to: path)
    let found = try answer("reconcile", "--year", "2019", "--rule", path)
    #expect(
      found.contains(
        "The range of website_score is not the one that was used: 40 wide in the rule, 50 by"))
  }

  @Test func mistakesAreToldWithTheirCodes() throws {
    let folder = try TemporaryDirectory()
    expectRefusal(
      "Error: \(folder.file("none.csv")): there is no such file", code: 66,
      ["reconcile", "--year", "2019", "--rule", folder.file("none.csv")])
    let wrong = folder.file("mine.csv")
    try TextFile.write(
      "indicator,dimension,weight,minimum,maximum,direction\nbidding,a,0.9,0,1,positive\n",
      to: wrong)
    expectRefusal(
      "Error: the rule of 2019: the weights add up to 0.9, not 1", code: 65,
      ["reconcile", "--year", "2019", "--rule", wrong])
    expectRefusal(
      "Error: there are no figures for 2031; there are figures for "
        + "2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019",
      code: 65, ["reconcile", "--year", "2031"])
    let unknown = MinhBachRun(["reconcile", "--subindex", "transparancy"])
    #expect(unknown.code == 64)
    #expect(unknown.error.contains("transparancy"))
  }
}
