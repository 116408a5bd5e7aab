import Indices
import Panels
import Reports
import Scenarios
import Tables

extension ProvinceReport {
  /// The sliders of the page.
  ///
  /// - Throws: what is wrong with the figures.
  func simulator() throws -> Simulator {
    let steps = plan?.target.steps.map { ($0.component.indicator, $0.target) } ?? []
    let data = try SimulatorData(
      of: province, by: shared.rule, in: shared.data.panel,
      plan: Dictionary(uniqueKeysWithValues: steps))
    return data.simulator(
      simulatorTexts, years: year + 1...shared.finalYear,
      fileName: "\(province.key)-\(year)-scenario.csv")
  }

  private var simulatorTexts: SimulatorData.Texts {
    SimulatorData.Texts(
      words: Simulator.Words { said($0) },
      caution: Prose([
        .text(
          words("This is arithmetic with all other provinces held still, not a chance;") + " "),
        .link(words("chances stand beside the plan"), address: "#plan"), .text("."),
      ]), caption: words("What one step adds to the score"),
      heads: (words("Indicator"), words("Today"), words("One step"), words("Adds")),
      decimalMark: Character(words.catalogue.mark.rawValue), name: names.indicator,
      suffix: { unit in
        switch unit {
        case .share: "%"
        case .points: " " + words("points")
        case .days: " " + words("days")
        default: ""
        }
      },
      step: { unit in
        switch unit {
        case .share: words("1 percentage point")
        case .days: words("1 day")
        default: words("1 point")
        }
      })
  }

  /// A word of the simulator, in which the page puts figures where braces stand.
  private func said(_ word: Simulator.Word) -> String {
    switch word {
    case .title: words("Move the indicators")
    case .needsScript: words("The sliders need JavaScript; this table says what one step adds.")
    case .score: words("Score")
    case .sinceToday: words("\("{1}") from \("{2}") today")
    case .rank: words("Rank")
    case .rankOf: words("\("{1}") of \("{2}")")
    case .gainedOne: words("\("{1}") place gained")
    case .gainedMany: words("\("{1}") places gained")
    case .lostOne: words("\("{1}") place lost")
    case .lostMany: words("\("{1}") places lost")
    case .noPlace: words("as today")
    case .next: words("Next place up")
    case .nextRank: words("to rank \("{1}")")
    case .leads: words("no one is above")
    case .median: words("From the median")
    case .above: words("above the median, \("{1}")")
    case .below: words("below the median, \("{1}")")
    case .level: words("at the median, \("{1}")")
    case .strip:
      words(
        """
        Scores of all provinces: the bold mark with its rank is ours, the ring is today, the dashes are the median
        """)
    case .today: words("Today’s figures")
    case .plan: words("The least plan")
    case .reset: words("Reset")
    case .resetOne: words("Back to today: \("{1}")")
    case .value: words("\("{1}"), value")
    case .todayMark: words("▲ today \("{1}")")
    case .planMark: words("◆ plan \("{1}")")
    case .lessIsBetter: words("less is better")
    case .outside: words("Write a number from \("{1}") to \("{2}").")
    case .passed: words("Beyond the range: it is widened, and all provinces are scored anew.")
    case .part: words("\("{1}") of the score")
    case .partChange: words(" (\("{1}"))")
    case .spoken: words("Score \("{1}"), rank \("{2}"), \("{3}").")
    case .copy: words("Copy link")
    case .copied: words("The link was copied.")
    case .copyByHand: words("Press Ctrl+C to copy.")
    case .link: words("Link")
    case .year: words("Year")
    case .kind: words("Read as")
    case .atLeast: words("at least")
    case .exactly: words("exactly")
    case .beyond: words("on top of what comes by itself")
    case .movesOn:
      words(
        """
        Sliders hold all else still. Where minhbach simulates the scenario, other provinces and other figures move \
        too, so that scores and ranks are not the same.
        """)
    case .export: words("Save scenario (CSV)")
    case .saved: words("Saved as \("{1}"), to be read by minhbach simulate")
    }
  }
}
