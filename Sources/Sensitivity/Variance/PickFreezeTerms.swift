import Statistics

/// What each point adds to the sums that variance-based indices are made of.
///
/// One row per point: the two outputs' sum, that of their squares, their products with the polynomials, and their
/// own; then of each input the terms of its first-order index and the one of its total; then of each
/// pair one. Outputs are less the polynomial control and less one number common to all.
internal struct PickFreezeTerms: Sendable {
  internal let layout: TermLayout
  internal let control: PolynomialControl?
  internal let count: Int
  /// Rows × width numbers.
  internal let rows: [Double]

  internal init(
    _ sample: PickFreezeSample, estimator: FirstOrderEstimator, isControlled: Bool,
    _ replicates: Replicates
  ) {
    let centre = sample.mean
    let control = isControlled ? PolynomialControl(sample, centre: centre, replicates) : nil
    let layout = TermLayout(sample, estimator)
    let parts = replicates.chunks(of: 0..<sample.count, length: 1024) { rows in
      var numbers = [Double](repeating: 0, count: rows.count * layout.width)
      for (place, row) in rows.enumerated() {
        let outputs = ControlledOutputs(sample, row: row, centre: centre, control: control)
        layout.fill(&numbers, from: place * layout.width, outputs)
      }
      return numbers
    }
    self.layout = layout
    self.control = control
    count = sample.count
    rows = parts.flatMap { $0 }
  }

  /// The sums of all rows.
  internal var sums: [Double] {
    var sums = [Double](repeating: 0, count: layout.width)
    for row in 0..<count {
      for place in sums.indices { sums[place] += rows[row * layout.width + place] }
    }
    return sums
  }
}

/// Where the terms of a point stand in its row.
internal struct TermLayout: Sendable {
  internal let names: [String]
  internal let estimator: FirstOrderEstimator
  internal let hasPairs: Bool
  /// The length of a row, a multiple of eight.
  internal let width: Int

  internal init(_ sample: PickFreezeSample, _ estimator: FirstOrderEstimator) {
    let inputs = sample.design.names.count
    let pairs = sample.reversed == nil ? 0 : inputs * (inputs - 1) / 2
    names = sample.design.names
    self.estimator = estimator
    hasPairs = sample.reversed != nil
    width = (4 + inputs * (estimator == .janon ? 4 : 2) + pairs + 7) / 8 * 8
  }

  /// The names of the pairs, in their order.
  internal var pairNames: [String] {
    names.indices.flatMap { one in
      names.dropFirst(one + 1).map { "\(names[one]) × \($0)" }
    }
  }

  /// Terms of a first-order index: those of Janon's estimator are three.
  private var firstTerms: Int { estimator == .janon ? 3 : 1 }
  internal func firstPlace(_ input: Int) -> Int { 4 + input * (firstTerms + 1) }
  internal func totalPlace(_ input: Int) -> Int { firstPlace(input) + firstTerms }
  internal func pairPlace(_ pair: Int) -> Int { firstPlace(names.count) + pair }

  /// Writes the terms of one point.
  fileprivate func fill(_ numbers: inout [Double], from start: Int, _ outputs: ControlledOutputs) {
    let (a, b) = (outputs.first, outputs.second)
    numbers[start] = a + b
    numbers[start + 1] = a * a + b * b
    numbers[start + 2] = outputs.controls.first * a + outputs.controls.second * b
    numbers[start + 3] = a * b
    for input in names.indices {
      let c = outputs.exchanged[input]
      let own = outputs.ownTerms.map { $0.first[input] * a + $0.second[input] * b } ?? 0
      let place = start + firstPlace(input)
      switch estimator {
      case .saltelli: numbers[place] = own + b * (c - a)
      case .jansen: numbers[place] = own - (b - c) * (b - c) / 2
      case .janon:
        numbers[place] = own + b * c
        numbers[place + 1] = (b + c) / 2
        numbers[place + 2] = (b * b + c * c) / 2
      }
      let change = outputs.controlChanges?[input] ?? 0
      numbers[start + totalPlace(input)] = change * (a - c) + (a - c) * (a - c) / 2
    }
    guard let reversed = outputs.reversed else { return }
    var pair = 0
    for one in names.indices {
      for other in one + 1..<max(one + 1, names.count) {
        let (c, d) = (outputs.exchanged[one], outputs.exchanged[other])
        let own = outputs.pairTerms.map { $0.first[pair] * a + $0.second[pair] * b } ?? 0
        numbers[start + pairPlace(pair)] = own + reversed[one] * d + a * b - b * c - b * d
        pair += 1
      }
    }
  }
}
