public import Tables
import Panels

extension Calibration {
  /// What is worth knowing: provinces left out, indicators without a slope or a part in the score, what
  /// is not proved, and directions that contradict the codebook.
  public var notes: [Phrase] {
    let combinations = coefficients.filter { $0.slope == nil }.map {
      Phrase(
        "\($0.indicator) is a combination of the other indicators and has no slope of its own")
    }
    let idle = coefficients.filter { $0.certainty == .none }.map(\.indicator)
    return form.incomplete.map {
      Phrase("\($0.nameVi) is left out: a figure or its score is missing")
    }
      + combinations
      + [
        idle.isEmpty
          ? nil : Phrase("Printed without a part in the score: \(idle)."),
        standingNote,
        contrary.isEmpty
          ? nil
          : Phrase(
            """
            The scores run against the codebook's direction in \(contrary): codebook or figures are \
            wrong.
            """),
      ].compactMap(\.self)
  }

  /// What is not proved, and why.
  private var standingNote: Phrase? {
    switch standing {
    case .exact: return nil
    case .approximate:
      return Phrase(
        """
        Something that is not published enters these scores, or figures are wrong: weights are \
        fitted to ranges of everything seen, and miss the scores.
        """)
    case .linear where isComplete:
      return Phrase(
        """
        Weights and ranges that are likely, not proved, give every score back too; others, nearly as \
        simple, may do as well. The slopes are exact all the same.
        """)
    case .linear:
      let open = coefficients.filter { $0.certainty == .undetermined && $0.slope != nil }
        .map(\.indicator)
      return open.isEmpty
        ? Phrase(
          """
          Nothing seen makes all slopes round weights: weights and ranges are likely at best. The \
          slopes are exact all the same.
          """)
        : Phrase(
          """
          Nothing seen makes all slopes round weights (\(open)): weights and ranges are likely at \
          best. The slopes are exact all the same.
          """)
    }
  }

  /// The indicators whose slope has another sign than the codebook's direction.
  private var contrary: [String] {
    // A slope that is noise has no direction.
    guard form.isExact else { return [] }
    return zip(form.terms, coefficients).filter { term, entry in
      entry.direction.map { $0 != term.indicator.direction } ?? false && !term.isWithoutPart
    }.map(\.1.indicator)
  }
}
