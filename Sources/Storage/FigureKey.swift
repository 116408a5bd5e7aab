import Panels

/// What a store holds one figure of.
internal struct FigureKey: Sendable, Hashable {
  internal let year: Int
  internal let indicator: String
  internal let province: String

  internal init(year: Int, indicator: String, province: String) {
    self.year = year
    self.indicator = indicator
    self.province = province
  }

  internal init(_ figure: Figure) {
    self.init(year: figure.year, indicator: figure.indicator, province: figure.province)
  }
}
