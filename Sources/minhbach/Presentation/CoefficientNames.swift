import ArgumentParsing
import Panels
import Regression
import Tables

/// The coefficients that a test is about, as the command line names them.
struct CoefficientNames {
  /// The names as they stand in the table.
  let names: [String]

  /// Finds coefficients: by their names in the table, or by terms as regressors are written.
  ///
  /// - Parameters:
  ///   - text: names and terms with commas between.
  ///   - fit: the regression.
  /// - Throws: `ValidationError` for a name that no coefficient has, or `RegressionError.badTerm`.
  init(_ text: String, of fit: LinearFit) throws {
    var names: [String] = []
    var parts = text.split(separator: ",", omittingEmptySubsequences: false)[...]
    while !parts.isEmpty {
      let (found, count) = try Self.first(of: parts, in: fit)
      names += found.filter { !names.contains($0) }
      parts = parts.dropFirst(count)
    }
    self.names = names
  }

  /// The coefficients that the first parts name, and how many parts those are.
  private static func first(
    of parts: ArraySlice<Substring>, in fit: LinearFit
  ) throws -> (names: [String], count: Int) {
    func joined(_ count: Int) -> String {
      parts.prefix(count).joined(separator: ",").withoutOuterSpaces
    }
    // A label, and so the name of its coefficient, may hold commas: the longest name counts.
    for count in (1...parts.count).reversed() where fit.names.contains(joined(count)) {
      return ([joined(count)], count)
    }
    let count = (1...parts.count).first { isClosed(joined($0)) } ?? parts.count
    let names = try Term.list(parsing: joined(count)).map(\.description)
    guard !names.isEmpty else { throw ValidationError("--test names no coefficient.") }
    for name in names where !fit.names.contains(name) { throw unknown(name, in: fit) }
    return (names, count)
  }

  /// Whether every bracket and backquote has its other half.
  private static func isClosed(_ text: String) -> Bool {
    var (depth, isQuoted) = (0, false)
    for letter in text {
      switch letter {
      case "`": isQuoted.toggle()
      case "(" where !isQuoted: depth += 1
      case ")" where !isQuoted: depth -= 1
      default: break
      }
    }
    return depth <= 0 && !isQuoted
  }

  private static func unknown(_ name: String, in fit: LinearFit) -> ValidationError {
    if let dropped = fit.dropped.first(where: { $0.name == name }) {
      return ValidationError("The coefficient \"\(name)\" is left out: it \(dropped.reason).")
    }
    let nearest = NearestNames.names(to: name, among: fit.names)
    return ValidationError(
      "There is no coefficient \"\(name)\"; "
        + (nearest.isEmpty
          ? "there are \(fit.names.prefix(5).joined(separator: ", "))"
            + (fit.names.count > 5 ? " and \(fit.names.count - 5) more." : ".")
          : "did you mean \(nearest.joined(separator: ", "))?"))
  }
}
