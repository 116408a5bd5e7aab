public import Tables
import Panels

extension RankChange {
  /// What is worth knowing: what the parts mean, what they rest on, and what does not compare.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [Phrase] {
    [Decomposition.meaning] + comparabilityNotes(naming: name) + basisNotes + boardNotes
  }

  /// Where the years do not compare, and what was compared instead.
  func comparabilityNotes(naming name: (String) -> String) -> [Phrase] {
    let (from, to) = (years.before.year, years.after.year)
    let questions = years.obstacles.compactMap { obstacle -> String? in
      if case .question(let code) = obstacle { name(code) } else { nil }
    }
    let territories = (min(from, to)...max(from, to)).dropFirst().filter(province.breaks.contains)
    let only = [(from, years.dropped), (to, years.added)].filter { !$0.1.isEmpty }.map {
      year, codes in Phrase("only \(year) has \(codes.map(name))")
    }
    return [
      years.obstacles.contains(.rule)
        ? only.isEmpty
          ? Phrase(
            """
            The rules of \(from) and \(to) differ: scores and ranks do not compare as they stand.
            """)
          : Phrase(
            """
            The rules of \(from) and \(to) differ: scores and ranks do not compare as they stand; \
            \(only, separator: "; "). What these do belongs to the rule.
            """)
        : nil,
      questions.isEmpty
        ? nil
        : Phrase(
          """
          What is measured changed between \(from) and \(to) for \(questions): that change of value \
          is not one of fact.
          """),
      territories.isEmpty
        ? nil
        : Phrase(
          """
          \(province.nameVi) has been another territory since \(territories.map(String.init)).
          """),
      sharedNote,
    ].compactMap(\.self)
  }

  private var sharedNote: Phrase? {
    guard !years.obstacles.isEmpty else { return nil }
    guard let shared, let comparison else {
      return Phrase("No indicator compares between the years.")
    }
    return Phrase(
      """
      On the \(comparison.shared.count) indicators that compare, with the weights and ranges of \
      \(years.after.year) for both years, ours: rank \(shared.from.rank) of \
      \(shared.from.provinces) in \(years.before.year), \(shared.to.rank) of \
      \(shared.to.provinces) in \(years.after.year).
      """)
  }

  /// Whether published or rebuilt scores are explained, where it makes a difference.
  private var basisNotes: [Phrase] {
    let both = [years.first, years.second]
    let inexact = both.filter { !$0.isExact }
    guard !inexact.isEmpty else { return [] }
    let size = inexact.map(\.largestLeftOver).max() ?? 0
    let three = NumberFormat.upTo(decimals: 3)
    let fault =
      inexact.count == 1
      ? Phrase(
        "The rule of \(inexact[0].rule.year) misses published scores, by up to \(size, three)")
      : Phrase(
        """
        The rules of \(inexact[0].rule.year) and \(inexact[1].rule.year) miss published scores, by \
        up to \(size, three)
        """)
    let isFitted = both.allSatisfy { $0.rule.standing == .approximate }
    return [
      years.usesPublishedScores
        ? Phrase(
          """
          \(fault). What is left over is unexplained: the province's own is a part, that of the \
          others is theirs.
          """)
        : Phrase(
          """
          \(fault), and not every province has one: the rebuilt scores are explained, not the \
          published.
          """),
      isFitted && years.obstacles.isEmpty
        ? Phrase(
          """
          Both rules are fitted: the rule's part is how differently their weights were estimated.
          """) : nil,
    ].compactMap(\.self)
  }

  /// Who is a rival in one year only, and what the scoreboards say of each year.
  private var boardNotes: [Phrase] {
    let others = Set(years.first.rows).symmetricDifference(years.second.rows).sorted()
    let boards = [years.first, years.second].flatMap { year in
      year.notes.map { note in
        note.text.contains("\(year.rule.year)") ? note : Phrase("\(year.rule.year): \(note)")
      }
    }
    guard !others.isEmpty else { return boards }
    let names =
      others.count > 5
      ? Phrase("\(others.count) provinces")
      : Phrase(verbatim: others.map { years.panel.provinces[$0].nameVi }.joined(separator: ", "))
    let note =
      years.dropped.isEmpty && years.added.isEmpty
      ? Phrase("Ranked in one of the years only, and a rival there: \(names).")
      : Phrase(
        """
        Ranked in one of the years only, and a rival there: \(names), with the median of what the \
        other rule asks for and it never had.
        """)
    return [note] + boards
  }
}

extension Decomposition {
  /// What the parts are, for notes.
  static let meaning = Phrase(
    """
    Each part is what the change adds on average over every order in which the changes could have \
    come (Shapley's rule); the parts add up to the whole.
    """)
}
