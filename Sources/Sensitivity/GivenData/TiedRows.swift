/// The outputs of rows in the order of an input, equal values of it together.
struct TiedRows {
  /// The outputs of the rows of each value, the values ascending.
  private let groups: [[Double]]

  /// Orders rows.
  ///
  /// - Parameters:
  ///   - values: the input of each row.
  ///   - outputs: the output of each row.
  init(by values: [Double], outputs: [Double]) {
    let order = values.indices.sorted {
      values[$0] < values[$1] || (values[$0] == values[$1] && $0 < $1)
    }
    var groups: [[Double]] = []
    for (place, row) in order.enumerated() {
      if place > 0, values[order[place - 1]] == values[row] {
        groups[groups.count - 1].append(outputs[row])
      } else {
        groups.append([outputs[row]])
      }
    }
    self.groups = groups
  }

  /// The sum of (yⱼ₊₁ − yⱼ)² / 2 over neighbours: its mean over all orders of tied rows.
  ///
  /// Two rows of one value are any two: half their squared difference has the mean of the sample
  /// variance. Of two values in turn, any of the one can meet any of the other.
  var neighbours: Double {
    let spreads = groups.map(Spread.init)
    let within = spreads.reduce(0) { $0 + $1.squares }
    return zip(spreads, spreads.dropFirst()).reduce(within) { $0 + $1.0.difference(from: $1.1) }
  }

  /// The same for the last row and the first.
  var ends: Double {
    guard groups.count > 1 else { return 0 }
    return Spread(groups[groups.count - 1]).difference(from: Spread(groups[0]))
  }

  /// The number of values of the input.
  var values: Int { groups.count }

  /// For each row, an estimate of the variance of the outputs of its value: its squared distance from their
  /// mean, n / (n − 1) times.
  ///
  /// - Returns: the output and the estimate of each row.
  func variances() -> [(output: Double, variance: Double)] {
    groups.flatMap { group in
      let spread = Spread(group)
      let scale = spread.count / max(spread.count - 1, 1)
      return group.map { ($0, scale * ($0 - spread.mean) * ($0 - spread.mean)) }
    }
  }

  /// The outputs in an order that tied rows are put in at random.
  ///
  /// - Parameter random: what they are ordered by.
  /// - Returns: all outputs.
  func ordered(using random: inout some RandomNumberGenerator) -> [Double] {
    groups.flatMap { $0.count > 1 ? $0.shuffled(using: &random) : $0 }
  }

  private struct Spread {
    let count: Double
    let mean: Double
    /// The sum of the squared distances from the mean.
    let squares: Double

    init(_ outputs: [Double]) {
      let count = Double(outputs.count)
      let mean = outputs.reduce(0, +) / count
      self.count = count
      self.mean = mean
      squares = outputs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }

    /// The mean of half the squared difference of one of these and one of the others.
    func difference(from other: Spread) -> Double {
      let distance = mean - other.mean
      return (distance * distance + squares / count + other.squares / other.count) / 2
    }
  }
}
