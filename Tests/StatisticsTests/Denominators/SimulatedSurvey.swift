import TestSupport

/// A survey whose numbers of firms are known, as it would be published: shares as floats.
struct SimulatedSurvey {
  /// The firms of each unit.
  let firms: [Int]
  /// The firms that answered, by question and unit.
  let answers: [[Int]]
  /// What is published: nothing where nobody answered.
  let shares: [[Double?]]

  /// Rates from questions for all firms to questions for few.
  static let rates = [
    0.97, 0.95, 0.93, 0.9, 0.9, 0.88, 0.85, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.15,
    0.1,
  ]

  /// Draws a survey: 40 to 160 firms a unit, answers by Pólya's urn, which makes beta-binomial numbers.
  init(seed: UInt64, units: Int, rates: [Double] = Self.rates, correlation: Double = 0.01) {
    var random = SplitMix64(seed: seed)
    let firms = (0..<units).map { _ in Int.random(in: 40...160, using: &random) }
    let urn = 1 / correlation - 1
    let answers = rates.map { rate in
      firms.map { firms in
        (0..<firms).reduce(into: 0) { answered, drawn in
          let chance = (rate * urn + Double(answered)) / (urn + Double(drawn))
          if Double.random(in: 0..<1, using: &random) < chance { answered += 1 }
        }
      }
    }
    shares = answers.map { row in
      row.map { number in
        number == 0
          ? nil : Double(Float(Int.random(in: 0...number, using: &random)) / Float(number))
      }
    }
    self.firms = firms
    self.answers = answers
  }
}
