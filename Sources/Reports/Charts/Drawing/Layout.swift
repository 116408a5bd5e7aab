/// Which of its two forms a chart is drawn in.
///
/// A chart is drawn twice, and the stylesheet shows the one that suits the screen: text that is
/// scaled with a wide drawing could not be read on a phone. Units are CSS pixels where the drawing
/// fills its column on a screen of 1280 or 360 pixels.
public enum Layout: Sendable, Hashable, CaseIterable {
  /// For screens of 736 pixels and more, and for paper.
  case wide
  /// For phones.
  case narrow

  /// The width of the drawing.
  public var width: Double {
    switch self {
    case .wide: 760
    case .narrow: 336
    }
  }

  /// The class its drawings have in the stylesheet.
  var name: String {
    switch self {
    case .wide: "wide"
    case .narrow: "narrow"
    }
  }
}
