import Panels

/// What a store holds one figure of.
internal struct FigureKey: Sendable, Hashable {
  internal let year: Int
  internal let indicator: String
  internal let province: String

  internal init(_ figure: Figure) {
    year = figure.year
    indicator = figure.indicator
    province = figure.province
  }
}
