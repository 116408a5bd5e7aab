import Panels
import TestSupport
import Testing

@Suite struct PanelTests {
  @Test func figuresAreFoundByProvinceIndicatorAndYear() throws {
    let panel = try Small.panel()
    #expect(panel.years == [2017, 2018])
    #expect(panel.provinces.map(\.key) == ["daknong", "kontum", "hue"])
    for figure in Small.figures {
      #expect(panel[figure.province, figure.indicator, figure.year] == figure.value)
    }
  }

  @Test func whatIsMissingOrUnknownIsNil() throws {
    let panel = try Small.panel()
    #expect(panel["kontum", "use", 2017] == nil)
    #expect(panel["hanoi", "use", 2017] == nil)
    #expect(panel["daknong", "usage", 2017] == nil)
    #expect(panel["daknong", "use", 2016] == nil)
    #expect(panel.column("use", in: 2017) == [0.1, nil, 0.3])
    #expect(panel.column("days", in: 2017) == [nil, nil, nil])
    #expect(panel.column("use", in: 2016) == nil)
    #expect(panel.column("usage", in: 2017) == nil)
    #expect(panel.indicator("usage") == nil)
    #expect(panel.indicator("use")?.unit == .share)
  }

  @Test func indicatorsAndYearsAreThoseWithFigures() throws {
    let panel = try Small.panel()
    #expect(panel.indicators(of: "transparency", in: 2017).map(\.code) == ["use"])
    #expect(panel.indicators(of: "transparency", in: 2018).map(\.code) == ["ease"])
    #expect(panel.indicators(of: "transparency", in: 2019).isEmpty)
    #expect(panel.indicators(of: "entry", in: 2017).isEmpty)
    #expect(panel.years(of: "score") == [2017, 2018])
    #expect(panel.years(of: "score", through: 2017) == [2017])
    #expect(panel.years(of: "score", through: 2016).isEmpty)
    #expect(panel.years(of: "use") == [2017])
    #expect(panel.years(of: "days").isEmpty)
  }

  @Test func theOrderOfFiguresDoesNotMatter() throws {
    var random = SplitMix64(seed: 2)
    let panel = try Small.panel()
    for _ in 0..<10 {
      #expect(try Small.panel(Small.figures.shuffled(using: &random)).figures == panel.figures)
    }
    #expect(Set(panel.figures) == Set(Small.figures))
    #expect(
      panel.figures.map { "\($0.year) \($0.indicator) \($0.province)" } == [
        "2017 score daknong", "2017 score kontum", "2017 score hue", "2017 use daknong",
        "2017 use hue", "2018 score daknong", "2018 ease hue",
      ])
  }

  @Test func noFiguresMakeAnEmptyPanel() throws {
    let panel = try Small.panel([])
    #expect(panel.years.isEmpty && panel.figures.isEmpty)
    #expect(panel["daknong", "use", 2017] == nil)
    #expect(
      message { try panel.requireYear(2017) }
        == "there are no figures for 2017; there are figures for ")
  }

  @Test func aYearWithoutFiguresIsRefusedWithTheYearsThereAre() throws {
    let panel = try Small.panel()
    #expect(throws: Never.self) { try panel.requireYear(2018) }
    #expect(
      message { try panel.requireYear(2016) }
        == "there are no figures for 2016; there are figures for 2017, 2018")
  }

  @Test(arguments: [
    (
      [Small.figure("dacnong", 2017, "use", 0.1)],
      "no province is called \"dacnong\"; did you mean Đắk Nông?"
    ),
    (
      [Small.figure("hue", 2017, "usage", 0.1)],
      "no indicator has the code \"usage\"; did you mean use?"
    ),
    (
      [Small.figure("hue", 2017, "use", 0.1), Small.figure("hue", 2017, "use", 0.1)],
      "hue, 2017, use: the figure is given twice"
    ),
    (
      [Small.figure("hue", 2017, "use", 1.01)],
      "hue, 2017, use: 1.01 cannot be: a share lies between 0 and 1"
    ),
    (
      [Small.figure("hue", 2017, "use", .nan)],
      "hue, 2017, use: nan cannot be: a share lies between 0 and 1"
    ),
    (
      [Small.figure("hue", 2017, "ease", 0)],
      "hue, 2017, ease: 0 cannot be: a mean of answers lies between 1 and 5"
    ),
    (
      [Small.figure("hue", 2017, "score", 0.5)],
      "hue, 2017, score: 0.5 cannot be: score runs from 1 to 10"
    ),
    (
      [Small.figure("hue", 2017, "days", .infinity)],
      "hue, 2017, days: inf cannot be: a number of days is not negative"
    ),
    (
      [Small.figure("hue", 2017, "website", 50.5)],
      "hue, 2017, website: 50.5 cannot be: website runs from 0 to 50"
    ),
    (
      [Small.figure("hue", 2017, "points", -1)],
      "hue, 2017, points: -1 cannot be: points are not negative"
    ),
  ])
  func whatCannotBeIsRefused(_ figures: [Figure], _ expected: String) {
    #expect(message { try Small.panel(figures) } == expected)
  }
}
