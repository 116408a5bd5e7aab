import Indices
import Panels
import Tables
import TestSupport
import Testing

@Suite struct ScoringRuleTests {
  private func component(
    _ code: String, weight: Double = 0.5, _ range: ClosedRange<Double> = 0...1,
    _ direction: Direction = .positive
  ) -> ScoringRule.Component {
    .init(
      indicator: code, dimension: "d", weight: weight, minimum: range.lowerBound,
      maximum: range.upperBound, direction: direction)
  }

  @Test func scoresOneAndTenAtTheEndsOfTheRange() {
    #expect(component("a", 20...30).score(20) == 1)
    #expect(component("a", 20...30).score(30) == 10)
    #expect(component("a", 20...30, .reversed).score(20) == 10)
    #expect(component("a", 20...30, .reversed).score(30) == 1)
    #expect(component("a", 20...30, .reversed).best == 20)
  }

  @Test func slopeIsWhatOneUnitMoreAdds() throws {
    for year in Bundled.years {
      let rule = try Bundled.rule(year)
      let middle = rule.components.map { ($0.minimum + $0.maximum) / 2 }
      #expect(abs(rule.score(middle) - 5.5) < 1e-12)
      for (index, component) in rule.components.enumerated() {
        var moved = middle
        moved[index] += 0.01
        let gain = rule.score(moved) - rule.score(middle)
        #expect(abs(gain - 0.01 * component.slope) < 1e-12)
      }
    }
  }

  @Test func everyBundledRuleFollowsTheCodebook() throws {
    let codebook = try Bundled.codebook()
    for rule in try Bundled.rules() {
      let published = codebook.indicators(of: Bundled.subindex, in: rule.year)
        .filter { !$0.isScore }
      #expect(Set(rule.indicators) == Set(published.map(\.code)))
      for component in rule.components {
        #expect(codebook[component.indicator]?.direction == component.direction)
        if let scale = codebook[component.indicator]?.scale {
          #expect(scale == component.minimum...component.maximum)
        }
      }
      #expect(abs(rule.components.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    }
  }

  @Test func comparesInsideAVintageOnly() throws {
    let rules = try Bundled.rules()
    for a in rules {
      for b in rules {
        #expect(a.isComparable(with: b) == ((a.year < 2017) == (b.year < 2017)))
      }
    }
  }

  @Test(arguments: [
    ("weights", "the rule of 2020: the weights add up to 0.9, not 1"),
    ("range", "the rule of 2020: the range of b is empty"),
    ("weight", "the rule of 2020: the weight of b is not above zero"),
    ("twice", "the rule of 2020: a stands twice"),
  ])
  func refusesARuleThatContradictsItself(fault: String, message: String) {
    let second =
      switch fault {
      case "weights": component("b", weight: 0.4)
      case "range": component("b", 1...1)
      case "weight": component("b", weight: -0.5)
      default: component("a")
      }
    do {
      _ = try ScoringRule(year: 2020, subindex: "s", components: [component("a"), second])
      Issue.record("the rule was taken")
    } catch {
      #expect("\(error)" == message)
    }
  }

  @Test func namesTheLineOfABadNumber() throws {
    let text = """
      indicator,dimension,weight,minimum,maximum,direction
      bidding,documents,"0,5",0,1,positive
      """
    let table = try CSVReader().table(bytes: Array(text.utf8), file: "2020.csv")
    do {
      _ = try ScoringRule(year: 2020, subindex: "s", reading: table)
      Issue.record("the rule was taken")
    } catch {
      #expect("\(error)".hasPrefix(#"2020.csv, line 2, column "weight": "0,5" is not a number"#))
    }
  }
}
