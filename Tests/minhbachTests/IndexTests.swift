import ArgumentParsing
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct IndexTests {
  /// The example of COINr; its figures, structure and answers stand with the tests of Indices.
  private let asem = Bundled.checkout + "/Tests/IndicesTests/Reference/asem"

  private var asemMethod: [String] {
    [
      "index", "--table", asem + "/iData.csv", "--indicators", asem + "/iMeta.csv",
      "--imputation", "group-mean", "--group", "EurAsia_group", "--treatment", "winsorise",
      "--range", "0,100",
    ]
  }

  /// Runs the program on a table and a structure typed here.
  private func outcome(
    _ table: String, _ indicators: String, _ arguments: String...
  ) throws -> (error: String?, code: Int32, output: String) {
    let folder = try TemporaryDirectory()
    try TextFile.write(table, to: folder.file("data.csv"))
    try TextFile.write(indicators, to: folder.file("meta.csv"))
    let outcome = MinhBach.outcome(
      arguments: [
        "index", "--table", folder.file("data.csv"), "--indicators", folder.file("meta.csv"),
      ] + arguments)
    return (
      outcome.standardError.split(separator: "\n").first.map(String.init),
      outcome.exitCode.rawValue, outcome.standardOutput
    )
  }

  private let flat = "code,direction,weight\na,1,1\nb,-1,1\n"

  @Test func theExampleOfCOINrComesOutAsThere() throws {
    let outcome = MinhBach.outcome(arguments: asemMethod + ["--format", "csv"])
    let rows = try Records(
      CSVReader().table(bytes: Array(outcome.standardOutput.utf8), file: "answer.csv"))
    #expect(
      rows.columnNames == [
        "unit", "score", "rank", "Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ",
        "Social", "SusEcFin", "Conn", "Sust", "Index",
      ])
    let expected = try Records(CSVReader().table(contentsOf: asem + "/expected_Aggregated.csv"))
    var known: [String: Record] = [:]
    for record in expected { known[try record.text("uCode")] = record }
    #expect(rows.count == 51)
    for (place, row) in rows.enumerated() {
      let record = try #require(known[row.text("unit")])
      for column in rows.columnNames.dropFirst(3) {
        // The reference is told with 15 digits.
        #expect(abs(try row.number(column) - record.number(column)) < 1e-10)
      }
      #expect(try row.number("score") == row.number("Index"))
      #expect(try row.integer("rank") == place + 1)
    }
    #expect(try rows[0].text("unit") == "CHE" && rows[50].text("unit") == "RUS")
    #expect(outcome.standardError.hasPrefix("Note: 65 missing figures are filled by the mean"))
  }

  @Test(arguments: [
    ("denominated", "Denominated"), ("imputed", "Imputed"), ("treated", "Treated"),
    ("normalised", "Normalised"),
  ])
  func everyStepCanBePrinted(_ stage: String, _ file: String) throws {
    let outcome = MinhBach.outcome(
      arguments: asemMethod + ["--stage", stage, "--format", "csv", "--quiet"])
    let rows = try Records(
      CSVReader().table(bytes: Array(outcome.standardOutput.utf8), file: "answer.csv"))
    let expected = try Records(CSVReader().table(contentsOf: asem + "/expected_\(file).csv"))
    #expect(rows.columnNames.count == 50)
    var known: [String: Record] = [:]
    for record in expected { known[try record.text("uCode")] = record }
    for row in rows {
      let record = try #require(known[row.text("unit")])
      for column in rows.columnNames.dropFirst() {
        let (own, theirs) = (try row.optionalNumber(column), try record.optionalNumber(column))
        #expect((own == nil) == (theirs == nil))
        // The reference is told with 15 digits; figures reach 1e4.
        if let own, let theirs { #expect(abs(own - theirs) <= 1e-10 * max(1, abs(theirs))) }
      }
    }
  }

  @Test func aPanelHasAnIndexForEachYear() throws {
    let table = "who,a,year,b\nX,1,2001,5\nY,3,2001,5.5\nZ,2,2001,7\nX,4,2000,1\nY,2,2000,3\n"
    let result = try outcome(table, flat, "--time", "year", "--format", "csv")
    #expect(
      result.output == """
        unit,year,score,rank
        X,2000,10,1
        Y,2000,1,2
        Y,2001,8.875,1
        X,2001,5.5,2
        Z,2001,3.25,3

        """)
    let pooled = try outcome(
      table, flat, "--time", "year", "--scaling", "pooled", "--format", "csv")
    #expect(
      pooled.output == """
        unit,year,score,rank
        X,2000,10,1
        Y,2000,5.5,2
        Y,2001,5.125,1
        X,2001,2.5,2
        Z,2001,2.5,2

        """)
    let shown = try outcome(table, flat, "--time", "year")
    #expect(
      shown.output == """
        index: ranks, 3 units, 2 indicators

        unit  2000  2001
        ────  ────  ────
        Y        2     1
        X        1     2
        Z        –     3

        - An indicator scores from 1 to 10, the worst to the best of these units. Aggregates: weighted
          means.
        - Scores: --format csv.

        """)
  }

  @Test func theReadableAnswerTellsItsMethod() throws {
    let result = try outcome(
      "who,a,b,c\nX,1,5,2\nY,3,5.5,1\nZ,2,7,3\n",
      "code,direction,weight,parent\na,1,1,p\nb,-1,1,p\nc,1,2,q\np,1,1,all\nq,1,3,all\nall,,,\n",
      "--range", "10,20", "--aggregation", "geometric,level3=arithmetic")
    #expect(
      result.output == """
        all: 3 units, 3 indicators

        rank  unit  score      p      q
        ────  ────  ─────  ─────  ─────
           1  Z     18.06  12.25  20.00
           2  X     14.79  14.14  15.00
           3  Y     12.18  18.71  10.00

        - An indicator scores from 10 to 20, the worst to the best of these units. Aggregates: weighted
          geometric means on level 2, weighted means on level 3.

        """)
  }

  @Test func jsonTellsTheSettings() throws {
    let result = try outcome(
      "who,a,b\nX,1,5\nY,3,6\n", flat, "--ties", "average", "--format", "json")
    #expect(
      result.output.contains(
        #""settings": {"command": "index", "normalisation": "min-max", "range": "1,10", "#
          + #""aggregation": "arithmetic", "imputation": "none", "treatment": "none", "#
          + #""ties": "average"}"#))
    #expect(result.output.contains(#"{"unit": "X", "score": 5.5, "rank": 1.5}"#))
  }

  @Test(arguments: [
    ("u,a,b\nX,1,2\nY,much,3\n", #"data.csv, line 3, column "a": "much" is not a number"#),
    ("u,a\nX,1\n", #"data.csv: there is no column "b"; the columns are "u", "a""#),
    (
      "u,a,b\nX,1,2\nX,2,3\n",
      #"data.csv, line 3, column 1: "X" stands a second time, after line 2; "#
        + "where figures are of several years, name their column"
    ),
    ("u,a,b\n", "data.csv, line 1, column 1: there is no unit below the headings"),
    ("u,a,b\nX,1e308,2\nY,2,3\n", "a: values beyond 1e150 are too large to be scored"),
    ("u,a,b\nX,1,2\nY,,\nZ,2,3\n", "Y has no figure at all; leave its row out"),
    (
      "u,a,b\nX,1,2\nY,1,3\n",
      "a: all units have the value 1.0, so that there is no range to score by; leave the indicator out"
    ),
  ])
  func faultyFiguresAreTold(_ table: String, _ expected: String) throws {
    let result = try outcome(table, flat)
    #expect(result.error == "Error: " + expected)
    #expect(result.code == 65)
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    (
      "code,direction,weight,parent\na,1,1,p\nb,1,1,q\nq,1,1,\n",
      #"meta.csv, line 2, column 1: the parent "p" of a is no element itself; add a row for it"#
    ),
    (
      "code,direction,weight,parent\na,1,1,p\nb,1,1,z\np,1,1,q\nq,1,1,p\nz,1,1,\n",
      "meta.csv, line 4, column 1: the parents of p turn in a circle and never reach z"
    ),
    (
      "code,direction,weight\na,1,\nb,1,1\n",
      #"meta.csv, line 2, column "weight": the cell is empty"#
    ),
    (
      "code,weight,parent\na,1,score\nb,1,score\nscore,1,\n",
      #"the answer has a column "score"; give the aggregate another code"#
    ),
  ])
  func faultyStructuresAreTold(_ indicators: String, _ expected: String) throws {
    let result = try outcome("u,a,b\nX,1,2\nY,2,3\n", indicators)
    #expect(result.error == "Error: " + expected)
    #expect(result.code == 65)
  }

  @Test func aMeanOfPositiveScoresRefusesZero() throws {
    let result = try outcome(
      "u,a,b\nX,1,2\nY,2,3\n", flat, "--range", "0,100", "--aggregation", "geometric")
    #expect(
      result.error == "Error: index: a geometric mean is of positive scores, and X has 0.0 in a; "
        + "score to a range above zero")
    #expect(result.code == 65)
  }

  @Test(arguments: [
    (["--range", "5"], "The value '5' is invalid for '--range <low,high>'"),
    (["--range", "5,5"], "--range 5,5: the first number is below the second."),
    (["--normalisation", "rank", "--range", "0,1"], "--normalisation rank takes no --range."),
    (["--normalisation", "z-score", "--range", "0,-1"], "--range 0,-1: the deviation is above 0."),
    (
      ["--imputation", "group-mean"],
      "--imputation group-mean needs groups: name their column with --group."
    ),
    (["--group", "g"], "--group is for --imputation group-mean and group-median."),
    (["--cap"], "--cap is for goalposts and distance-to-target."),
    (["--reference", "X"], "--reference is for --normalisation distance-to-reference."),
    (
      ["--normalisation", "distance-to-reference"],
      "distance-to-reference needs a unit to compare with: name it with --reference."
    ),
    (["--scaling", "pooled"], "--scaling pooled is for figures of several times: add --time."),
    (
      ["--aggregation", "level3=median"],
      "--aggregation names level 3; aggregates stand on 2."
    ),
    (
      ["--normalisation", "distance-to-reference", "--reference", "Q"],
      #"the reference "Q" is not among the units"#
    ),
  ])
  func aWrongCommandLineIsTold(_ arguments: [String], _ expected: String) throws {
    let folder = try TemporaryDirectory()
    try TextFile.write("u,a,b\nX,1,2\nY,2,3\n", to: folder.file("data.csv"))
    try TextFile.write(flat, to: folder.file("meta.csv"))
    let run = MinhBachRun(
      [
        "index", "--table", folder.file("data.csv"), "--indicators", folder.file("meta.csv"),
      ] + arguments)
    #expect(run.error.hasPrefix("Error: " + expected), "\(run.error)")
    #expect(run.code == 64)
  }

  @Test func aMissingFileIsTold() throws {
    let folder = try TemporaryDirectory()
    let run = MinhBachRun(
      ["index", "--table", folder.file("data.csv"), "--indicators", folder.file("meta.csv")])
    #expect(run.code == 66)
    #expect(run.error.contains("meta.csv: there is no such file"))
  }
}
