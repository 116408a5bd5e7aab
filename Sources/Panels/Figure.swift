/// One published figure: what one province had of one indicator in one year.
public struct Figure: Sendable, Hashable {
  /// The key of the province.
  public let province: String
  /// The year of the index; the survey behind it was made in that year.
  public let year: Int
  /// The code of the indicator.
  public let indicator: String
  /// The value, in the indicator's unit.
  public let value: Double
  /// The file, sheet and cell it was read from.
  public let source: String

  /// Records a figure.
  public init(province: String, year: Int, indicator: String, value: Double, source: String) {
    self.province = province
    self.year = year
    self.indicator = indicator
    self.value = value
    self.source = source
  }
}
