/// The outputs of one point of each kind, less what polynomials make of them.
internal struct ControlledOutputs {
  internal let first: Double
  internal let second: Double
  internal let exchanged: [Double]
  internal let reversed: [Double]?
  /// What the polynomials make of the two points.
  internal let controls: (first: Double, second: Double)
  /// The terms of each input alone, at the two points.
  internal let ownTerms: (first: [Double], second: [Double])?
  /// The terms of each pair, at the two points; nil where there are none.
  internal let pairTerms: (first: [Double], second: [Double])?
  /// What the polynomials of the first point lose when an input is exchanged.
  internal let controlChanges: [Double]?

  internal init(
    _ sample: PickFreezeSample, row: Int, centre: Double, control: PolynomialControl?
  ) {
    let outputs = sample.exchanged.map { $0[row] - centre }
    let reversedOutputs = sample.reversed?.map { $0[row] - centre }
    let (a, b) = (sample.first[row] - centre, sample.second[row] - centre)
    guard let control, let shares = sample.design.shares else {
      (first, second, exchanged, reversed) = (a, b, outputs, reversedOutputs)
      (controls, ownTerms, pairTerms, controlChanges) = ((0, 0), nil, nil, nil)
      return
    }
    let one = LegendreValues(shares.first, row: row, degree: control.degrees.alone)
    let other = LegendreValues(shares.second, row: row, degree: control.degrees.alone)
    let inputs = outputs.indices
    let own = (inputs.map { one.own($0, of: control) }, inputs.map { other.own($0, of: control) })
    let pairs =
      control.degrees.pairs > 0 ? (one.pairs(of: control), other.pairs(of: control)) : nil
    let sums = (
      own.0.reduce(0, +) + (pairs?.0.reduce(0, +) ?? 0),
      own.1.reduce(0, +) + (pairs?.1.reduce(0, +) ?? 0)
    )
    let gains = inputs.map { input in
      own.1[input] - own.0[input]
        + (pairs.map { one.pairChange(input, to: other, $0.0, of: control) } ?? 0)
    }
    first = a - sums.0
    second = b - sums.1
    exchanged = inputs.map { outputs[$0] - sums.0 - gains[$0] }
    reversed = reversedOutputs.map { outputs in
      inputs.map { input in
        outputs[input] - sums.1 - own.0[input] + own.1[input]
          - (pairs.map { other.pairChange(input, to: one, $0.1, of: control) } ?? 0)
      }
    }
    controls = sums
    ownTerms = own
    pairTerms = pairs
    controlChanges = gains.map { -$0 }
  }
}

extension LegendreValues {
  /// The terms of all pairs.
  fileprivate func pairs(of control: PolynomialControl) -> [Double] {
    (0..<inputs).flatMap { first in
      (first + 1..<max(first + 1, inputs)).map { second in
        pair(first, second, of: control, secondFrom: self)
      }
    }
  }

  /// What the terms of an input's pairs gain when its value is another point's.
  fileprivate func pairChange(
    _ input: Int, to other: LegendreValues, _ terms: [Double], of control: PolynomialControl
  ) -> Double {
    (0..<inputs).reduce(0) { sum, partner in
      guard partner != input else { return sum }
      let place = PolynomialControl.pair(min(input, partner), max(input, partner), of: inputs)
      return sum + other.pair(input, partner, of: control, secondFrom: self) - terms[place]
    }
  }
}
