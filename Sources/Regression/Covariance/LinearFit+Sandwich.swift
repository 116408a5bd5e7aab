import LinearAlgebra
import Tables

extension LinearFit {
  /// Errors of any variance: M = Σ xᵢ xᵢᵀ eᵢ² / (1 − hᵢ)ᵈ.
  func heteroskedasticCovariance(
    _ leverage: ErrorKind.Leverage, _ smallSample: SmallSample
  ) throws -> CoefficientCovariance {
    let factor = smallSample.heteroskedastic(leverage, self)
    var squares = residuals.map { $0 * $0 }
    var certain: [Int] = []
    if leverage == .hc2 || leverage == .hc3 {
      let leverages = try smallSample.countsEffectsInLeverage ? fullLeverages() : self.leverages
      certain = leverages.indices.filter { leverages[$0] > 1 - 1e-10 }
      for row in squares.indices {
        let left = 1 - leverages[row]
        squares[row] = left > 1e-10 ? squares[row] / (leverage == .hc2 ? left : left * left) : 0
      }
    }
    var matrix = sandwich(design.gram(weights: squares), factor: factor.value)
    let undetermined = coefficients(restingOn: certain)
    for number in undetermined {
      for other in 0..<parameterCount {
        matrix[number, other] = .nan
        matrix[other, number] = .nan
      }
    }
    return CoefficientCovariance(
      errors: .heteroskedastic(leverage), smallSample: smallSample, factor: factor, matrix: matrix,
      degreesOfFreedom: equal(smallSample.degreesOfFreedom(groups: nil, self)),
      notes: undetermined.isEmpty
        ? []
        : [
          Phrase(
            """
            \(undetermined.map { names[$0] }): rests on a row that is fitted exactly, whatever it \
            holds; \(leverage.rawValue) knows no error of it.
            """)
        ])
  }

  /// The coefficients that move with the response of rows that are fitted exactly.
  private func coefficients(restingOn rows: [Int]) -> [Int] {
    guard !rows.isEmpty else { return [] }
    let influence = design.rows(rows).times(inverseGram)
    return (0..<parameterCount).filter { number in
      let scale = inverseGram[number, number].squareRoot()
      // Of a row alone in an effect's group nothing is left of the regressors, but for rounding.
      return (0..<rows.count).contains { abs(influence[$0, number]) > 1e-8 * scale }
    }
  }

  /// Errors correlated within clusters: M = Σ_g s_g s_gᵀ with s_g = Σ xᵢ eᵢ over the rows of cluster g.
  func clusteredCovariance(
    _ columns: [String], _ smallSample: SmallSample
  ) throws -> CoefficientCovariance {
    let groupings = try columns.map { try clusters($0, for: .cluster(columns)) }
    let factor = smallSample.clustered(groupings[0].count, of: groupings, self)
    var meat = clusterMeat(groupings[0]).symmetric(scaledBy: factor.value)
    var formula = factor.formula
    var notes = Self.notes(onFewClusters: groupings)
    if groupings.count == 2 {
      // The errors of both columns, less what was counted twice.
      let both = Grouping(intersecting: groupings[0], groupings[1])
      let parts = [groupings[1], both].map {
        ($0, smallSample.clustered($0.count, of: groupings, self))
      }
      meat =
        meat + clusterMeat(parts[0].0).symmetric(scaledBy: parts[0].1.value)
        - clusterMeat(parts[1].0).symmetric(scaledBy: parts[1].1.value)
      if parts.contains(where: { $0.1.value != factor.value }) {
        formula += " and " + parts.map(\.1.formula).joined(separator: " and ")
      }
    }
    var matrix = sandwich(meat, factor: 1)
    if groupings.count == 2 { notes += try repair(&matrix) }
    return CoefficientCovariance(
      errors: .cluster(columns), smallSample: smallSample,
      factor: SmallSample.Factor(value: factor.value, formula: formula), matrix: matrix,
      degreesOfFreedom: equal(
        smallSample.degreesOfFreedom(groups: groupings.map(\.count).min(), self)),
      clusterCounts: groupings.map(\.count), notes: notes)
  }

  /// Makes variances below zero zero, and tells what a covariance with such a direction is good for.
  private func repair(_ covariance: inout Matrix) throws -> [Phrase] {
    guard let least = try leastRelativeVariance(of: covariance), least < -1e-10 else { return [] }
    guard covariance.diagonal.contains(where: { $0 < 0 }) else {
      return [
        Phrase(
          """
          The two-way covariance has a direction of negative variance: single standard errors \
          stand, joint tests do not.
          """)
      ]
    }
    covariance = try withoutNegativeVariances(covariance)
    return [
      Phrase(
        """
        A coefficient's two-way variance came out below zero; directions of negative variance were \
        set to zero (Cameron, Gelbach & Miller 2011).
        """)
    ]
  }

  /// Σ_g s_g s_gᵀ.
  func clusterMeat(_ grouping: Grouping) -> Matrix {
    ClusterScores(design, residuals: residuals, clusters: grouping).products()
  }

  /// A warning where clusters are so few that their number cannot be taken for large.
  static func notes(onFewClusters groupings: [Grouping]) -> [Phrase] {
    groupings.filter { $0.count < 30 }.map { grouping in
      Phrase(
        """
        With \(grouping.count) clusters of "\(grouping.name)" these standard errors are likely too \
        small; --bootstrap wild or --errors cr2:\(grouping.name) do better, where no cluster decides \
        alone.
        """)
    }
  }
}

extension SmallSample {
  /// Whether the leverage of a row counts what the fixed effects take: plm's does not.
  var countsEffectsInLeverage: Bool {
    switch self {
    case .plm, .plmHC1, .plmSSS: false
    case .fixest, .stata, .linearmodels, .none: true
    }
  }
}

extension Grouping {
  /// The groups of rows that two groupings both have together.
  init(intersecting one: Grouping, _ other: Grouping) {
    var numbers: [Int64: Int32] = [:]
    var labels: [String] = []
    var codes: [Int32] = []
    codes.reserveCapacity(one.codes.count)
    for (a, b) in zip(one.codes, other.codes) {
      let key = Int64(a) * Int64(other.count) + Int64(b)
      if let number = numbers[key] {
        codes.append(number)
      } else {
        let number = Int32(labels.count)
        numbers[key] = number
        labels.append("\(one.labels[Int(a)]), \(other.labels[Int(b)])")
        codes.append(number)
      }
    }
    self.init(name: "\(one.name), \(other.name)", codes: codes, labels: labels)
  }
}

extension LinearFit {
  /// A covariance in units of the coefficients' classical errors, so that no regressor's unit counts.
  private func relative(_ covariance: Matrix) -> Matrix {
    let scales = inverseGram.diagonal.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    return covariance.scalingRows(by: scales).scalingColumns(by: scales)
  }

  /// The least eigenvalue of a covariance as a part of the greatest; nil where there is none.
  private func leastRelativeVariance(of covariance: Matrix) throws -> Double? {
    let values = try SymmetricEigen(relative(covariance)).values
    guard let most = values.first, let least = values.last, most > 0 else { return nil }
    return least / most
  }

  /// The covariance with eigenvalues below zero made zero, in the coefficients' own scale.
  private func withoutNegativeVariances(_ covariance: Matrix) throws -> Matrix {
    let scales = inverseGram.diagonal.map { $0.squareRoot() }
    return try SymmetricEigen(relative(covariance)).applying { max(0, $0) }
      .scalingRows(by: scales).scalingColumns(by: scales).symmetric(scaledBy: 1)
  }
}
