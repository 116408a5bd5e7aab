import TestSupport
import Tables
import Testing

@testable import Regression

@Suite struct PlainSourceTests {
  private let folder: TemporaryDirectory

  init() throws { folder = try TemporaryDirectory() }

  private func plain(
    _ text: String, labels: Set<String> = ["unit"], numbers: Set<String> = ["y"],
    threads: Int? = nil
  ) throws -> PlainSource? {
    try PlainSource(
      contentsOf: folder.write(Array(text.utf8), as: "table.csv"), labels: labels,
      numbers: numbers, threads: threads)
  }

  private func table(_ text: String) throws -> TableSource {
    try TableSource(CSVReader().table(bytes: Array(text.utf8), file: "table.csv"))
  }

  @Test(arguments: [0, 1, 2, 30_000]) func columnsAreThoseOfATable(_ rows: Int) throws {
    // 30,000 rows are more than one window of the file.
    var random = SplitMix64(seed: 7)
    let text =
      "unit,year,note,y,x\n"
      + (0..<rows).map { row in
        let y =
          ["NA", "", "1e-3", "\(Double.random(in: -9...9, using: &random))"]
          .randomElement(using: &random) ?? ""
        return "Cà Mau \(row / 9 % 63),\(2006 + row % 9),,\(y),\(row).5\n"
      }.joined()
    let expected = try table(text)
    for threads in [1, 2] {
      let source = try #require(
        try plain(text, labels: ["unit", "year"], numbers: ["year", "y", "x"], threads: threads))
      #expect(source.columnNames == expected.columnNames)
      #expect(source.rowCount == rows)
      #expect((0..<rows).allSatisfy { source.rowNumber($0) == expected.rowNumber($0) })
      for column in ["unit", "year"] {
        #expect(source.labels(of: column) == expected.labels(of: column))
        #expect(source.numberedLabels(of: column) == expected.numberedLabels(of: column))
      }
      // The year is needed as a text and as a number.
      for column in ["year", "y", "x"] {
        let numbers = source.numbers(of: column).map(\.bitPattern)
        #expect(try numbers == expected.numbers(of: column).map(\.bitPattern))
      }
    }
  }

  @Test(arguments: [
    "unit,y\n\"a\",1\n", "unit,y\n,1\n", "unit,y\na,12%\n", "unit,y\na,one\n", "unit,z\na,1\n",
    "unit;y\na;1\n", "unit,y\na,1,2\n", "unit,y\n\na,1\n",
  ])
  func whatIsNotPlainIsLeftToTheTable(_ text: String) throws {
    #expect(try plain(text) == nil)
  }

  @Test func aTextThatIsNoNumberIsLeftToTheTable() throws {
    #expect(try plain("unit,y\na,1\n", labels: ["unit"], numbers: ["unit", "y"]) == nil)
    #expect(try plain("unit,y\n5,1\n", labels: ["unit"], numbers: ["unit", "y"]) != nil)
  }

  @Test func regressionsAreThoseOfATable() throws {
    var random = SplitMix64(seed: 8)
    let text =
      "unit,year,y,x\n"
      + (0..<200).map { row in
        "u\(row / 10),\(row % 10),\(Double.random(in: 0...1, using: &random)),"
          + "\(Double.random(in: 0...1, using: &random))\n"
      }.joined()
    let source = try #require(try plain(text, labels: ["unit", "year"], numbers: ["y", "x"]))
    let specification = Specification(
      response: .column("y"),
      regressors: [.lag(.column("x"), 1), .product([.column("x"), .factor("year")])],
      effects: ["unit"], clusters: ["unit"])
    let fits = try ([source, table(text)] as [any ObservationSource]).map { source in
      try Estimation(
        specification, of: Observations(source, unit: "unit", time: "year")
      ).fit
    }
    #expect(fits[0].coefficients == fits[1].coefficients)
    #expect(fits[0].names == fits[1].names)
  }
}

@Suite struct NumberedLabelsTests {
  @Test func eachTextIsHeldOnceInTheOrderItAppears() {
    let labels = NumberedLabels(["b", nil, "a", "b"])
    #expect(labels.codes == [0, -1, 1, 0])
    #expect(labels.labels == ["b", "a"])
    #expect((0..<4).map { labels[$0] } == ["b", nil, "a", "b"])
    #expect(NumberedLabels([]).labels.isEmpty)
  }
}

@Suite struct TermColumnTests {
  @Test func columnsOfTextsAndOfNumbersAreToldApart() throws {
    let terms = try Term.list(parsing: "lag(x)^2:factor(region), rank(diff(y)), factor(x)")
    #expect(terms[0].numberColumns == ["x"] && terms[0].labelColumns == ["region"])
    #expect(terms[1].numberColumns == ["y"] && terms[1].labelColumns.isEmpty)
    #expect(terms[2].numberColumns.isEmpty && terms[2].labelColumns == ["x"])
    #expect(terms[0].columns == ["x", "region"])
  }
}
