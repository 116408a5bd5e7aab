import Tables
import Panels
import Regression

/// What of a regression follows from the index's own arithmetic, and what is behaviour.
///
/// A sub-index is a weighted sum of scores of its own indicators, and the total one of the sub-indices: where a
/// regressor and the response hold such figures of one year, a coefficient tells the weights at least in part,
/// and not what provinces do.
struct ArithmeticNotes {
  /// One sentence for each kind of regressor that there is.
  let notes: [Phrase]

  /// Sorts the regressors of the PCI.
  ///
  /// - Parameters:
  ///   - specification: the regression.
  ///   - codebook: the indicators; nil for a table of one's own, of which nothing is known.
  init(_ specification: Specification, _ codebook: Codebook?) {
    guard let codebook else {
      notes = []
      return
    }
    let response = specification.response
    let known = specification.regressors.filter { term in
      term.columns.contains { codebook[$0] != nil }
    }
    let arithmetic = known.filter { Self.isArithmetic($0, response, in: codebook) }
      .map(\.description)
    let behaviour = known.filter { !Self.isArithmetic($0, response, in: codebook) }
      .map(\.description)
    notes = [
      arithmetic.isEmpty
        ? nil
        : Phrase(
          """
          Arithmetic, at least in part: \(response.description) and \(arithmetic) hold figures of the same \
          year that one is computed from the other by, so that this tells how the index is put \
          together; 'minhbach calibrate' tells that exactly.
          """),
      behaviour.isEmpty
        ? nil
        : behaviour.count == 1
          ? Phrase(
            """
            Behaviour: \(behaviour) has no part in the arithmetic of \(response.description). What goes \
            together need not be cause and effect.
            """)
          : Phrase(
            """
            Behaviour: \(behaviour) have no part in the arithmetic of \(response.description). What goes \
            together need not be cause and effect.
            """),
    ].compactMap(\.self)
  }

  /// Whether two terms hold figures of one time of which one is computed from the other.
  private static func isArithmetic(_ term: Term, _ response: Term, in codebook: Codebook) -> Bool {
    term.moments.contains { one in
      response.moments.contains { other in
        guard one.lag == other.lag, let a = codebook[one.column], let b = codebook[other.column]
        else { return false }
        return isMade(a, of: b) || isMade(b, of: a)
      }
    }
  }

  /// Whether a figure is computed from another: the same one, or a score or rank from parts of its own.
  private static func isMade(_ whole: Indicator, of part: Indicator) -> Bool {
    if whole.code == part.code { return true }
    switch whole.kind {
    case .total, .rank: return part.kind != .context
    case .subindex:
      return part.subindex == whole.subindex && (part.kind == .indicator || part.kind == .dimension)
    case .dimension: return part.subindex == whole.subindex && part.kind == .indicator
    case .indicator, .context: return false
    }
  }
}
