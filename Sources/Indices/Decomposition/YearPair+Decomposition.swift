public import Panels
import Statistics

extension YearPair {
  /// The change of a province's score and rank between the years as a sum of parts.
  ///
  /// The players are the own values of the indicators that both rules have, the rivals' values, the
  /// ranges, the rule, and what is unexplained. Those that do not differ are left out of the game.
  ///
  /// - Parameter province: a province of the panel.
  /// - Returns: the parts, which add up to the change.
  /// - Throws: `IndexError.notRanked` or `IndexError.noScore` where it has no score in a year,
  ///   `IndexError.tooManyParts` where more differ than can be told apart exactly.
  public func decomposition(of province: Province) throws(IndexError) -> Decomposition {
    let row = try first.row(of: province, in: panel)
    _ = try second.row(of: province, in: panel)
    let changes = ownChanges(of: row)
    let steps = changes.filter { $0.from != $0.to }
    let switches = Switch.allCases.filter { isOn($0, besides: row) }
    let players = steps.count + switches.count
    guard players <= RankGame.mostPlayers else {
      throw .tooManyParts(count: players, most: RankGame.mostPlayers)
    }
    let game = RankGame(
      (0..<(1 << switches.count)).map { position in
        setting(
          of: row, steps: steps,
          on: switches.indices.filter { position & (1 << $0) != 0 }.map { switches[$0] })
      })
    var shares: [Decomposition.Cause: RankGame.Share] = [:]
    for (cause, share) in zip(steps.map(\.cause) + switches.map(\.cause), game.shares) {
      shares[cause] = share
    }
    func part(_ cause: Decomposition.Cause, _ change: Change? = nil) -> Decomposition.Part {
      Decomposition.Part(
        // Rivals move no score but their own; what little is summed up for them is rounding.
        cause: cause, score: cause == .rivals ? 0 : shares[cause]?.score ?? 0,
        rank: shares[cause]?.rank ?? 0,
        values: change.map { .init(from: $0.from, to: $0.to) },
        medians: change.flatMap { medians(of: $0.cause) })
    }
    return Decomposition(
      from: end(of: row, under: .init(values: .first, ranges: .first, rule: .first)),
      to: end(of: row, under: .init(values: .second, ranges: .second, rule: .second)),
      parts: changes.filter { $0.cause != .unexplained }.map { part($0.cause, $0) }
        + Switch.allCases.map { part($0.cause) }
        + (usesPublishedScores ? [part(.unexplained)] : []))
  }

  /// What can be exchanged for all provinces at once.
  private enum Switch: CaseIterable {
    case rivals, ranges, rule

    var cause: Decomposition.Cause {
      switch self {
      case .rivals: .rivals
      case .ranges: .ranges
      case .rule: .rule
      }
    }
  }

  /// A change of the province's own.
  private struct Change {
    let cause: Decomposition.Cause
    let from: Double
    let to: Double
  }

  private func ownChanges(of row: Int) -> [Change] {
    let values = shared.compactMap { code in
      first.value(code, of: row).flatMap { from in
        second.value(code, of: row).map { Change(cause: .indicator(code), from: from, to: $0) }
      }
    }
    guard usesPublishedScores else { return values }
    return values + [
      Change(
        cause: .unexplained, from: leftOver(of: row, in: .first),
        to: leftOver(of: row, in: .second))
    ]
  }

  private func medians(of cause: Decomposition.Cause) -> Decomposition.Values? {
    guard case .indicator(let code) = cause, let from = first.medians[code],
      let to = second.medians[code]
    else { return nil }
    return .init(from: from, to: to)
  }

  /// Whether a switch changes anything.
  private func isOn(_ change: Switch, besides row: Int) -> Bool {
    switch change {
    case .rivals:
      return Mixture.all.contains { mixture in
        var exchanged = mixture
        exchanged.values = mixture.values.other
        return scores(besides: row, under: mixture) != scores(besides: row, under: exchanged)
      }
    case .ranges:
      let (old, new) = (before.ranges, after.ranges)
      return shared.contains { old[$0] != new[$0] }
    case .rule:
      func terms(_ rule: ScoringRule) -> [String: [Double]] {
        Dictionary(
          uniqueKeysWithValues: rule.components.map {
            (
              $0.indicator,
              [$0.weight, $0.direction.sign, $0.scale.lowerBound, $0.scale.upperBound]
            )
          })
      }
      return terms(before) != terms(after)
    }
  }

  private func setting(of row: Int, steps: [Change], on: [Switch]) -> RankGame.Setting {
    let mixture = Mixture(
      values: on.contains(.rivals) ? .second : .first,
      ranges: on.contains(.ranges) ? .second : .first, rule: on.contains(.rule) ? .second : .first)
    var own = mixture
    own.values = .first
    let components = Self.components(
      rule: mixture.rule == .first ? before : after,
      ranges: mixture.ranges == .first ? before : after)
    let slopes = Dictionary(uniqueKeysWithValues: components.map { ($0.indicator, $0.slope) })
    return RankGame.Setting(
      // It is ranked in both years.
      score: score(of: row, under: own) ?? 0,
      steps: steps.map { step in
        guard case .indicator(let code) = step.cause else { return step.to - step.from }
        return (slopes[code] ?? 0) * (step.to - step.from)
      },
      rivals: scores(besides: row, under: mixture))
  }

  private func end(of row: Int, under mixture: Mixture) -> Decomposition.End {
    let rivals = scores(besides: row, under: mixture)
    let score = score(of: row, under: mixture) ?? 0
    return .init(
      score: score, rank: Ranking.ofScores.rank(of: score, among: rivals),
      provinces: rivals.count + 1)
  }
}
