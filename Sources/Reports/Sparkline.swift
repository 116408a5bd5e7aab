/// A row of bars, one per number, that shows how a series goes within one cell of a table.
public struct Sparkline: Sendable, Hashable {
  /// The bars.
  public let text: String

  /// Draws a series.
  ///
  /// The lowest number has the lowest bar, the highest the highest; where all are equal every bar is
  /// of middle height. A number that is missing is a point.
  ///
  /// - Parameters:
  ///   - numbers: the series, finite where there is a number.
  ///   - isBroken: whether a bar before the series says that what came before does not compare.
  public init(_ numbers: [Double?], isBroken: Bool = false) {
    let known = numbers.compactMap(\.self)
    let (low, high) = (known.min() ?? 0, known.max() ?? 0)
    let bars = numbers.map { number -> Character in
      guard let number else { return "·" }
      guard high > low else { return "▄" }
      // In halves, so that the widest of ranges has a width.
      let share = (number / 2 - low / 2) / (high / 2 - low / 2)
      let level = (share * Double(Self.heights.count - 1)).rounded()
      return Self.heights[Int(level)]
    }
    text = (isBroken ? "|" : "") + String(bars)
  }

  private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
