/// Indices from sums over points.
internal struct IndexFormulas: Sendable {
  /// The indices of one set of sums.
  internal struct Indices: Sendable {
    internal let variance: Double
    internal let first: [Double]
    internal let total: [Double]
    internal let pairs: [Double]
    internal let dummy: Double
  }

  private let layout: TermLayout
  private let count: Int
  /// The variances of the control's terms: of each input, of all terms with each input, of each pair, of all.
  private let own: [Double]
  private let withOthers: [Double]
  private let pairs: [Double]
  private let all: Double

  internal init(_ terms: PickFreezeTerms) {
    layout = terms.layout
    count = terms.count
    let inputs = layout.names.count
    let couples = inputs * (inputs - 1) / 2
    let zeros = [Double](repeating: 0, count: inputs)
    own = terms.control?.ownVariances ?? zeros
    pairs = terms.control?.pairVariances ?? [Double](repeating: 0, count: couples)
    var withOthers = own
    var pair = 0
    for one in 0..<inputs {
      for other in one + 1..<max(one + 1, inputs) {
        withOthers[one] += pairs[pair]
        withOthers[other] += pairs[pair]
        pair += 1
      }
    }
    self.withOthers = withOthers
    all = own.reduce(0, +) + pairs.reduce(0, +)
  }

  /// The indices of sums over as many points as there are.
  internal func indices(_ sums: [Double]) -> Indices {
    let n = Double(count)
    let mean = sums[0] / (2 * n)
    let rest = sums[1] / (2 * n) - mean * mean
    let known = all + sums[2] / n
    let variance = known + rest
    let inputs = layout.names.indices
    return Indices(
      variance: variance,
      first: inputs.map { input in
        let place = layout.firstPlace(input)
        let part = own[input] + sums[place] / n
        switch layout.estimator {
        case .saltelli: return part / variance
        case .jansen: return (part + rest) / variance
        case .janon:
          let centre = sums[place + 1] / n
          return (part - centre * centre) / (known + sums[place + 2] / n - centre * centre)
        }
      },
      total: inputs.map { (withOthers[$0] + sums[layout.totalPlace($0)] / n) / variance },
      pairs: layout.hasPairs
        ? pairs.indices.map { (pairs[$0] + sums[layout.pairPlace($0)] / n) / variance } : [],
      dummy: (sums[3] / n - mean * mean) / variance)
  }
}
