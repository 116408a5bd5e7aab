import Statistics

/// What cases say to each question, with intervals.
struct BacktestFigures {
  /// The samples of provinces.
  let samples: ProvinceSamples
  /// How sure intervals are.
  let level: Double

  /// A value and what it counts.
  typealias Term = (value: Double, weight: Double)

  /// The answers that are held against what the first three did.
  private static let rivals: [BacktestAnswer] = [.variance, .weight, .weightedGap, .lastMovers]

  /// All questions, of all years together, then of each where there are several.
  ///
  /// - Parameters:
  ///   - cases: the cases.
  ///   - years: the years whose answers were tried.
  /// - Returns: nothing without years.
  func findings(of cases: [BacktestCase], in years: [Int]) -> [BacktestFinding] {
    guard let first = years.first, let last = years.last else { return [] }
    let whole = findings(of: cases, from: first, to: last + 1)
    guard first < last else { return whole }
    return whole
      + years.flatMap { year in
        findings(of: cases.filter { $0.answer.year == year }, from: year, to: year + 1)
      }
  }

  private func findings(of cases: [BacktestCase], from: Int, to: Int) -> [BacktestFinding] {
    let scope = Scope(cases: cases, from: from, to: to)
    return moves(.movedUp, scope) { $0.places > 0 ? 1 : 0 }
      + moves(.placesGained, scope) { Double($0.places) } + shares(scope) + orders(scope)
      + exceedances(scope)
  }

  /// The cases of some years.
  private struct Scope {
    let cases: [BacktestCase]
    let from: Int
    let to: Int
  }

  /// What became of the ranks of those that improved in what an answer named.
  private func moves(
    _ question: BacktestQuestion, _ scope: Scope, _ value: (BacktestCase) -> Double
  ) -> [BacktestFinding] {
    let answers: [BacktestAnswer] = [.all, .named, .random, .last]
    let ratios = Dictionary(
      uniqueKeysWithValues: answers.map { answer in
        (answer, ratio(scope) { [(value($0), $0.weight(of: answer))] })
      })
    return answers.compactMap { answer in
      ratios[answer].map { finding(question, answer, $0, scope) }
    } + [.random, .last].compactMap { difference(question, from: $0, ratios, scope) }
  }

  /// The share of the movement that the three of an answer made.
  private func shares(_ scope: Scope) -> [BacktestFinding] {
    let answers: [BacktestAnswer] = [.named] + Self.rivals + [.random, .hindsight]
    let ratios = Dictionary(
      uniqueKeysWithValues: answers.map { answer in
        (
          answer,
          ratio(scope) { one in
            one.movementShare(of: answer).map { [($0, 1)] } ?? []
          }
        )
      })
    let chance = chance(scope)
    return answers.compactMap { answer in
      ratios[answer].map {
        finding(.movementShare, answer, $0, scope, expected: answer == .random ? chance : nil)
      }
    } + (Self.rivals + [.random]).compactMap { difference(.movementShare, from: $0, ratios, scope) }
  }

  /// How the order lasts.
  private func orders(_ scope: Scope) -> [BacktestFinding] {
    let correlation = ratio(scope) { one in
      one.orderCorrelation.map { [($0, 1)] } ?? []
    }
    let kept = ratio(scope) { [($0.firstThreeKept, 1)] }
    return [
      finding(.orderCorrelation, .named, correlation, scope, expected: 0),
      finding(.firstThreeKept, .named, kept, scope, expected: chance(scope)),
    ]
  }

  /// How often the improvements exceeded what the laws say.
  private func exceedances(_ scope: Scope) -> [BacktestFinding] {
    let codes = scope.cases.flatMap(\.indicators).reduce(into: [String]()) { known, code in
      if !known.contains(code) { known.append(code) }
    }
    let groups: [BacktestGroup] =
      [.all, .own, .borrowed, .low, .middle, .high] + codes.map { .indicator($0) }
    let anywhere: [BacktestGroup] = [.own, .low, .middle, .high]
    func rows(
      _ question: BacktestQuestion, _ groups: [BacktestGroup], _ expected: Double,
      _ bar: (PastAnswer, Int) -> Double?
    ) -> [BacktestFinding] {
      groups.map { group in
        let ratio = ratio(scope) { one in
          one.net.indices.filter { group.contains($0, of: one) }.compactMap { place -> Term? in
            bar(one.answer, place).map { (one.net[place] > $0 ? 1 : 0, 1) }
          }
        }
        return finding(question, .named, ratio, scope, group: group.name, expected: expected)
      }
    }
    return rows(.goodYearExceeded, groups, 1 - FeasibleChanges.goodShare) { $0.good[$1] }
      + rows(.medianExceeded, groups, 0.5) { $0.median[$1] }
      + rows(.goodAnywhereExceeded, anywhere, 1 - FeasibleChanges.goodShare) { $0.goodAnywhere[$1] }
  }

  /// The share of all indicators that three are, mean over the cases.
  private func chance(_ scope: Scope) -> Double? {
    scope.cases.map { Double(PastAnswer.count) / Double($0.size) }.mean
  }

  private func ratio(_ scope: Scope, _ terms: (BacktestCase) -> [Term]) -> ProvinceRatio {
    var ratio = ProvinceRatio(provinces: samples.counts.first?.count ?? 0)
    for one in scope.cases {
      for term in terms(one) {
        ratio.add(term.value, weight: term.weight, of: one.answer.province)
      }
    }
    return ratio
  }

  private func finding(
    _ question: BacktestQuestion, _ answer: BacktestAnswer, _ ratio: ProvinceRatio,
    _ scope: Scope, group: String = BacktestGroup.all.name, expected: Double? = nil
  ) -> BacktestFinding {
    let value = ratio.value
    return BacktestFinding(
      question: question, group: group, answer: answer, against: nil, from: scope.from,
      to: scope.to, cases: ratio.cases, value: value,
      interval: value.map { ratio.draws(samples).compactMap(\.self).interval(level, around: $0) },
      expected: expected)
  }

  /// By how much the named three are ahead of another answer, in the same samples.
  private func difference(
    _ question: BacktestQuestion, from other: BacktestAnswer,
    _ ratios: [BacktestAnswer: ProvinceRatio], _ scope: Scope
  ) -> BacktestFinding? {
    guard let named = ratios[.named], let rival = ratios[other] else { return nil }
    let value = named.value.flatMap { one in rival.value.map { one - $0 } }
    let draws = zip(named.draws(samples), rival.draws(samples)).compactMap { pair in
      pair.0.flatMap { one in pair.1.map { one - $0 } }
    }
    return BacktestFinding(
      question: question, group: BacktestGroup.all.name, answer: .named, against: other,
      from: scope.from, to: scope.to, cases: min(named.cases, rival.cases), value: value,
      interval: value.map { draws.interval(level, around: $0) }, expected: nil)
  }
}
