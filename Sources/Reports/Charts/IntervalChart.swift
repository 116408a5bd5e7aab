/// Figures with the interval each may lie in, a row each, one of them marked: the ranks of all
/// provinces with one's own.
public struct IntervalChart: DrawnChart {
  /// A figure and its interval.
  public struct Row: Sendable, Hashable {
    /// What it is the figure of.
    public let label: String
    /// The figure.
    public let value: Double
    /// The interval it may lie in; the figure itself may be outside, as a rank may be.
    public let interval: ClosedRange<Double>
    /// Whether the row is marked.
    public let isOwn: Bool

    /// Describes a row.
    ///
    /// - Precondition: All figures are finite.
    public init(label: String, value: Double, interval: ClosedRange<Double>, isOwn: Bool = false) {
      precondition(
        value.isFinite && interval.lowerBound.isFinite && interval.upperBound.isFinite,
        "the figures of \(label) are not all finite")
      (self.label, self.value, self.interval, self.isOwn) = (label, value, interval, isOwn)
    }
  }

  /// A figure drawn as a line through all rows.
  public struct Reference: Sendable, Hashable {
    /// What it is.
    public let label: String
    /// The figure.
    public let value: Double

    /// Describes a line.
    ///
    /// - Precondition: The figure is finite.
    public init(label: String, value: Double) {
      precondition(value.isFinite, "the figure of \(label) is not finite")
      (self.label, self.value) = (label, value)
    }
  }

  public let text: ChartText
  /// The rows from the top.
  public let rows: [Row]
  /// A figure drawn through all rows.
  public let reference: Reference?
  /// How figures are measured and written.
  public let axis: ChartAxis
  /// The heads of the columns of the table.
  public let columns: IntervalColumns

  /// Describes the chart.
  public init(
    text: ChartText, rows: [Row], reference: Reference? = nil, axis: ChartAxis,
    columns: IntervalColumns
  ) {
    self.text = text
    self.rows = rows
    self.reference = reference
    self.axis = axis
    self.columns = columns
  }

  public var isEmpty: Bool { rows.isEmpty }

  public var table: ChartTable {
    columns.table(rows.map { ($0.label, $0.value, $0.interval) }, format: axis.format)
  }

  private var legend: Legend {
    Legend(
      entries: [
        Legend.Entry(label: columns.value) { x, y in
          Shape.interval(from: x - 10, to: x + 10, y, "other-line")
            + [Shape.point(.circle, x, y, "other")]
        }
      ]
        + (reference.map { [.line("median", "\($0.label): \(axis.format($0.value))")] } ?? []))
  }

  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    let top = legend.draw(in: &drawing, from: 0, width: layout.width) + HorizontalAxis.height
    let values = rows.map { IntervalColumns.text($0.value, $0.interval, format: axis.format) }
    let frame = RowFrame(
      labels: rows.map(\.label), values: values, in: layout, top: top, band: 16, isCompact: true)
    let figures =
      rows.flatMap { [$0.value, $0.interval.lowerBound, $0.interval.upperBound] }
      + (reference.map { [$0.value] } ?? [])
    let scale = axis.scale(of: figures, at: frame.left, frame.right)
    HorizontalAxis(axis: axis, scale: scale).draw(in: &drawing, top: top, bottom: frame.bottom)
    drawing.add(frame.highlights { rows[$0].isOwn })
    if let reference {
      let x = scale.place(reference.value)
      drawing.add(Shape.line(x, top, x, frame.bottom, "median"))
    }
    for (index, row) in rows.enumerated() {
      let place = frame.rows[index]
      let style = row.isOwn ? "own" : "other"
      drawing.add(frame.texts(index, isOwn: row.isOwn))
      drawing.mark("\(row.label): \(values[index])", isEntry: row.isOwn) {
        Shape.box(frame.left, place.top, frame.right, place.bottom, "touch")
        Shape.interval(
          from: scale.place(row.interval.lowerBound), to: scale.place(row.interval.upperBound),
          place.middle, style + "-line")
        Shape.point(row.isOwn ? .diamond : .circle, scale.place(row.value), place.middle, style)
      }
    }
    drawing.height = frame.bottom + 4
    return drawing
  }
}
