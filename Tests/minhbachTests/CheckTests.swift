import ArgumentParsing
import Panels
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct CheckTests {
  /// What the program says of all bundled figures, asked once: it takes seconds.
  private static let whole = Result { try records("check", "--severity", "note") }

  /// What it says of a plan, held against the bundled figures.
  private static let plan = Result {
    try records(
      "check", reference("dak-nong-2018-2020.csv"), "--province", "Đắk Nông", "--severity", "note",
      "--subindex", "transparency")
  }

  private static let planFile = "dak-nong-2018-2020.csv"

  private func lines(_ records: some Sequence<Record>) -> [String] {
    records.map { record in
      ["severity", "year", "province", "indicator", "place", "message"].map {
        record.optionalText($0) ?? "–"
      }.joined(separator: " | ")
    }
  }

  private func severities(_ records: Records) throws -> [Remark.Severity] {
    try records.map { try $0.choice("severity") }
  }

  // MARK: The bundled figures

  @Test func everyLineIsOfKnownColumnsTheGravestAndEarliestFirst() throws {
    let rows = try Self.whole.get()
    #expect(
      rows.columnNames == ["severity", "year", "province", "indicator", "place", "message"])
    let severities = try severities(rows)
    #expect(severities == severities.sorted())
    for severity in Set(severities) {
      let years = try rows.filter { try $0.choice("severity") == severity }.map {
        try $0.integer("year")
      }
      #expect(years == years.sorted())
    }
    let gazetteer = try Bundled.gazetteer()
    let codebook = try Bundled.codebook()
    for row in rows {
      if let name = row.optionalText("province") {
        #expect(try gazetteer.province(named: name).nameVi == name)
      }
      if let code = row.optionalText("indicator") { _ = try codebook.indicator(code) }
    }
  }

  @Test func theBundledFiguresHoldNoError() throws {
    #expect(try !severities(Self.whole.get()).contains(.error))
  }

  @Test func everyEntryOfTheCorrectionsIsListedWithItsReason() throws {
    var listed = try Self.whole.get().filter { $0.optionalText("place") != nil }.map {
      "\(try $0.text("severity")) \(try $0.text("place")): \(try $0.text("message"))"
    }
    let entries = try Correction.corrections(reading: Bundled.table("corrections.csv"))
    #expect(entries.count > 270 && listed.count == entries.count)
    for entry in entries {
      let sheet = entry.sheet == "*" ? "several sheets" : "sheet \"\(entry.sheet)\""
      let cells = "\(entry.cells)".contains(":") ? "cells" : "cell"
      let place = "PCI \(entry.year), \(sheet), \(cells) \(entry.cells)"
      let expected =
        if let readAs = entry.readAs {
          "correction \(place): \"\(entry.found)\" is read as "
            + (readAs == "-" ? "missing" : "\"\(readAs)\"") + ": \(entry.reason)"
        } else {
          "warning \(place): \(entry.reason)"
        }
      let position = listed.firstIndex(of: expected)
      #expect(position != nil, "\(expected)")
      if let position { listed.remove(at: position) }
    }
    #expect(listed == [])
  }

  @Test func ofTheTotalsThoseOf2011AreInDoubt() throws {
    let doubts = try Self.whole.get().filter {
      try $0.text("message").contains("published totals are")
    }
    #expect(
      lines(doubts) == [
        "warning | 2011 | – | pci | – | 63 published totals are not what their sub-indices make, by up to "
          + "0.552 (Vĩnh Long: 54.1, not 53.548)"
      ])
  }

  @Test func hardDataThatWereNotRenewedAreNamed() throws {
    let copies = try Self.whole.get().filter { try $0.text("message").contains("not renewed") }
    #expect(
      lines(copies) == [
        "warning | 2016 | – | trade_fairs | – | every figure is that of 2015: the data were not renewed"
      ])
  }

  @Test func aStoreOfFewFiguresIsCheckedAsFarAsItGoes() throws {
    let folder = try TemporaryDirectory()
    let file = folder.file("few.csv")
    try TextFile.write("province,year,predictability\nHuế,2019,5%\nĐà Nẵng,2019,6%\n", to: file)
    _ = try answer("ingest", file, "--store", folder.file("few.sqlite"))
    let text = try answer("check", "--store", folder.file("few.sqlite"), "--severity", "note")
    #expect(text.contains("61 provinces have no figures"))
  }

  @Test func whatWasReplacedIsANote() throws {
    let folder = try TemporaryDirectory()
    let store = folder.file("own.sqlite")
    for (name, value) in [("first.csv", "28.5"), ("second.csv", "31.5")] {
      let file = folder.file(name)
      try TextFile.write("province,year,website_score\nKon Tum,2016,\(value)\n", to: file)
      _ = try answer("ingest", file, "--store", store, "--replace")
    }
    let rows = try records("check", "--store", store, "--severity", "note")
    #expect(
      try rows.contains {
        try $0.text("message") == "the store held 28.5, until second.csv came (revision 1)"
          && $0.text("province") == "Kon Tum" && $0.text("place") == "first.csv, line 2, column 3"
      })
  }

  @Test func changesOfMethodAreNotes() throws {
    let breaks = try Self.whole.get().filter { try $0.text("message").hasPrefix("figures of ") }
    #expect(try breaks.allSatisfy { try $0.text("severity") == "note" })
    let years = try breaks.filter { $0.optionalText("indicator") == "transparency" }.map {
      try $0.integer("year")
    }
    #expect(years == [2006, 2009, 2013, 2017, 2021, 2022, 2023, 2024])
  }

  @Test func provincesThatWereNotSurveyedAreOneNoteAYear() throws {
    let notes = try Self.whole.get().filter {
      try $0.text("message").contains("provinces have no figures: ")
    }
    // 2005 surveyed 42 of 64; of 2023 and 2024 one score is known.
    #expect(try notes.map { try $0.integer("year") } == [2005, 2023, 2024])
    #expect(try notes[0].text("message").hasPrefix("22 provinces have no figures: "))
    #expect(try notes[0].text("message").contains("Đắk Nông"))
  }

  // MARK: Parts of it

  @Test func aYearAndASubIndexNarrowWhatIsSaid() throws {
    let rows = try records(
      "check", "--subindex", "transparency", "--year", "2017", "--severity", "note")
    #expect(rows.count > 0)
    for row in rows {
      #expect(try row.integer("year") == 2017)
      if let code = row.optionalText("indicator") {
        #expect(try Bundled.codebook().indicator(code).subindex == "transparency")
      }
    }
    #expect(
      try rows.contains {
        try $0.text("message")
          == "figures of 2017 do not compare with those of 2016: the method changed"
      })
    #expect(try rows.allSatisfy { try !$0.text("message").contains("trade") })
  }

  @Test func onlyWhatMattersEnoughIsShown() throws {
    let all = try records("check", "--subindex", "entry_costs", "--severity", "note")
    #expect(try Set(severities(all)) == [.warning, .correction, .note])
    func expected(_ least: Remark.Severity) throws -> [String] {
      lines(try zip(all, severities(all)).filter { $0.1 <= least }.map(\.0))
    }
    let warnings = try records("check", "--subindex", "entry_costs", "--severity", "warning")
    #expect(try lines(warnings) == expected(.warning))
    let usual = MinhBach.outcome(
      arguments: ["check", "--subindex", "entry_costs", "--format", "csv"])
    #expect(usual.standardError.hasSuffix(" of less weight: see --severity note.\n"))
    let printed = usual.standardOutput.split(separator: "\n")
    #expect(try printed.count == 1 + expected(.correction).count)
    #expect(printed.last?.hasPrefix("correction,") == true)
  }

  @Test func whatThereIsNotIsRefused() {
    let known =
      "transparency, pci, entry_costs, land_access, time_costs, informal_charges, implementation, "
      + "policy_bias, proactivity, business_support, labor_training, legal_institutions, "
      + "infrastructure, information_technology"
    for command in ["check", "export"] {
      expectRefusal(
        "Error: There is no sub-index \"transparancy\"; there are \(known); 'scores' and 'all' go too.",
        code: 64, [command, "--subindex", "transparancy"])
    }
    expectRefusal(
      "Error: The value 'grave' is invalid for '--severity <severity>'. Please provide one of 'error', "
        + "'warning', 'correction' or 'note'.", code: 64,
      ["check", "--severity", "grave"])
  }

  // MARK: A plan

  @Test func ofThePlanOfDakNongExactlyFourThingsAreWrong() throws {
    let warnings = try Self.plan.get().filter { try $0.text("severity") != "note" }
    #expect(
      lines(warnings) == [
        "warning | – | – | planning_documents | \(Self.planFile), line 2, column 2 | "
          + "\"Tiếp cận tài liệu quy hoạch (1=Rất dễ; 5=Không thể)\" contradicts the codebook: higher is "
          + "better, as the published scores show",
        "warning | – | – | legal_documents | \(Self.planFile), line 3, column 2 | "
          + "\"Tiếp cận tài liệu pháp lý (1=Rất dễ; 5=Không thể)\" contradicts the codebook: higher is "
          + "better, as the published scores show",
        "warning | 2016 | Đắk Nông | website_score | \(Self.planFile), line 12, column 3 | "
          + "30 here, 29.5 in the published figures",
        "warning | 2016 | Đắk Nông | budget_published | \(Self.planFile), line 14, column 3 | "
          + "90.95 % here, 80.9524 % in the published figures",
      ])
  }

  @Test func aPercentageWithoutItsSignIsTheOneNote() throws {
    #expect(
      try lines(Self.plan.get().filter { try $0.text("severity") == "note" }) == [
        "note | – | – | website_use | \(Self.planFile), line 13, column 3 | "
          + "79.25 is read as 79.25 %, since shares lie between 0 and 1"
      ])
  }

  @Test func aPlanOfAnotherProvinceDiffersNearlyEverywhere() throws {
    let rows = try records(
      "check", reference("dak-nong-2018-2020.csv"), "--province", "Hà Nội", "--subindex",
      "transparency", "--severity", "warning")
    #expect(try rows.count { try $0.text("message").contains(" here, ") } > 20)
    #expect(rows.allSatisfy { $0.optionalText("province") ?? "Hà Nội" == "Hà Nội" })
  }

  @Test func aPlanIsHeldAgainstTheStoreThatIsNamed() throws {
    let folder = try TemporaryDirectory()
    let store = folder.file("store.sqlite")
    let plan = reference("dak-nong-2018-2020.csv")
    let run = MinhBachRun(
      ["ingest", plan, "--province", "Đắk Nông", "--store", store, "--format", "csv"])
    #expect(run.code == 0)
    #expect(run.error.contains("24 figures were put into \(store), 0 in place of earlier ones."))
    let stored = try records("export", "--store", store)
    #expect(stored.count == 24)
    #expect(try stored.allSatisfy { try $0.text("province") == "Đắk Nông" })
    #expect(try Set(stored.map { try $0.integer("year") }) == [2016, 2017])
    let rows = try records(
      "check", plan, "--province", "Đắk Nông", "--store", store, "--severity", "warning")
    #expect(try rows.allSatisfy { try $0.text("message").contains("contradicts the codebook") })
    #expect(rows.count == 2)
    let other = folder.file("other.csv")
    try TextFile.write("indicator,2016\nwebsite_score,31\n", to: other)
    #expect(
      try lines(records("check", other, "--province", "Đắk Nông", "--store", store)) == [
        "warning | 2016 | Đắk Nông | website_score | other.csv, line 2, column 2 | 31 here, 30 in the "
          + "store"
      ])
  }

  @Test func columnsOfAPlanMayBeToldOnTheCommandLine() throws {
    let folder = try TemporaryDirectory()
    let plan = folder.file("plan.csv")
    try TextFile.write("Tên=mã,Kết quả,Mục tiêu\nwebsite_score,31,40\n", to: plan)
    let options = [
      "--province", "Đắk Nông", "--columns", "Tên=mã=indicator", "--columns", "Kết quả=2016",
      "--subindex", "transparency",
    ]
    #expect(
      MinhBachRun(["check", plan] + options).error.hasPrefix(
        "Error: plan.csv, line 1, column 3: the column \"Mục tiêu\" means nothing here"))
    let rows = MinhBachRun(["check", plan] + options + ["--columns", "Mục tiêu=-"])
    #expect(rows.code == 0)
    expectRefusal(
      "Error: --columns \"Mục tiêu\" is not of the form HEADING=MEANING, such as \"Năm=year\".",
      code: 64, ["check", plan] + options + ["--columns", "Mục tiêu"])
    expectRefusal(
      "Error: --columns \"Mục tiêu=goal\": no indicator has the code \"goal\"", code: 64,
      ["check", plan] + options + ["--columns", "Mục tiêu=goal"])
  }
}
