import Tables
import TestSupport
import Testing

@Suite struct RespondentsCommandTests {
  @Test func theFirmsOf2011AreThoseCounted() throws {
    let rows = try records("respondents", "--year", "2011")
    #expect(
      rows.columnNames == [
        "province", "year", "indicator", "firms", "low", "high", "certain", "source", "counted",
      ])
    let firms = try rows.filter { try $0.text("indicator") == "all" }
    #expect(firms.count == 63)
    for row in firms {
      #expect(try row.number("firms") == row.number("counted"))
      #expect(try row.text("certain") == "yes")
      #expect(try row.text("source") == "fractions")
    }
  }

  @Test func theFirmsOf2013AreAsManyAsWereTold() throws {
    let rows = try records("respondents", "--year", "2013", "--indicator", "website_use")
    let firms = try rows.filter { try $0.text("indicator") == "all" }.map { try $0.number("firms") }
    // datasets/survey_sizes: 8,093 domestic firms, told as an exact number.
    #expect(firms.reduce(0, +) == 8093)
    #expect(rows.count == 2 * 63)
  }

  @Test func whatIsToldCanBeGivenBack() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("firms.csv")
    _ = try answer("respondents", "--year", "2011", "--all", "--output", path, "--quiet")
    let told = try records("respondents", "--year", "2011")
    let given = try records("respondents", "--year", "2011", "--respondents", path)
    #expect(told.count == given.count)
    for (told, given) in zip(told, given) {
      #expect(try told.text("indicator") == given.text("indicator"))
      #expect(try told.number("firms") == given.number("firms"))
      #expect(try given.text("source") == "given")
    }
  }

  @Test func aFollowUpIsAnsweredByThoseThatSaidYes() throws {
    let rows = try records(
      "respondents", "Đắk Nông", "--year", "2017", "--indicator",
      "information_received,information_days")
    let firms = try rows.map { try $0.number("firms") }
    // 17 of 27 received what they had asked for: the share of 2017 is 0.6296296.
    #expect(
      try rows.map { try $0.text("indicator") }[1...] == [
        "information_received", "information_days",
      ])
    #expect(abs(firms[1] - 27) < 0.5)
    #expect(abs(firms[2] - 17) < 0.5)
  }

  @Test func jsonTellsWhatTheNumbersRestOn() throws {
    let json = try answer("respondents", "Kon Tum", "--year", "2013", "--format", "json")
    #expect(json.contains("together: 8,093; told of the survey: 8,093 domestic firms."))
    #expect(json.contains("denominators larger than any number of firms: court_private_plaintiffs"))
    #expect(json.contains(#""year": 2013"#))
  }

  @Test func mistakesAreToldWithTheirCodes() throws {
    expectRefusal(
      "Error: --subindex, --indicator and --all do not go together.", code: 64,
      ["respondents", "--all", "--subindex", "pci"])
    expectRefusal(
      "Error: Figures of merged units are means, no fractions of firms: leave out --units 34.",
      code: 64, ["respondents", "--units", "34"])
    expectRefusal(
      "Error: --threads is a number from 1 to 1024.", code: 64, ["respondents", "--threads", "0"])
    expectRefusal(
      "Error: Hà Tây was not ranked in 2013", code: 65, ["respondents", "Hà Tây", "--year", "2013"])
    expectRefusal(
      "Error: no indicator has the code \"websit_use\"; did you mean website_use?", code: 65,
      ["respondents", "--year", "2013", "--indicator", "websit_use"])
    let folder = try TemporaryDirectory()
    let path = try folder.write(
      Array("province,year,firms\nKon Tum,2013,none\n".utf8), as: "firms.csv")
    expectRefusal(
      "Error: firms.csv, line 2, column \"firms\": \"none\" is not a number", code: 65,
      ["respondents", "--year", "2013", "--respondents", path])
    expectRefusal(
      "Error: \(folder.file("no.csv")): there is no such file", code: 66,
      ["respondents", "--year", "2013", "--respondents", folder.file("no.csv")])
  }
}
