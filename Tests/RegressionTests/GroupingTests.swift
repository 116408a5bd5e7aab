import Regression
import Testing

@Suite struct GroupingTests {
  @Test func groupsAreNumberedInTheOrderTheyAppear() {
    let grouping = Grouping(name: "province", labels: ["b", "a", "b", "c"])
    #expect(grouping.codes == [0, 1, 0, 2])
    #expect(grouping.labels == ["b", "a", "c"])
    #expect(grouping.sizes == [2, 1, 1])
  }

  @Test func noRowsMakeNoGroups() {
    let grouping = Grouping(name: "province", labels: [String]())
    #expect(grouping.count == 0)
    #expect(grouping.sizes.isEmpty)
  }
}
