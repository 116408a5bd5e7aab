/// How a first-order index is estimated from outputs a, b at the two sets and c at the exchanged points.
public enum FirstOrderEstimator: String, Sendable, Hashable, CaseIterable {
  /// The mean of b (c − a). Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018.
  case saltelli
  /// The variance less half the mean of (b − c)². Jansen (1999), doi:10.1016/S0010-4655(98)00154-4.
  case jansen
  /// The correlation of b and c, both sharing a mean and a variance. Janon et al. (2014),
  /// doi:10.1051/ps/2013040.
  case janon
}
