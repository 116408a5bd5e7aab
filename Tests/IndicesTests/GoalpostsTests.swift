import Indices
import Panels
import TestSupport
import Testing

@Suite struct GoalpostsTests {
  /// `n_goalposts` of COINr with c(0, 10, 1): from expected_scalars.tsv of the reference.
  @Test func cappedGoalpostsScoreAsThoseOfCOINr() {
    let rising = Goalposts(
      lower: 0, upper: 10, direction: .positive, output: 0...1, isCapped: true)
    #expect([1, 11, -1].map(rising.score) == [0.1, 1, 0])
    let falling = Goalposts(
      lower: 0, upper: 10, direction: .reversed, output: 0...1, isCapped: true)
    #expect([1, -1, 11].map(falling.score) == [0.9, 1, 0])
  }

  @Test func withoutCapValuesScoreBeyondTheEnds() {
    let posts = Goalposts(lower: 20, upper: 30, direction: .positive)
    #expect([20, 30, 40, 10].map(posts.score) == [1, 10, 19, -8])
    #expect(posts.slope() == 0.9)
    #expect(Goalposts(lower: 20, upper: 30, direction: .reversed).slope(weight: 0.5) == -0.45)
  }

  @Test func aRuleScoresByTheFormulaOfThePCIToTheLastDigit() throws {
    var random = SplitMix64(seed: 3)
    for component in try Bundled.rules().flatMap(\.components) {
      let (low, high) = (component.minimum, component.maximum)
      for _ in 0..<20 {
        let value = Double.random(in: low...high, using: &random)
        let rising = 9 * (value - low) / (high - low) + 1
        #expect(component.score(value) == (component.direction == .positive ? rising : 11 - rising))
      }
      #expect(component.slope == component.direction.sign * 9 * component.weight / (high - low))
    }
  }

  @Test func goalpostsThatDoNotStandApartTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = Goalposts(lower: 3, upper: 3, direction: .positive)
    }
    await #expect(processExitsWith: .failure) {
      _ = Goalposts(lower: 3, upper: .nan, direction: .positive)
    }
  }
}
