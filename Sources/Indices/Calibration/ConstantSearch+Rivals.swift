/// What speaks against a choice that gives every score back: others, hardly less likely, that do so too.
///
/// The beam keeps only the likeliest of the choices alike in the sum of their weights and in the
/// constant, so that rivals of the best one are looked for beside it.
extension ConstantSearch {
  /// The terms on which one or two other matches would leave sum and constant as they are.
  ///
  /// Two ends typed rounded in place of two cut off, one a ten-thousandth up and the other down, are
  /// such a pair.
  func exchangeable(_ best: [Int: Constants], _ matches: [Int: [Match]]) -> Set<Int> {
    let terms = best.keys.sorted()
    let total = constant(of: best)
    let exchanges = Dictionary(
      uniqueKeysWithValues: terms.map {
        ($0, self.exchanges(of: $0, in: best, matches[$0] ?? []))
      })
    var found: Set<Int> = []
    for (position, first) in terms.enumerated() {
      for one in exchanges[first] ?? [] {
        if abs(one.weight) < 1e-9, isConstant(total + one.constant) { found.insert(first) }
        for second in terms[(position + 1)...] {
          for other in exchanges[second] ?? []
          where one.cost + other.cost < Self.clearance && abs(one.weight + other.weight) < 1e-9
            && isConstant(total + one.constant + other.constant)
          {
            found.formUnion([first, second])
          }
        }
      }
    }
    return found
  }

  /// What another match changes: the sum of the weights, the constant, and what has to be supposed.
  private struct Exchange {
    let weight: Double
    let constant: Double
    let cost: Double
  }

  private func exchanges(
    of term: Int, in best: [Int: Constants], _ matches: [Match]
  ) -> [Exchange] {
    guard let own = best[term] else { return [] }
    let used = positions(of: best)
    let known = matches.filter { Self.isSame($0.constants, own) }.map(\.cost).min()
    let ownCost = known.map { $0 + Self.repetitionCost } ?? Self.openCost
    return matches.compactMap { match in
      let more = match.cost + cost(of: match.weight, term: term, used: used) - ownCost
      guard more < Self.clearance, !Self.isSame(match.constants, own) else { return nil }
      return Exchange(
        weight: match.constants.weight - own.weight,
        constant: part(ofConstant: match.constants, term: term)
          - part(ofConstant: own, term: term),
        cost: more)
    }
  }

  /// The positions of the weights in use.
  private func positions(of best: [Int: Constants]) -> [Int] {
    round.weights.indices.filter { position in
      best.values.contains { abs($0.weight - round.weights[position].value) < 1e-11 }
    }
  }

  private static func isSame(_ first: Constants, _ second: Constants) -> Bool {
    let doubt = 1e-6 * (second.upper.value - second.lower.value)
    return abs(first.weight - second.weight) < 1e-9
      && abs(first.lower.value - second.lower.value) < doubt
      && abs(first.upper.value - second.upper.value) < doubt
  }

  private func constant(of constants: [Int: Constants]) -> Double {
    constants.sorted { $0.key < $1.key }
      .reduce(0) { $0 + part(ofConstant: $1.value, term: $1.key) }
  }
}
