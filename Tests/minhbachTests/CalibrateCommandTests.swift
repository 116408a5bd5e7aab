import Tables
import TestSupport
import Testing

@Suite struct CalibrateCommandTests {
  @Test(arguments: [["--year", "2019"], ["--as-rule"], ["--ranges", "rule"]])
  func allTakesNoneOfTheOptionsOfOneYear(more: [String]) {
    expectRefusal(
      "Error: --all takes no --year, --as-rule or --ranges.", code: 64,
      ["calibrate", "--all"] + more)
  }

  @Test func aRuleThatIsNotToldIsNotWritten() {
    expectRefusal(
      "Error: not every weight and range of entry_costs 2019 is told, so that there is no rule to "
        + "write; see 'minhbach calibrate' without --as-rule", code: 65,
      ["calibrate", "--subindex", "entry_costs", "--year", "2019", "--as-rule"])
  }

  @Test(arguments: ["scores", "all"]) func severalSubindicesAtOnceAreRefused(name: String) {
    expectRefusal(
      "Error: --subindex is one sub-index here, or 'pci' for the total of the index, not '\(name)'.",
      code: 64, ["calibrate", "--subindex", name, "--year", "2019"])
  }

  @Test func aYearWithoutIndicatorsIsRefused() {
    expectRefusal(
      "Error: there are no figures for 2021; there are figures for "
        + "2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019",
      code: 65, ["calibrate", "--year", "2021"])
  }

  @Test func theTableSaysHowEachConstantWasFound() throws {
    let rows = try records("calibrate", "--year", "2019", "--ranges", "rule")
    #expect(rows.count == 12)
    for row in rows {
      #expect(try row.text("minimum_found") == "given")
      #expect(try row.text("certainty") == "proved")
      #expect(try row.number("weight_low") <= row.number("weight"))
      #expect(try row.number("weight_high") >= row.number("weight"))
    }
    let json = try answer("calibrate", "--year", "2019", "--ranges", "rule", "--format", "json")
    #expect(json.contains(#""ranges": "rule""#))
    #expect(json.contains(#""standing": "exact""#))
  }
}
