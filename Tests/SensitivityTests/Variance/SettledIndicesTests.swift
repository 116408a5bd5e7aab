import Sensitivity
import Statistics
import Testing

@Suite struct SettledIndicesTests {
  @Test func pointsAreDoubledUntilTheOrderStands() throws {
    var told: [Int] = []
    let settled = try #require(
      SettledIndices(
        TestFunction.ishigami.inputs, of: TestFunction.ishigami.model, counts: 64...8192,
        Replicates(seed: 1)
      ) { told.append($0.count) })
    #expect(settled.isSettled)
    #expect(told == settled.steps.map(\.count))
    #expect(zip(told, told.dropFirst()).allSatisfy { 2 * $0 == $1 })
    #expect(told.count >= 2)
    let last = try #require(settled.steps.last)
    #expect(last.order == [0, 1, 2])
    #expect(last.evaluations == 5 * last.count)
    #expect(settled.sample.count == last.count)
  }

  @Test func twoThatAreAlikeDoNotKeepTheOrderFromStanding() throws {
    let inputs = (1...3).map { Input("x\($0)", .uniform(0...1)) }
    let settled = try #require(
      SettledIndices(
        inputs, of: FunctionModel { 3 * $0[0] + $0[1] + $0[2] }, counts: 64...4096,
        Replicates(seed: 1)))
    let last = try #require(settled.steps.last)
    #expect(settled.isSettled)
    #expect(last.order.first == 0)
    #expect(last.ties == [false, true])
  }

  @Test func pointsRunOutWhereTheOrderIsClose() throws {
    // Totals 0.02 apart are no likeness, and 128 points do not tell them apart.
    let inputs = (1...2).map { Input("x\($0)", .uniform(0...1)) }
    let settled = try #require(
      SettledIndices(
        inputs, of: FunctionModel { 1.02 * abs($0[0] - 0.5) + abs($0[1] - 0.5) }, counts: 64...128,
        Replicates(seed: 1)))
    #expect(!settled.isSettled)
    #expect(settled.steps.map(\.count) == [64, 128])
  }

  @Test func anOutputThatDoesNotVaryHasNone() {
    #expect(
      SettledIndices(
        TestFunction.ishigami.inputs, of: FunctionModel { _ in 1 }, counts: 64...128,
        Replicates(seed: 1)) == nil)
  }
}
