import Tables
import TestSupport
import Testing

@Suite struct HistoryCommandTests {
  @Test func aProvincesYearsComeWithWhatTheScoreRestsOn() throws {
    let rows = try records("history", "Đắk Nông", "--from", "2013", "--to", "2019")
    #expect(
      rows.columnNames == [
        "province", "year", "constant_score", "constant_rank", "provinces", "published_score",
        "published_rank", "rests_on",
      ])
    #expect(try rows.map { try $0.integer("year") } == Array(2013...2019))
    for row in rows {
      #expect(try row.text("rests_on").split(separator: ";").count == 9)
      #expect(try row.integer("provinces") == 63)
    }
  }

  @Test func jsonCarriesNotesAndSettings() throws {
    let json = try answer(
      "history", "Kon Tum", "--from", "2006", "--to", "2019", "--format", "json")
    #expect(json.contains(#""from": 2006"#))
    #expect(json.contains(#""to": 2019"#))
    #expect(json.contains("ours and not the publisher's"))
  }

  @Test func runsAreListed() throws {
    let rows = try records("history", "--runs")
    #expect(rows.columnNames == ["first_year", "last_year", "indicators", "shared"])
    for row in rows {
      #expect(try row.text("shared").split(separator: ";").count == row.integer("indicators"))
    }
  }

  @Test func mistakesAreToldWithTheirCodes() {
    expectRefusal(
      "Error: --from and --to go together.", code: 64, ["history", "--from", "2013"])
    expectRefusal("Error: --from and --to go together.", code: 64, ["history", "--to", "2013"])
    expectRefusal(
      "Error: --from 2019 comes after --to 2013.", code: 64,
      ["history", "--from", "2019", "--to", "2013"])
    expectRefusal(
      "Error: --runs lists all runs: leave out the province and the years.", code: 64,
      ["history", "daknong", "--runs"])
    expectRefusal(
      "Error: 2005 to 2019 share no indicator that was asked alike in every year; "
        + "'minhbach history --runs' lists the years that do", code: 65,
      ["history", "--from", "2005", "--to", "2019"])
    expectRefusal(
      "Error: Hà Tây was not ranked in 2019", code: 65,
      ["history", "Hà Tây", "--from", "2013", "--to", "2019"])
    let unknown = MinhBachRun(["history", "--subindex", "nothing"])
    #expect(unknown.code == 64)
    #expect(unknown.error.contains("nothing"))
  }
}
