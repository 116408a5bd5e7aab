import Testing

@testable import Tables

@Suite struct LocationTests {
  @Test func aPlaceInASheetIsNamedByItsCell() {
    let location = Location(file: "in/PCI_2017.xlsx", sheet: "Transparency", row: 12, column: 6)
    #expect(location.description == "PCI_2017.xlsx, sheet \"Transparency\", cell F12")
    #expect(location.reference == "F12")
    #expect(location.file == "PCI_2017.xlsx")
  }

  @Test func aPlaceInATextFileIsNamedByLineAndColumn() {
    let location = Location(file: "data.csv", row: 12, column: 3)
    #expect(location.description == "data.csv, line 12, column 3")
  }

  @Test(arguments: [
    (1, "A"), (6, "F"), (26, "Z"), (27, "AA"), (28, "AB"), (52, "AZ"), (53, "BA"), (702, "ZZ"),
    (703, "AAA"), (16_384, "XFD"),
  ])
  func columnsHaveLetters(column: Int, letters: String) {
    #expect(Location.columnName(column) == letters)
    #expect(Location.column(named: letters) == column)
    #expect(Location.column(named: letters.lowercased()) == column)
  }

  @Test func columnNameAndNumberAreInverse() {
    for column in 1...20_000 {
      #expect(Location.column(named: Location.columnName(column)) == column)
    }
  }

  @Test(arguments: ["", "1", "A1", "Ä", "A B", "AAAAAAA", "@", "[", "`", "{"])
  func onlyLettersNameAColumn(name: String) {
    #expect(Location.column(named: name) == nil)
  }

  @Test(arguments: [("a/b.csv", "b.csv"), ("b.csv", "b.csv"), ("/b", "b"), ("a/", "a/"), ("", "")])
  func theFileIsTheLastComponent(path: String, name: String) {
    #expect(Location.lastComponent(of: path) == name)
  }

  @Test func aColumnCountedFromZeroTraps() async {
    await #expect(processExitsWith: .failure) { _ = Location.columnName(0) }
  }
}
