extension RespondentFit {
  /// The firms of a unit.
  ///
  /// Where no question pins their number it is as uncertain as was seen in years in which it is pinned,
  /// when the questions that do so are hidden.
  ///
  /// - Parameter unit: the unit.
  /// - Returns: nil for a unit without a denominator.
  func estimate(ofFirmsIn unit: Int) -> CountEstimate? {
    guard questions.contains(where: { screen.denominators[$0][unit] > 1 }) else { return nil }
    let firms = numbers[unit]
    let found = CountEstimate(from: firms.first, by: 1, weights: firms.weights)
    return isPinned
      ? found : found?.widened(by: Self.unpinnedSpread, within: spans[unit])
  }

  /// By what share of itself the number of firms may be more or less where no question pins it.
  private static let unpinnedSpread = 0.07

  /// The firms of a unit that answered a question.
  ///
  /// A share that is no fraction of so many firms says nothing of their number; what is told is then
  /// what the firms' number and the question's rate say.
  ///
  /// - Parameters:
  ///   - index: the question, by its place in `questions`.
  ///   - unit: the unit.
  /// - Returns: nil where nothing is known of the unit's firms.
  func estimate(of index: Int, in unit: Int) -> CountEstimate? {
    let denominator = screen.denominators[questions[index]][unit]
    let firms = numbers[unit]
    if denominator > 0,
      let found = CountEstimate(
        from: denominator, by: denominator, weights: answers(to: index, in: unit))
    {
      return found
    }
    var weights = [Double](repeating: 0, count: firms.last)
    tables.withTables(of: responses[index]) { yes, no, after in
      for (place, weight) in firms.weights.enumerated() where weight > Self.negligible {
        let number = firms.first + place
        for answers in 1...number {
          weights[answers - 1] +=
            weight * after[number] * Double(answers + 1) * yes[answers] * no[number - answers]
        }
      }
    }
    return CountEstimate(from: 1, by: 1, weights: weights)
  }

  /// Whether a question's shares are, by all signs, of the units' firms.
  ///
  /// - Parameter index: the question, by its place in `questions`.
  /// - Returns: true also where there are too few shares to tell.
  func isOfFirms(_ index: Int) -> Bool { fit(of: index).map { $0 >= Self.leastFit } ?? true }

  // Shares of firms have 0.76 or more in every year from 2005 to 2019; shares of other things, such as
  // private training centres among all, 0.73 or less.
  private static let leastFit = 0.75

  /// What the numbers of firms of a unit that answered a question weigh.
  ///
  /// Summed over the numbers of firms that the unit may have, so that not knowing the one widens the
  /// other.
  ///
  /// - Parameters:
  ///   - index: the question, by its place in `questions`.
  ///   - unit: the unit.
  /// - Returns: the weights of the multiples of the denominator, from the first on; none where the
  ///   denominator is larger than any number of firms, or there is none.
  func answers(to index: Int, in unit: Int) -> [Double] {
    let denominator = screen.denominators[questions[index]][unit]
    let firms = numbers[unit]
    guard denominator > 0, denominator <= firms.last else { return [] }
    var found = [Double](repeating: 0, count: firms.last / denominator)
    tables.withTables(of: responses[index]) { yes, no, after in
      for (place, weight) in firms.weights.enumerated() where weight > Self.negligible {
        let number = firms.first + place
        // The weight holds this share too: one divides by what it gave.
        let chance = ResponseTables.chance(of: denominator, among: number, yes, no, after)
        let scale = weight * after[number] / Self.mixed(chance)
        var answers = denominator
        while answers <= number {
          found[answers / denominator - 1] += scale * yes[answers] * no[number - answers]
          answers += denominator
        }
      }
    }
    return found
  }

  private static let negligible = 1e-9

  /// By how much a question's shares are likelier as answers of the units' firms than as shares of
  /// any number of things up to 700, small ones being likelier: a logarithm, per share.
  ///
  /// - Parameter index: the question, by its place in `questions`.
  /// - Returns: nil for so few shares that it says nothing.
  func fit(of index: Int) -> Double? {
    let question = questions[index]
    let informative = screen.denominators[question].filter { $0 > 1 }
    guard informative.count >= Self.fewestJudged else { return nil }
    var free = LogarithmicSum()
    for denominator in informative { free.multiply(by: Self.freeChances[denominator]) }
    let bound = evidence(
      of: question, at: responses[index], among: numbers.map(\.likeliest), above: 1)
    return (bound - free.value) / Double(informative.count)
  }

  private static let fewestJudged = 12

  /// The probability of a share by its denominator d, if it is of n things, n being from 1 to 700 with
  /// a probability of 1/n, in proportion: Σ 1 / (n (n + 1)) over the multiples n of d.
  private static let freeChances: [Double] = {
    let limit = ShareDenominator.limit
    let whole = (1...limit).reduce(0.0) { $0 + 1 / Double($1) }
    var chances = [Double](repeating: 0, count: limit + 1)
    for denominator in 1...limit {
      for number in stride(from: denominator, through: limit, by: denominator) {
        chances[denominator] += 1 / (Double(number) * Double(number + 1) * whole)
      }
    }
    return chances
  }()
}
