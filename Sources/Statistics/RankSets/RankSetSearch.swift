/// The work of finding rank confidence sets: families of differences, judged step by step.
struct RankSetSearch {
  let estimates: ScoreEstimates
  let settings: RankConfidenceSets.Settings
  private let drawn: DrawnMaxima
  private let families: [[ComparedPair]]
  /// By how many Monte Carlo errors critical values are moved: not at all first.
  private(set) var shifts: [Double] = [0]
  /// How each family was judged, for each shift.
  private(set) var paths: [[StepDown.Path]] = []
  /// The number of draws used; zero for none.
  private(set) var draws = 0

  init(estimates: ScoreEstimates, settings: RankConfidenceSets.Settings, drawn: DrawnMaxima) {
    precondition(
      settings.level >= 0.5 && settings.level < 1, "a level of confidence lies between 0.5 and 1")
    self.estimates = estimates
    self.settings = settings
    self.drawn = drawn
    let units = 0..<estimates.count
    switch settings.kind {
    case .simultaneous:
      // With all units at once, each difference bounds one from below and the other from above.
      families = [
        units.flatMap { first in
          (first + 1..<max(first + 1, units.count)).map {
            ComparedPair(first: first, second: $0, directions: .both)
          }
        }
      ]
    case .marginal:
      let directions: ComparedPair.Directions =
        switch settings.side {
        case .twoSided: .both
        case .lower: .secondAbove
        case .upper: .firstAbove
        }
      families = units.map { first in
        units.filter { $0 != first }.map {
          ComparedPair(first: first, second: $0, directions: directions)
        }
      }
    }
  }

  /// Judges all differences with a number of draws, where draws are needed.
  mutating func find(draws: Int) {
    let isExact = settings.kind == .marginal && settings.method == .automatic
    var used = 0
    let stepDown = StepDown(estimates: estimates, isRepeated: settings.stepdown)
    if case .independent(let errors) = estimates.law, isExact, case .seed = drawn.source {
      shifts = [0]
      let quadrature = MarginalQuadrature(errors: errors, level: settings.level)
      paths = stepDown.paths(families, shifts: shifts) { asked in
        Replicates(seed: 0, threads: settings.threads).chunks(of: asked.indices, length: 1) {
          quadrature.criticalValue(asked[$0.lowerBound])
        }
      }
    } else {
      shifts = [0, -2, 2]
      paths = stepDown.paths(families, shifts: shifts) { asked in
        drawnValues(asked, draws: draws, used: &used)
      }
    }
    self.draws = used
  }

  /// Critical values by draws; that of a single difference is a quantile, unless draws are given.
  private func drawnValues(
    _ asked: [[ComparedPair]], draws: Int, used: inout Int
  ) -> [CriticalValue] {
    var single = false
    if case .seed = drawn.source { single = true }
    let many = asked.filter { !(single && $0.count == 1) }
    if !many.isEmpty {
      precondition(draws > 0, "a quantile needs a draw")
      used = draws
    }
    var found = drawn.criticalValues(of: many, draws: draws, level: settings.level)[...]
    return asked.map {
      single && $0.count == 1
        ? CriticalValue(ofSingle: $0[0], level: settings.level) : found.removeFirst()
    }
  }

  /// Whether the third significant digit of every critical value stands.
  var isSettled: Bool {
    paths.allSatisfy { $0[0].criticalValues.allSatisfy(\.isSettled) }
  }

  /// The ranks that a unit may have.
  func bounds(of unit: Int, variant: Int) -> ClosedRange<Int> {
    let family = settings.kind == .simultaneous ? 0 : unit
    var (above, below) = (0, 0)
    for pair in paths[family][variant].shown {
      if pair.below == unit { above += 1 }
      if pair.above == unit { below += 1 }
    }
    let lowest = settings.side == .upper ? 1 : above + 1
    let highest = settings.side == .lower ? estimates.count : estimates.count - below
    return lowest...highest
  }
}
