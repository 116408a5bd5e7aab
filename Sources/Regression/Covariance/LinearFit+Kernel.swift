import Glibc
import LinearAlgebra
import Tables

extension LinearFit {
  /// Errors correlated among units at one time, and over some times with weights that fall with the lag:
  /// M = Γ₀ + Σ_l (1 − l/(L+1)) (Γ_l + Γ_lᵀ), Γ_l = Σ_t h_t h_{t−l}ᵀ, h_t the sum of scores at time t.
  func driscollKraayCovariance(
    _ lags: Int?, _ smallSample: SmallSample
  ) throws -> CoefficientCovariance {
    let errors = ErrorKind.driscollKraay(lags: lags)
    guard let time else {
      throw RegressionError.errorsNotPossible(
        errors.description,
        specification.model == .between
          ? "means of units have no time" : "the rows have no time: add --time")
    }
    let used = lags ?? smallSample.lags(times: time.count)
    try requireLags(used, below: time.count, errors)
    let scores = ClusterScores(design, residuals: residuals, clusters: time).values.transposed
    // Times follow one another as they come: a year without rows is not counted.
    let moments = Array(0..<time.count)
    let meat = Self.kernelMeat(scores, series: [moments], moments: moments, lags: used)
    let factor = smallSample.kernel(times: time.count, self)
    return CoefficientCovariance(
      errors: .driscollKraay(lags: used), smallSample: smallSample, factor: factor,
      matrix: sandwich(meat, factor: factor.value),
      degreesOfFreedom: equal(smallSample.degreesOfFreedom(groups: time.count, self)),
      clusterCounts: [time.count],
      notes: time.count < 20
        ? [
          Phrase(
            """
            Driscoll–Kraay errors rest on many times; with \(time.count) they are likely too small.
            """)
        ] : [])
  }

  /// Errors correlated over some times within a unit, or over rows in the order of time without units.
  func neweyWestCovariance(
    _ lags: Int?, _ smallSample: SmallSample
  ) throws -> CoefficientCovariance {
    let errors = ErrorKind.neweyWest(lags: lags)
    var series = [[Int]](repeating: [], count: unit?.count ?? 1)
    for row in 0..<rowCount { series[unit.map { Int($0.codes[row]) } ?? 0].append(row) }
    var moments = Array(0..<rowCount)
    if let time {
      moments = EstimationSample.moments(of: time)
      series = series.map { $0.sorted { (moments[$0], $0) < (moments[$1], $1) } }
    }
    let longest = series.map(\.count).max() ?? 0
    let used = lags ?? smallSample.lags(times: longest)
    try requireLags(used, below: longest, errors)
    let scores = design.scalingRows(by: residuals)
    // fixest counts times, and not rows, where a panel has both units and times.
    let times = smallSample == .fixest && unit != nil ? time?.count : nil
    let factor = smallSample.kernel(times: times, self)
    return CoefficientCovariance(
      errors: .neweyWest(lags: used), smallSample: smallSample, factor: factor,
      matrix: sandwich(
        Self.kernelMeat(scores.transposed, series: series, moments: moments, lags: used),
        factor: factor.value),
      degreesOfFreedom: equal(smallSample.degreesOfFreedom(groups: times, self)),
      notes: time == nil
        ? [Phrase("Rows are taken to stand in the order of time; --time names a column.")] : [])
  }

  private func requireLags(_ lags: Int, below times: Int, _ errors: ErrorKind) throws {
    guard lags < times else {
      throw RegressionError.errorsNotPossible(
        errors.description, "\(lags) lags need more than \(times) times")
    }
  }

  /// Autocovariances of scores within series, weighted after Bartlett.
  ///
  /// - Parameters:
  ///   - scores: coefficients × members of series.
  ///   - series: members in ascending order of time.
  ///   - moments: the time of each member; what lies further apart than the lags, for a gap, has no part.
  ///   - lags: the largest difference of times.
  /// - Returns: coefficients × coefficients.
  private static func kernelMeat(
    _ scores: Matrix, series: [[Int]], moments: [Int], lags: Int
  ) -> Matrix {
    let k = scores.rows
    var meat = Matrix(rows: k, columns: k)
    for members in series {
      for (place, later) in members.enumerated() {
        for earlier in members[...place].reversed() {
          let lag = moments[later] - moments[earlier]
          guard lag <= lags else { break }
          let weight = 1 - Double(lag) / Double(lags + 1)
          for column in 0..<k {
            for row in 0..<k {
              let product = weight * scores[row, later] * scores[column, earlier]
              meat[row, column] += product
              if later != earlier { meat[column, row] += product }
            }
          }
        }
      }
    }
    return meat
  }

  /// Errors of one covariance Σ within every group: M = Σ_g X_gᵀ Σ X_g.
  ///
  /// Σ is the mean over groups of the products of residuals. The groups are the times, so that Σ is among units, unless units are asked for.
  func panelCorrectedCovariance(
    _ column: String?, _ smallSample: SmallSample
  ) throws -> CoefficientCovariance {
    let errors = ErrorKind.panelCorrected(column)
    guard let unit, let time else {
      throw RegressionError.errorsNotPossible(
        errors.description, "it needs the unit and the time of each row: add --unit and --time")
    }
    guard column == nil || column == unit.name || column == time.name else {
      throw RegressionError.errorsNotPossible(
        errors.description, "groups are units, \"\(unit.name)\", or times, \"\(time.name)\"")
    }
    let (groups, places) = column == unit.name ? (unit, time) : (time, unit)
    var rows = [[Int]](repeating: [], count: groups.count)
    for (row, code) in groups.codes.enumerated() { rows[Int(code)].append(row) }
    let covariance = pooledCovariance(rows, places)
    let k = parameterCount
    var meat = Matrix(rows: k, columns: k)
    for group in rows {
      let block = design.rows(group)
      var inner = Matrix(rows: group.count, columns: group.count)
      for (a, first) in group.enumerated() {
        for (b, second) in group.enumerated() {
          inner[a, b] = covariance[Int(places.codes[first]), Int(places.codes[second])]
        }
      }
      meat = meat + block.transposedTimes(inner.times(block))
    }
    let factor = smallSample.kernel(times: nil, self)
    return CoefficientCovariance(
      errors: .panelCorrected(groups.name), smallSample: smallSample, factor: factor,
      matrix: sandwich(meat, factor: factor.value),
      degreesOfFreedom: equal(smallSample.degreesOfFreedom(groups: nil, self)),
      clusterCounts: [groups.count])
  }

  /// The mean over groups of the products of two residuals at the same two places.
  private func pooledCovariance(_ groups: [[Int]], _ places: Grouping) -> Matrix {
    var sums = Matrix(rows: places.count, columns: places.count)
    var counts = sums
    for group in groups {
      for first in group {
        for second in group {
          let (a, b) = (Int(places.codes[first]), Int(places.codes[second]))
          sums[a, b] += residuals[first] * residuals[second]
          counts[a, b] += 1
        }
      }
    }
    for a in 0..<places.count {
      for b in 0..<places.count where counts[a, b] > 0 { sums[a, b] /= counts[a, b] }
    }
    return sums
  }
}

extension SmallSample {
  /// How many lags a series of so many times is worth: ⌊T^¼⌋ as plm and fixest have it, else ⌊4 (T/100)^(2/9)⌋.
  func lags(times: Int) -> Int {
    switch self {
    case .plm, .plmHC1, .plmSSS, .fixest: Int(pow(Double(times), 0.25))
    case .stata, .linearmodels, .none: Int(4 * pow(Double(times) / 100, 2.0 / 9))
    }
  }

  /// The factor where residuals are correlated along one dimension without being clustered by it.
  ///
  /// - Parameters:
  ///   - times: the number of times whose sums are correlated; nil for other kinds.
  ///   - fit: the regression.
  /// - Returns: the factor of the covariance.
  func kernel(times: Int?, _ fit: LinearFit) -> Factor {
    switch self {
    case .plm, .none: .one
    case .plmSSS where times != nil, .fixest where times != nil, .stata where times != nil:
      // Times are what is summed over, and no effect lies within a sum over all units.
      (self == .plmSSS ? SmallSample.plmSSS : .stata).clustered(times ?? 0, of: [], fit)
    case .fixest, .stata, .plmHC1, .plmSSS, .linearmodels: heteroskedastic(.hc1, fit)
    }
  }
}
