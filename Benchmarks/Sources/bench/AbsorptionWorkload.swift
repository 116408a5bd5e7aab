import LinearAlgebra
import Regression

/// FE: columns of a million rows less two or three unbalanced effects, made up so that others can make them too.
///
/// Cases: `easy2` and `easy3` of effects drawn independently; `hard2` and `hard3` of workers who change
/// their firm in one row of ten.
struct AbsorptionWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  private static let rows = 1_000_000
  private static let workers: UInt64 = 100_000
  private static let firms: UInt64 = 10_000
  private static let years: UInt64 = 20

  /// The mixing of SplitMix64, of a number and a stream.
  private static func mixed(_ number: UInt64, _ stream: UInt64) -> UInt64 {
    var mixed = (number &+ 1) &* 0x9E37_79B9_7F4A_7C15 &+ stream &* 0xD1B5_4A32_D192_ED03
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  func report() throws -> Report {
    let isHard = arguments.name.hasPrefix("hard")
    guard isHard || arguments.name.hasPrefix("easy"),
      let count = arguments.name.last?.wholeNumberValue,
      (2...3).contains(count)
    else { throw Arguments.Mistake("the case \(arguments.name) is not like easy2 or hard3") }
    let rows = UInt64(Self.rows)
    let workers = (0..<rows).map { Self.mixed($0, 1) % Self.workers }
    let firms = (0..<rows).map { row -> UInt64 in
      let isHome = isHard && Self.mixed(row, 4) % 10 != 0
      return Self.mixed(isHome ? workers[Int(row)] : row, isHome ? 5 : 2) % Self.firms
    }
    let years = (0..<rows).map { Self.mixed($0, 3) % Self.years }
    let groupings = [("worker", workers), ("firm", firms), ("year", years)].prefix(count)
      .map { name, numbers in Grouping(name: name, labels: numbers.lazy.map { "\($0)" }) }
    let columns = Matrix(
      rows: Self.rows,
      columns: (6..<UInt64(10)).map { stream in
        (0..<rows).map { row in
          let place = Int(row)
          let effects =
            Self.mixed(workers[place], stream) % 7 + Self.mixed(firms[place], stream) % 5
          return Double(effects) + Double(Self.mixed(row, stream) >> 11) * 0x1p-53
        }
      })
    let ((left, convergence), seconds) = try Report.timing(arguments) {
      try WithinTransformation(groupings: Array(groupings), threads: arguments.threads)
        .demeaned(columns)
    }
    let equations = try NormalEquations(left, regressors: 3, threads: arguments.threads)
    return Report(
      seconds: seconds,
      answers: [
        ("iterations", "\(convergence.iterations)"), ("change", "\(convergence.largestChange)"),
        ("coef", Report.json(equations?.solution(forColumn: 3).coefficients ?? [])),
        (
          "squares",
          Report.json(
            (0..<4).map { column in
              left.column(column).reduce(0) { $0 + $1 * $1 }
            })
        ),
      ])
  }
}
