/// What stands between the whole part and the decimals of a number for people.
public enum DecimalMark: String, Sendable, Hashable {
  /// As in English.
  case point = "."
  /// As in Vietnamese.
  case comma = ","
}
