import Reports
import Scenarios
import Sensitivity
import Tables

extension StudyAnswer {
  /// The answer for people.
  func display(_ local: Table) -> Table {
    switch method {
    case .all, .local, .ladder, .pairs: sideBySide(local)
    case .sobol:
      one(
        Phrase("Shares of the variance of the rank"), notes: notes,
        [
          (words("of the rank, alone"), { share(study.rank?.indices.first, $0) }),
          (words("with the others"), { share(study.rank?.indices.total, $0) }),
          (words("of the score"), { share(study.score?.first, $0) }),
        ])
    case .morris:
      one(
        Phrase("Elementary effects on the rank, in places"), notes: notes,
        [
          ("μ*", { places(study.screening?.indices.map(\.meanAbsolute), $0) }),
          ("μ", { number(study.screening?.indices[positions[$0]].mean) }),
          ("σ", { number(study.screening?.indices[positions[$0]].deviation) }),
        ])
    case .shapley:
      one(
        Phrase("Shares of the variance of the rank, changes moving together"), notes: notes,
        [(words("Shapley effect"), { share(study.shapley?.effects, $0) })])
    case .target:
      one(
        Phrase("What moves the probability of rank \(study.goal) or better"), notes: notes,
        [
          (words("gained by a good year"), { gain($0) }),
          (words("of the variance, alone"), { share(study.target?.indices?.first, $0) }),
          (words("with the others"), { share(study.target?.indices?.total, $0) }),
        ])
    }
  }

  /// The methods side by side: a good year first, then what makes the rank vary.
  private func sideBySide(_ local: Table) -> Table {
    let kept = words.columns("indicator", "value", "good year", "places", "likely", "better")
    let order = order
    var found = local.keeping(kept).adding([
      (
        words("order"),
        { row in
          .text(
            "\(row + 1)"
              + (order.isEmpty
                ? "" : " (\(order[row].likely.lowerBound)–\(order[row].likely.upperBound))"))
        }
      ),
      ("Sobol’", { bare(study.rank?.indices.total, $0) }),
      ("Shapley", { bare(study.shapley?.effects, $0) }),
      ("Morris", { number(study.screening?.indices[positions[$0]].meanAbsolute.value) }),
      (words("goal"), { points(study.target?.gains[positions[$0]].value) }),
    ])
    found.notes = drivers.effects.indices.map { sentence(of: $0) } + notes + local.notes
    return found
  }

  /// One method alone.
  private func one(
    _ title: Phrase, notes: [Phrase], _ columns: [StudyColumn]
  ) -> Table {
    let table = Table(
      title: words("\(drivers.heading(names)). \(title)"),
      columns: words.columns("indicator", "value"),
      rows: drivers.effects.map { effect in
        [
          .text(names.indicator(effect.input.name)),
          .text(names.value(effect.input.value, of: effect.input.name)),
        ]
      }, notes: [drivers.standingNote] + notes + inputNotes)
    return ordered(table.adding(columns))
  }

  private func share(_ estimates: [EffectEstimate]?, _ row: Int) -> Cell {
    interval(estimates, row, words.percentage(decimals: 1))
  }

  private func bare(_ estimates: [EffectEstimate]?, _ row: Int) -> Cell {
    .text(
      estimates.map { words.percentage(decimals: 0).string($0[positions[row]].value) } ?? "")
  }

  private func places(_ estimates: [EffectEstimate]?, _ row: Int) -> Cell {
    interval(estimates, row, words.decimals(1))
  }

  /// An estimate with its interval.
  private func interval(
    _ estimates: [EffectEstimate]?, _ row: Int, _ format: NumberFormat
  ) -> Cell {
    guard let estimate = estimates?[positions[row]] else { return .empty }
    let ends = estimate.interval.map {
      " (" + words("\($0.lowerBound, format) to \($0.upperBound, format)") + ")"
    }
    return .text(format.string(estimate.value) + (ends ?? ""))
  }

  private func number(_ value: Double?) -> Cell {
    .text(value.map { words.decimals(1).string($0) } ?? "")
  }

  private func points(_ gain: Double?) -> Cell {
    .text(gain.map { words("\(100 * $0, .decimals(0), isSigned: true) pts") } ?? "")
  }

  private func gain(_ row: Int) -> Cell {
    guard let gain = study.target?.gains[positions[row]] else { return .empty }
    return .text(
      words(
        """
        \(100 * gain.value, .decimals(1), isSigned: true) pts ± \
        \(100 * gain.standardError, .decimals(1))
        """))
  }
}
