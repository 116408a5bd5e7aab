import Testing

/// What `regress` says of a wrong command line, of bad data and of missing files.
@Suite struct RegressMistakeTests {
  private static let text =
    "who,year,y,x,z\nA,1,1,2,1\nA,2,3,1,0\nB,1,2,5,3\nB,2,5,3,2\nC,1,4,4,NA\nC,2,2,6,5\n"

  @Test(
    arguments: [
      (
        ["--response", "y,x", "--regressors", "z"],
        #"the term "y,x" cannot be read: one term is wanted here, not 2"#
      ),
      (
        ["--response", "y", "--regressors", "sqrt(x)"],
        #"the term "sqrt(x)" cannot be read: there is no function "sqrt"; there are lag, lead, diff, "#
          + "log, rank and factor"
      ),
      (["--response", "y", "--regressors", " "], "--regressors names no term."),
      (["--response", "y", "--regressors", "capitol"], #"there is no column "capitol""#),
      (
        ["--response", "y", "--regressors", "x", "--unit", "whom"],
        #"there is no column "whom"; did you mean who?"#
      ),
      (["--response", "y", "--regressors", "lag(x)"], "lag(x) needs to know the unit: add --unit"),
      (
        ["--response", "y", "--regressors", "lag(x)", "--unit", "who"],
        "lag(x) needs to know the time: add --time"
      ),
      (
        ["--response", "y", "--regressors", "x", "--model", "random"],
        "the model random needs to know the unit: add --unit"
      ),
      (
        [
          "--response", "y", "--regressors", "x", "--unit", "who", "--model", "between",
          "--effects", "who",
        ],
        "--effects go with --model pooled or within, not between."
      ),
      (
        ["--response", "y", "--regressors", "x", "--level", "1"],
        "--level is a confidence between 0 and 1, such as 0.95."
      ),
      (
        ["--response", "y", "--regressors", "x", "--years", "2013-2016"],
        "--years, --store and --units are for the PCI: leave out --table."
      ),
      (
        ["--response", "y", "--regressors", "x", "--bootstrap", "pairs"],
        "A bootstrap draws clusters: add --unit, or --errors cluster:COLUMN."
      ),
      (
        [
          "--response", "y", "--regressors", "x", "--bootstrap", "wild", "--errors",
          "cluster:who,year",
        ],
        "A bootstrap draws clusters of one column: name it by --errors cluster:COLUMN."
      ),
      (
        ["--response", "y", "--regressors", "x", "--draws", "99"],
        "--draws is a number from 100 to 10000000."
      ),
      (
        ["--response", "y", "--regressors", "x", "--seed", "-1"],
        "--seed is a whole number, zero or more."
      ),
      (["--response", "y", "--regressors", "x", "--threads", "0"], "--threads is one or more."),
      (
        ["--response", "y", "--regressors", "x", "--model", "rank-rank", "--effects", "who"],
        "A regression of ranks goes without --effects, --bootstrap, --adjust, --test, --show, --stars "
          + "and --no-intercept."
      ),
      (
        ["--response", "y", "--regressors", "x", "--model", "level-rank", "--stars"],
        "A regression of ranks goes without --effects, --bootstrap, --adjust, --test, --show, --stars "
          + "and --no-intercept."
      ),
      (
        ["--response", "y", "--regressors", "x", "--test", "x", "--show", "collinearity"],
        "--test is for --show tests, not collinearity."
      ),
      (
        ["--response", "y", "--regressors", "x", "--adjust", "holm", "--test", "x"],
        "--bootstrap, --adjust and --stars are for --show coefficients, not tests."
      ),
      (
        ["--response", "y", "--regressors", "x", "--bootstrap", "wild", "--show", "predictions"],
        "--bootstrap, --adjust and --stars are for --show coefficients, not predictions."
      ),
      (
        ["--response", "y", "--regressors", "x", "--model", "rank-rank", "--errors", "hc3"],
        "Errors of ranks are cluster:COLUMN, or hc0 for rows that are independent."
      ),
      (
        ["--response", "y", "--regressors", "x", "--errors", "driscoll-kraay"],
        "standard errors driscoll-kraay: "
      ),
      (
        [
          "--response", "y", "--regressors", "x", "--errors", "cluster:who", "--unit", "who",
          "--model",
          "between", "--show", "predictions",
        ],
        "predictions: they are of the models pooled and within, not between"
      ),
    ] as [([String], String)])
  func aWrongCommandLineIsTold(_ arguments: [String], _ expected: String) throws {
    let run = try TypedTable(Self.text).run("regress", arguments)
    let first = run.error.split(separator: "\n").first.map(String.init) ?? ""
    if expected.hasSuffix(" ") {
      #expect(first.hasPrefix("Error: " + expected) && first.count > expected.count + 7, "\(first)")
    } else {
      #expect(first == "Error: " + expected)
    }
    #expect(run.code == 64)
  }

  @Test(
    arguments: [
      ("y,x\n1,2\n2,3..5\n", ["x"], #"data.csv, line 3, column "x": "3..5" is not a number"#),
      ("y,x\n1,2\n2,0\n", ["log(x)"], "the number under log(x) in row 3 is 0.0"),
      (
        "y,x\n1,2\n", ["x"],
        "1 rows cannot determine 2 coefficients; add rows or drop regressors"
      ),
      ("y,x\n", ["x"], "no row can be used: there are none"),
      (
        "y,x\n1,1\n2,3e200\n3,2\n", ["x"],
        #""x" in row 3 is 3e+200, and its squares are beyond what numbers hold; use another unit, in "#
          + "which the largest is between 1e-75 and 1e75"
      ),
      (
        "y,x\nNA,2\n1,NA\n", ["x"],
        #"no row can be used: 1 row is left out for want of "y". 1 row is left out for want of "x"."#
      ),
      (
        "y,x\n1,0\n2,0\n3,0\n", ["x", "--no-intercept"],
        "nothing is left to estimate: x is zero in every row"
      ),
      ("y,x,w\n1,2,1\n2,3,-1\n", ["x", "--weights", "w"], #"the weight "w" in row 3 is -1.0"#),
      (
        "who,t,y,x\nA,1,1,2\nA,1,2,3\n", ["lag(x)", "--unit", "who", "--time", "t"],
        "A has two rows for 1: rows 2 and 3"
      ),
    ] as [(String, [String], String)])
  func badDataAreToldWithTheirPlace(
    _ text: String, _ arguments: [String], _ expected: String
  ) throws {
    let run = try TypedTable(text).run("regress", ["--response", "y", "--regressors"] + arguments)
    #expect(run.error.split(separator: "\n").first.map(String.init) == "Error: " + expected)
    #expect(run.code == 65)
  }

  @Test(arguments: ["regress", "importance", "select"])
  func aMissingFileIsTold(_ command: String) {
    let run = MinhBachRun(
      [command, "--table", "/nowhere/at-all.csv", "--response", "y", "--regressors", "x"])
    #expect(run.error.contains("at-all.csv: there is no such file"))
    #expect(run.code == 66)
  }
}
