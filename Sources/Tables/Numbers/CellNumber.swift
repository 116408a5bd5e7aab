/// What a cell says where a number is expected.
public enum CellNumber: Sendable, Hashable {
  /// A number; of a percentage the figure before the sign, so that 79.25 % is 79.25.
  case number(Double, isPercentage: Bool)
  /// No number: the cell is blank or holds a sign for a missing value.
  case missing
  /// Something else.
  case notANumber
}
