import Panels
import Tables
import TestSupport
import Testing

@Suite struct MergedPanelTests {
  /// Kon Tum takes in Đắk Nông; Huế stays as it is.
  private func merged(
    _ figures: [Figure], weighting: Merger.Weighting = .surveyed,
    firms: String = "Kon Tum,2017,30\nĐắk Nông,2017,10\nKon Tum,2018,5\n",
    units: String =
      "kontum,Kon Tum,Kon Tum,daknong\nkontum,Kon Tum,Kon Tum,kontum\nhue,Huế,Hue,hue\n"
  ) throws -> MergedPanel {
    let gazetteer = try Small.gazetteer()
    return try MergedPanel(
      Small.panel(figures),
      by: Merger(
        reading: table(csv: "unit,name_vi,name_en,province\n" + units, file: "mergers.csv"),
        gazetteer: gazetteer),
      weighting: weighting,
      respondents: Respondents(
        reading: table(csv: "province,year,firms\n" + firms, file: "firms.csv"),
        gazetteer: gazetteer))
  }

  private static let uses = [
    Small.figure("daknong", 2017, "use", 0.25), Small.figure("kontum", 2017, "use", 0.75),
    Small.figure("daknong", 2018, "use", 0.25), Small.figure("kontum", 2018, "use", 0.75),
    Small.figure("hue", 2017, "use", 0.3, source: "PCI_2017.xlsx#Transparency!C4"),
  ]

  @Test func aYearsFirmsWeighItsFiguresWhereAllAreKnown() throws {
    let panel = try merged(Self.uses).panel
    #expect(panel.provinces.map(\.key) == ["kontum", "hue"])
    // (10 × 0.25 + 30 × 0.75) / 40; in 2018 the firms of Đắk Nông are not known.
    #expect(panel["kontum", "use", 2017] == 0.625)
    #expect(panel["kontum", "use", 2018] == 0.5)
    #expect(
      panel.figures.filter { $0.province == "kontum" }.map(\.source) == [
        "derived: mean of Đắk Nông 0.25, Kon Tum 0.75 (by firms surveyed in 2017)",
        "derived: mean of Đắk Nông 0.5, Kon Tum 0.5 (equal weights)",
      ])
  }

  @Test func otherWeightsCanBeAskedFor() throws {
    let equal = try merged(Self.uses, weighting: .equal)
    #expect(equal.panel["kontum", "use", 2017] == 0.5)
    #expect(equal.notes.texts.first?.contains("weighted equally for 2017–2018.") == true)
    let firms = try merged(Self.uses, weighting: .firms(ofYear: 2017))
    #expect(firms.panel["kontum", "use", 2018] == 0.625)
    #expect(
      firms.notes.texts.first?.contains("weighted by firms surveyed in 2017 for 2017–2018.") == true
    )
    #expect(
      message { try merged(Self.uses, weighting: .firms(ofYear: 2016)) }
        == "no firms are counted for 2016; there are counts for 2017, 2018")
  }

  @Test func theWeightsAreToldByYear() throws {
    #expect(
      try merged(Self.uses).notes.texts == [
        "Units of 2025: the figures of 1 merged units before 2025 are derived, means of those of 2 "
          + "former provinces, weighted by firms surveyed for 2017, equally for 2018. No scores were "
          + "published for them."
      ])
    let days = [
      Small.figure("hue", 2017, "days", 3), Small.figure("hue", 2017, "website", 30),
    ]
    #expect(try merged(days).notes.texts.count == 3)
    #expect(try merged([]).notes.texts.isEmpty)
  }

  @Test func aUnitOfOneProvinceKeepsItsFiguresAndSources() throws {
    let figures = try merged(Self.uses).panel.figures.filter { $0.province == "hue" }
    #expect(figures == Self.uses.filter { $0.province == "hue" })
  }

  @Test func aMissingMemberLeavesTheUnitWithoutAFigure() throws {
    let panel = try merged([
      Small.figure("daknong", 2017, "use", 0.25), Small.figure("hue", 2017, "use", 0.3),
    ]).panel
    #expect(panel["kontum", "use", 2017] == nil)
    #expect(panel.column("use", in: 2017) == [nil, 0.3])
  }

  @Test func noScoreIsGivenToAUnitThatHadNone() throws {
    let panel = try merged(Small.figures).panel
    #expect(panel.column("score", in: 2017) == [nil, 6.5])
  }

  @Test func figuresOf2025AreTheUnitsOwn() throws {
    let published = Small.figure("kontum", 2025, "score", 6.1, source: "PCI_2025.xlsx#A!B2")
    let panel = try merged(Self.uses + [published]).panel
    #expect(panel.figures.last == published)
    #expect(
      message { try merged([Small.figure("daknong", 2025, "use", 0.5)]) }
        == "\"daknong\" is no province of its own any more: it is part of Kon Tum")
  }

  @Test func aProvinceInNoUnitIsLeftOutAndNamed() throws {
    let result = try merged(
      Self.uses, units: "kontum,Kon Tum,Kon Tum,daknong\nkontum,Kon Tum,Kon Tum,kontum\n")
    #expect(result.panel.provinces.map(\.key) == ["kontum"])
    #expect(result.notes.texts.last == "In no unit, and left out: Thừa Thiên Huế.")
  }

  /// Weighted sums of equal values can come out one digit above them, and a share above one is refused.
  @Test func aMeanOfEqualValuesIsThatValue() throws {
    var random = SplitMix64(seed: 5)
    for value in [1.0, 0.1, 0.7, 1.0 / 3] {
      for _ in 0..<50 {
        let firms = (1...2).map { _ in Int.random(in: 1...500, using: &random) }
        let panel = try merged(
          [
            Small.figure("daknong", 2017, "use", value), Small.figure("kontum", 2017, "use", value),
          ],
          firms: "Kon Tum,2017,\(firms[0])\nĐắk Nông,2017,\(firms[1])\n"
        ).panel
        #expect(panel["kontum", "use", 2017] == value)
      }
    }
  }

  @Test(arguments: [Merger.Weighting.surveyed, .equal, .firms(ofYear: 2011)])
  func everyBundledFigureLiesAmongThoseOfItsMembers(weighting: Merger.Weighting) throws {
    let panel = try Bundled.panel()
    let merger = try MergerTests.bundled()
    let merged = try MergedPanel(
      panel, by: merger, weighting: weighting,
      respondents: Respondents(
        reading: Bundled.table("respondents/data.csv"), gazetteer: Bundled.gazetteer())
    ).panel
    // 34 units with 10 indicators in four years and 12 in three, and the scores of 11.
    #expect(merged.figures.count == 34 * (4 * 10 + 3 * 12) + 11 * 7)
    for figure in merged.figures {
      let unit = try #require(merger.units.first { $0.province.key == figure.province })
      let values = unit.members.compactMap { panel[$0.key, figure.indicator, figure.year] }
      let (low, high) = (try #require(values.min()), try #require(values.max()))
      #expect((low...high).contains(figure.value))
      #expect(figure.source.hasPrefix("derived: ") == unit.isMerged(in: figure.year))
      if weighting == .equal {
        // The same sum, divided once.
        #expect(figure.value == values.reduce(0, +) / Double(values.count))
      }
    }
  }
}
