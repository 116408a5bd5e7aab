import LinearAlgebra
import Panels
import TestSupport
import Testing

@Suite struct SampleTests {
  @Test func onlyCompleteRowsAreKeptAndTheOthersNamed() throws {
    let sample = try Small.panel().sample(of: ["use", "score"], in: 2017)
    #expect(sample.year == 2017)
    #expect(sample.provinces.map(\.key) == ["daknong", "hue"])
    #expect(sample.rowNumbers == [0, 2])
    #expect(sample.incomplete.map(\.key) == ["kontum"])
    #expect(sample.indicators == ["use", "score"])
    #expect(sample.columns == [[0.1, 0.3], [5.94, 6.5]])
    #expect(sample.column("score") == [5.94, 6.5])
    #expect(
      sample.matrix(of: sample.indicators) == Matrix(rows: 2, columns: [[0.1, 0.3], [5.94, 6.5]]))
  }

  @Test func anIndicatorWithoutFiguresLeavesNoRow() throws {
    for code in ["days", "usage"] {
      let sample = try Small.panel().sample(of: ["score", code], in: 2017)
      #expect(sample.provinces.isEmpty && sample.rowNumbers.isEmpty)
      #expect(sample.incomplete.count == 3)
      #expect(sample.matrix(of: sample.indicators) == Matrix(rows: 0, columns: 2))
    }
  }

  @Test func withoutIndicatorsEveryRowIsComplete() throws {
    let sample = try Small.panel().sample(of: [], in: 2017)
    #expect(sample.provinces.count == 3 && sample.incomplete.isEmpty)
    #expect(sample.matrix(of: sample.indicators) == Matrix(rows: 3, columns: 0))
  }

  @Test func everyProvinceIsEitherKeptOrNamed() throws {
    let panel = try Bundled.panel()
    for year in panel.years {
      let codes = panel.indicators(of: "transparency", in: year).map(\.code)
      let sample = try panel.sample(of: codes + ["transparency"], in: year)
      #expect(sample.provinces.count + sample.incomplete.count == 63)
      #expect(sample.rowNumbers.map { panel.provinces[$0] } == sample.provinces)
      #expect(
        sample.matrix(of: sample.indicators).rows == sample.provinces.count
          && sample.matrix(of: sample.indicators).isFinite)
    }
  }

  @Test func aProvinceThatWasNotRankedThatYearIsNeitherKeptNorNamed() throws {
    let history = try Bundled.history()
    for (year, kept, incomplete) in [(2008, 64, 0), (2009, 63, 0), (2019, 63, 0), (2005, 42, 22)] {
      let codes = history.indicators(of: "transparency", in: year).map(\.code)
      let sample = try history.sample(of: codes + ["transparency"], in: year)
      #expect(sample.provinces.count == kept && sample.incomplete.count == incomplete, "\(year)")
      #expect(sample.provinces.contains { $0.key == "hatay" } == (year < 2009), "\(year)")
      #expect(!sample.incomplete.contains { $0.key == "hatay" })
      #expect(sample.rowNumbers.map { history.provinces[$0] } == sample.provinces)
    }
  }

  @Test func aYearWithoutFiguresIsRefused() throws {
    let panel = try Small.panel()
    #expect(throws: PanelError.noFigures(year: 2016, known: [2017, 2018])) {
      try panel.sample(of: ["score"], in: 2016)
    }
  }

  @Test func anIndicatorOutsideTheSampleTraps() async {
    await #expect(processExitsWith: .failure) {
      _ = try Small.panel().sample(of: ["score"], in: 2017).column("use")
    }
  }
}
