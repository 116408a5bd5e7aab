/// The shapes charts are drawn of.
enum Shape {
  /// A point of a series, told apart by its form as well as by its colour.
  enum Point: String, Sendable, Hashable {
    case circle, diamond, square, triangle, bar
  }

  /// A point at a place, of the size of a letter.
  static func point(_ point: Point, _ x: Double, _ y: Double, _ style: String, size: Double = 4.5)
    -> Element
  {
    switch point {
    case .circle: Element("circle", ["class": style, "cx": x, "cy": y, "r": size * 0.85])
    case .square:
      Element(
        "rect",
        [
          "class": style, "x": x - size * 0.8, "y": y - size * 0.8, "width": size * 1.6,
          "height": size * 1.6,
        ])
    case .diamond:
      polygon(
        [(x, y - size * 1.35), (x + size * 1.35, y), (x, y + size * 1.35), (x - size * 1.35, y)],
        style)
    case .triangle:
      polygon(
        [
          (x, y - size * 1.15), (x + size * 1.15, y + size * 0.95),
          (x - size * 1.15, y + size * 0.95),
        ],
        style)
    case .bar: line(x, y - size * 1.7, x, y + size * 1.7, style)
    }
  }

  /// A straight line.
  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String)
    -> Element
  {
    Element("line", ["class": style, "x1": x1, "y1": y1, "x2": x2, "y2": y2])
  }

  /// A rectangle between two corners, whichever way round.
  static func box(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String, radius: Double? = nil
  ) -> Element {
    Element(
      "rect",
      [
        "class": style, "x": min(x1, x2), "y": min(y1, y2), "width": abs(x2 - x1),
        "height": abs(y2 - y1), "rx": radius,
      ])
  }

  /// A line through places.
  static func path(_ places: [(Double, Double)], _ style: String) -> Element {
    Element("polyline", ["class": style, "points": text(places)])
  }

  /// A closed figure through places.
  static func polygon(_ places: [(Double, Double)], _ style: String) -> Element {
    Element("polygon", ["class": style, "points": text(places)])
  }

  /// Text whose middle line is at a height; `anchor` is `start`, `middle` or `end`.
  static func text(
    _ text: String, _ x: Double, _ y: Double, anchor: String = "start", _ style: String? = nil
  ) -> Element {
    Element(
      "text",
      [
        "class": style, "x": x, "y": y + TextSize.rise,
        "text-anchor": anchor == "start" ? nil : anchor,
      ]
    ) { text }
  }

  /// A mark for the whole width a figure may lie in: a line with ends.
  static func interval(from x1: Double, to x2: Double, _ y: Double, _ style: String) -> [Element] {
    [
      line(x1, y, x2, y, style), line(x1, y - 3, x1, y + 3, style),
      line(x2, y - 3, x2, y + 3, style),
    ]
  }

  private static func text(_ places: [(Double, Double)]) -> String {
    places.map { "\($0.0.attributeText ?? ""),\($0.1.attributeText ?? "")" }.joined(separator: " ")
  }
}
