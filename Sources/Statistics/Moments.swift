extension Collection<Double> {
  /// The sample skewness with the correction for small samples, nil where it is not defined.
  ///
  /// G₁ = √(n (n − 1)) / (n − 2) · m₃ / m₂^1.5 with the central moments m₂ and m₃ that divide by n:
  /// type 2 of Joanes & Gill (1998), doi:10.1111/1467-9884.00122, as SAS and SPSS have it. Not
  /// defined for fewer than three numbers and where all are equal.
  public var skewness: Double? {
    guard count > 2, let moments = centralMoments else { return nil }
    let n = Double(count)
    return (n * (n - 1)).squareRoot() / (n - 2) * moments.third
      / (moments.second * moments.second.squareRoot())
  }

  /// The sample excess kurtosis with the correction for small samples, nil where it is not defined.
  ///
  /// G₂ = (n − 1) / ((n − 2) (n − 3)) · ((n + 1) g₂ + 6) with g₂ = m₄ / m₂² − 3: type 2 of Joanes &
  /// Gill (1998), doi:10.1111/1467-9884.00122. A normal sample has 0 on average. Not defined for
  /// fewer than four numbers and where all are equal.
  public var excessKurtosis: Double? {
    guard count > 3, let moments = centralMoments else { return nil }
    let n = Double(count)
    let excess = moments.fourth / (moments.second * moments.second) - 3
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6)
  }

  /// The second to fourth central moments, nil where all numbers are equal.
  private var centralMoments: (second: Double, third: Double, fourth: Double)? {
    guard let mean, let first, contains(where: { $0 != first }) else { return nil }
    var (second, third, fourth) = (0.0, 0.0, 0.0)
    for number in self {
      let distance = number - mean
      let square = distance * distance
      second += square
      third += square * distance
      fourth += square * square
    }
    let n = Double(count)
    guard second > 0 else { return nil }
    return (second / n, third / n, fourth / n)
  }
}
