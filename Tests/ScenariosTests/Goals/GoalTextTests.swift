import Scenarios
import Testing

@Suite struct GoalTextTests {
  @Test(arguments: [
    Goal.rank(40), .ranks(30...40), .top(10), .places(20), .regionPlace(3), .tier(.middle),
    .median, .score(6.5),
  ])
  func aGoalReadsBack(goal: Goal) {
    #expect(Goal(goal.text) == goal)
    #expect(Goal(goal.text.uppercased()) == goal)
  }

  @Test(arguments: [
    "", "rank", "rank 0", "rank -3", "rank 4.5", "rank 40 41", "ranks 40-30", "ranks 30",
    "tier best", "score high", "score nan", "win", "40",
  ])
  func whatIsNoGoalIsNone(text: String) { #expect(Goal(text) == nil) }
}
