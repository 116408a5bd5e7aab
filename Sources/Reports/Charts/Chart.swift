/// A drawing of figures, with the words and the table that go with it.
///
/// The charts of this module conform; of any other type the words and the table are shown alone.
public protocol Chart: Sendable {
  /// Its words.
  var text: ChartText { get }
  /// The very figures behind it.
  var table: ChartTable { get }
  /// Whether there is nothing to draw.
  var isEmpty: Bool { get }
}

/// A chart that the layer can draw.
protocol DrawnChart: Chart {
  /// Draws the chart; only asked where there is something to draw.
  func drawing(in layout: Layout) -> Drawing
}

extension Chart {
  /// The chart as an element of a page: its caption, the drawing for wide and for narrow screens, and
  /// its figures as a table that opens.
  ///
  /// A drawing of marks is a group, whose marks are read one by one; a drawing without is an image.
  public var figure: Element {
    Element("figure", ["class": "chart", "id": text.id]) {
      Element("figcaption", ["id": text.id + "-caption"]) { text.caption }
      if isEmpty {
        Element("p", ["class": "empty"]) { text.words.noFigures }
      } else if let drawn = self as? any DrawnChart {
        for layout in Layout.allCases {
          svg(drawn.drawing(in: layout), layout)
        }
        Element("p", ["class": "readout", "aria-hidden": "true"])
      }
      Element("details") {
        Element("summary") { text.words.figures }
        Element(
          "div",
          [
            "class": "scroll", "tabindex": 0, "role": "region",
            "aria-labelledby": text.id + "-caption",
          ]
        ) { table.element }
      }
    }
  }

  private func svg(_ drawing: Drawing, _ layout: Layout) -> Element {
    let id = "\(text.id)-\(layout.name)"
    let height = drawing.height.rounded(.up)
    return Element(
      "svg",
      [
        "class": layout.name, "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(Int(layout.width)) \(Int(height))",
        "role": drawing.hasMarks ? "group" : "img", "aria-labelledby": id + "-title",
        "aria-describedby": id + "-desc",
      ]
    ) {
      Element("title", ["id": id + "-title"]) { text.title }
      Element("desc", ["id": id + "-desc"]) { text.description }
      drawing.elements
    }
  }
}
