import Panels

extension RankChange {
  /// What is worth knowing: what the parts mean, what they rest on, and what does not compare.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [String] {
    [Decomposition.meaning] + comparabilityNotes(naming: name) + basisNotes + boardNotes
  }

  /// Where the years do not compare, and what was compared instead.
  func comparabilityNotes(naming name: (String) -> String) -> [String] {
    let (from, to) = (years.before.year, years.after.year)
    let questions = years.obstacles.compactMap { obstacle -> String? in
      if case .question(let code) = obstacle { name(code) } else { nil }
    }
    let territories = (min(from, to)...max(from, to)).dropFirst().filter(province.breaks.contains)
    let only = [(from, years.dropped), (to, years.added)].filter { !$0.1.isEmpty }.map {
      year, codes in
      "only \(year) has \(codes.map(name).joined(separator: ", "))"
    }
    return [
      years.obstacles.contains(.rule)
        ? "The rules of \(from) and \(to) differ: scores and ranks do not compare as they stand"
          + (only.isEmpty
            ? "." : "; \(only.joined(separator: "; ")). What these do belongs to the rule.")
        : nil,
      questions.isEmpty
        ? nil
        : "The question changed between \(from) and \(to) for \(questions.joined(separator: ", ")): "
          + "its change of value is not one of fact.",
      territories.isEmpty
        ? nil
        : "\(province.nameVi) has been another territory since "
          + territories.map(String.init).joined(separator: ", ") + ".",
      sharedNote,
    ].compactMap(\.self)
  }

  private var sharedNote: String? {
    guard !years.obstacles.isEmpty else { return nil }
    guard let shared, let comparison else { return "No indicator compares between the years." }
    return
      "On the \(comparison.shared.count) indicators that compare, with the weights and ranges of "
      + "\(years.after.year) for both years, ours: rank \(shared.from.rank) of "
      + "\(shared.from.provinces) in \(years.before.year), \(shared.to.rank) of "
      + "\(shared.to.provinces) in \(years.after.year)."
  }

  /// Whether published or rebuilt scores are explained, where it makes a difference.
  private var basisNotes: [String] {
    let inexact = [years.first, years.second].filter { !$0.isExact }.map { "\($0.rule.year)" }
    guard !inexact.isEmpty else { return [] }
    let list = inexact.joined(separator: " and ")
    return [
      years.usesPublishedScores
        ? "The rule of \(list) does not give the published scores back exactly. What is left over is "
          + "unexplained: the province's own is a part, that of the others is theirs."
        : "The rule of \(list) does not give the published scores back exactly, and not every province "
          + "has one: the rebuilt scores are explained, not the published."
    ]
  }

  private var boardNotes: [String] {
    let others = Set(years.first.rows).symmetricDifference(years.second.rows).sorted()
      .map { years.panel.provinces[$0].nameVi }
    return
      (others.isEmpty
      ? []
      : [
        "Ranked in one of the years only, and a rival there: \(others.joined(separator: ", "))."
      ])
      + [years.first, years.second].flatMap { year in
        year.board.notes.map { "\(year.rule.year): \($0)" }
      }
  }
}

extension Decomposition {
  /// What the parts are, for notes.
  static let meaning =
    "Each part is what the change adds on average over every order in which the changes could have "
    + "come (Shapley's rule); the parts add up to the whole."
}
