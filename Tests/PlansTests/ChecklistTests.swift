import Plans
import Tables
import TestSupport
import Testing

@Suite struct ChecklistTests {
  private func list(_ rows: String) throws -> Checklist {
    try Checklist(
      reading: PlanFixtures.table(
        "code,group,item,done,date,link\n\(rows)\n", file: "list.csv"))
  }

  @Test(arguments: [("kontum", [11, 5, 11, 3]), ("directive", [6, 2, 5])])
  func theBundledListsHaveTheItemsOfTheirDocuments(name: String, items: [Int]) throws {
    let list = try Checklist(reading: Bundled.table("plans/checklists/\(name).csv"))
    let counts = list.counts(on: PlanFixtures.day("2024-01-01"))
    #expect(counts.map(\.items) == items)
    #expect(counts.allSatisfy { $0.done == 0 && $0.linked == 0 })
    // What is written to be ticked is the file itself.
    let text = CSVWriter().string(list.table())
    #expect(try Checklist(reading: PlanFixtures.table(text)) == list)
  }

  @Test func whatIsTickedIsCountedByGroupAndDay() throws {
    let list = try list(
      """
      a,one,A,x,2019-05-01,https://example.vn/a
      b,two,B,Có,,
      c,one,C,✓,2/6/2019,
      d,one,D,không,,https://example.vn/d
      e,two,E,,,
      """)
    func counts(_ day: String) -> [[Int]] {
      list.counts(on: PlanFixtures.day(day)).map { [$0.items, $0.done, $0.linked] }
    }
    #expect(list.groups == ["one", "two"])
    #expect(counts("2019-06-01") == [[3, 1, 1], [2, 1, 0]])
    #expect(counts("2019-06-02") == [[3, 2, 1], [2, 1, 0]])
  }

  @Test(arguments: [
    ("", "list.csv: there is no item; write at least one row below the header"),
    ("a,one,A,maybe,,", #"list.csv, line 2, column 4: "maybe" is not x for done, or blank"#),
    ("a,one,A,x,soon,", #"list.csv, line 2, column 5: "soon" is not a day such as 2019-06-01"#),
    (
      "a,one,A,,2019-06-01,",
      "list.csv, line 2, column 5: a date, but done is not ticked; write x under done"
    ),
    (
      "a,one,A,,,\na,one,B,,,",
      "list.csv, line 3, column 1: a stands a second time, after line 2; remove one of the two"
    ),
    ("a,,A,,,", #"list.csv, line 2, column "group": the cell is empty"#),
  ])
  func aMistakeIsToldWithItsLine(rows: String, expected: String) {
    #expect(message { try list(rows) } == expected)
  }
}
