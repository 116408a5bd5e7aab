/// Where one stands in each indicator, between the worst and the best: one's own figure, the median and
/// the best, on a scale of its own for each row.
///
/// A figure beyond its scale stands at the end; the number beside it tells which it is.
public struct ProfileChart: DrawnChart {
  /// An indicator.
  public struct Row: Sendable {
    /// What it is called.
    public let label: String
    /// One's own figure.
    public let own: Double
    /// The median.
    public let median: Double
    /// The best figure.
    public let best: Double
    /// What stands at the left end, the worst.
    public let worstOfScale: Double
    /// What stands at the right end, the best; below the worst where lower is better.
    public let bestOfScale: Double
    /// Writes a figure of the indicator for people.
    public let format: @Sendable (Double) -> String

    /// Describes a row.
    ///
    /// - Precondition: All figures are finite, and the ends of the scale differ.
    public init(
      label: String, own: Double, median: Double, best: Double, worstOfScale: Double,
      bestOfScale: Double, format: @escaping @Sendable (Double) -> String
    ) {
      precondition(
        own.isFinite && median.isFinite && best.isFinite,
        "the figures of \(label) are not all finite"
      )
      precondition(
        worstOfScale.isFinite && bestOfScale.isFinite && worstOfScale != bestOfScale,
        "the scale of \(label) has no length")
      self.label = label
      self.own = own
      self.median = median
      self.best = best
      self.worstOfScale = worstOfScale
      self.bestOfScale = bestOfScale
      self.format = format
    }
  }

  /// The words of the chart.
  public struct Words: Sendable, Hashable {
    /// The head of the indicators in the table.
    public let label: String
    /// What one's own figures are called.
    public let own: String
    /// What the medians are called.
    public let median: String
    /// What the best figures are called.
    public let best: String
    /// What the left end of every scale is.
    public let worstOfScale: String
    /// What the right end of every scale is.
    public let bestOfScale: String

    /// Collects the words.
    public init(
      label: String, own: String, median: String, best: String, worstOfScale: String,
      bestOfScale: String
    ) {
      self.label = label
      self.own = own
      self.median = median
      self.best = best
      self.worstOfScale = worstOfScale
      self.bestOfScale = bestOfScale
    }
  }

  public let text: ChartText
  /// The rows from the top.
  public let rows: [Row]
  /// The words of the chart.
  public let words: Words

  /// Describes the chart.
  public init(text: ChartText, rows: [Row], words: Words) {
    self.text = text
    self.rows = rows
    self.words = words
  }

  public var isEmpty: Bool { rows.isEmpty }

  public var table: ChartTable {
    ChartTable(
      columns: [words.label, words.own, words.median, words.best],
      rows: rows.map { row in [row.label] + [row.own, row.median, row.best].map(row.format) })
  }

  private var legend: Legend {
    Legend(entries: [
      .point(.diamond, "own", words.own), .point(.bar, "middle", words.median),
      .point(.triangle, "best", words.best),
    ])
  }

  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    let top = legend.draw(in: &drawing, from: 0, width: layout.width) + 22
    let columns = ProfileColumns(rows, words, in: layout)
    let frame = RowFrame(
      labels: rows.map(\.label), values: rows.map { _ in "" }, in: layout, top: top,
      band: layout == .wide ? 26 : 42, reserved: columns.width)
    let (left, right) = (frame.left, frame.right)
    drawing.add(
      Shape.text(words.worstOfScale, left, top - 11, "quiet"),
      Shape.text(words.bestOfScale, right, top - 11, anchor: "end", "quiet"))
    columns.heads(in: &drawing, at: top - 11)
    for (index, row) in rows.enumerated() {
      let place = frame.rows[index]
      let y = layout == .wide ? place.middle : place.middle - 10
      let scale = LinearScale(from: row.worstOfScale, to: row.bestOfScale, at: left, right)
      func x(_ figure: Double) -> Double { min(max(scale.place(figure), left), right) }
      drawing.add(frame.texts(index, isOwn: false))
      drawing.add(
        Shape.line(left, y, right, y, "grid"), Shape.line(left, y - 4, left, y + 4, "grid"),
        Shape.line(right, y - 4, right, y + 4, "grid"))
      columns.values(row, in: &drawing, at: layout == .wide ? y : y + 20)
      let figures = zip([words.own, words.median, words.best], [row.own, row.median, row.best])
      let title = figures.map { "\($0) \(row.format($1))" }.joined(separator: " · ")
      drawing.mark("\(row.label): \(title)", isEntry: index == 0) {
        Shape.box(left - 7, y - 12, right + 7, y + 12, "touch")
        Shape.line(x(row.own), y, x(row.median), y, "own-line")
        Shape.point(.bar, x(row.median), y, "middle")
        Shape.point(.triangle, x(row.best), y, "best")
        Shape.point(.diamond, x(row.own), y, "own")
      }
    }
    drawing.height = frame.bottom + 4
    return drawing
  }
}

/// The three figures of a row: columns right of the bands, or a line below each on a phone.
private struct ProfileColumns {
  let layout: Layout
  let heads: [String]
  let widths: [Double]

  init(_ rows: [ProfileChart.Row], _ words: ProfileChart.Words, in layout: Layout) {
    self.layout = layout
    heads = [words.own, words.median, words.best]
    let texts = rows.map { row in [row.own, row.median, row.best].map(row.format) }
    widths = (0..<3).map { column in
      (texts.map { TextSize.width($0[column]) }.max() ?? 0) + 14
    }
  }

  /// The room right of the bands.
  var width: Double { layout == .wide ? widths.reduce(0, +) + 14 : 0 }

  /// The ends of the columns.
  private var ends: [Double] {
    [layout.width - widths[1] - widths[2], layout.width - widths[2], layout.width]
  }

  func heads(in drawing: inout Drawing, at y: Double) {
    guard layout == .wide else { return }
    let forms: [(Shape.Point, String)] = [
      (.diamond, "own"), (.bar, "middle"), (.triangle, "best"),
    ]
    for (end, form) in zip(ends, forms) {
      drawing.add(Shape.point(form.0, end - 8, y, form.1))
    }
  }

  func values(_ row: ProfileChart.Row, in drawing: inout Drawing, at y: Double) {
    let figures = [row.own, row.median, row.best].map(row.format)
    if layout == .wide {
      for (column, end) in ends.enumerated() {
        drawing.add(
          Shape.text(figures[column], end, y, anchor: "end", column == 0 ? "strong" : nil))
      }
    } else {
      let forms: [(Shape.Point, String)] = [
        (.diamond, "own"), (.bar, "middle"), (.triangle, "best"),
      ]
      for column in 0..<3 {
        let x = 18 + Double(column) * layout.width / 3
        drawing.add(Shape.point(forms[column].0, x, y, forms[column].1, size: 3.2))
        drawing.add(Shape.text(figures[column], x + 10, y, column == 0 ? "strong" : nil))
      }
    }
  }
}
