/// The rank that tied scores get.
///
/// The names follow the literature: "standard competition" ranking is `minimum`, "modified
/// competition" is `maximum`, "fractional" is `average`.
public enum TieRule: String, Sendable, Hashable, CaseIterable {
  /// The best of the places they share: 1, 2, 2, 4.
  case minimum
  /// The worst of the places they share: 1, 3, 3, 4.
  case maximum
  /// The mean of the places they share: 1, 2.5, 2.5, 4. Ranks then add up to n (n + 1) / 2.
  case average
  /// As `minimum`, without gaps: 1, 2, 2, 3.
  case dense
  /// Places of their own, in the order of the input: 1, 2, 3, 4.
  case ordinal
}
