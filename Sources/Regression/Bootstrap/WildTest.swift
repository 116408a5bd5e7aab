public import Tables

/// A hypothesis tested by a wild cluster bootstrap.
public struct WildTest: Sendable, Equatable {
  /// R b, the estimate of what is tested.
  public let estimate: Double
  /// r, the value tested.
  public let value: Double
  /// (R b − r) / se, with the cluster-robust error without a factor for small samples: such a factor is
  /// the same in every replicate, and has no part in the probability.
  public let statistic: Double
  /// t* of each replicate, in order; those of which it is not defined are left out.
  public let statistics: [Double]
  /// The number of replicates in which no error is left to divide by.
  public let undefined: Int
  /// Whether the replicates are all that there can be, each as often as any other.
  public let isEnumerated: Bool

  /// The part of |t| from which on a replicate is as extreme: it may fall short by rounding.
  ///
  /// Replicates whose weights are all one, or all minus one, give the sample's own statistic again.
  private static let bound = 1 - 1e-10

  /// The number of replicates in which |t*| ≥ |t|.
  public var extreme: Int {
    let bound = abs(statistic) * Self.bound
    return statistics.count { abs($0) >= bound }
  }

  /// The share of replicates in which |t*| ≥ |t|: the two-sided symmetric p-value.
  ///
  /// Nil without replicates.
  public var probability: Double? {
    statistics.isEmpty ? nil : Double(extreme) / Double(statistics.count)
  }

  /// The p-value to report: the share where all replicates are enumerated; where they are drawn, with the sample
  /// itself counted among them, so that no number of draws claims a p-value of zero.
  ///
  /// Nil without replicates. Source: Davison & Hinkley (1997), Bootstrap Methods and their Application, §4.2.
  public var pValue: Double? {
    isEnumerated
      ? probability
      : statistics.isEmpty ? nil : Double(extreme + 1) / Double(statistics.count + 1)
  }

  /// How far the p-value would move if other replicates were drawn, √(p (1 − p) / B); zero where all were
  /// enumerated.
  public var monteCarloError: Double? {
    pValue.map { probability in
      isEnumerated
        ? 0 : (probability * (1 - probability) / Double(statistics.count)).squareRoot()
    }
  }

  /// What is worth knowing, as sentences.
  public var notes: [Phrase] {
    var notes: [Phrase] = []
    if isEnumerated {
      notes.append(
        Phrase("All \(statistics.count + undefined) sign vectors are enumerated, none is drawn."))
    }
    if undefined > 0 {
      notes.append(
        Phrase(
          """
          In \(undefined) of \(undefined + statistics.count) replicates no error is left to divide \
          by; they are left out.
          """))
    }
    return notes
  }
}

/// A confidence interval of the values that a wild cluster bootstrap does not reject.
public struct WildInterval: Sendable, Equatable {
  /// The least value not rejected; minus infinity where none is rejected.
  public let lower: Double
  /// The greatest value not rejected; infinity where none is rejected.
  public let upper: Double
  /// The confidence.
  public let level: Double
  /// Whether the replicates are all that there can be.
  public let isEnumerated: Bool
}
