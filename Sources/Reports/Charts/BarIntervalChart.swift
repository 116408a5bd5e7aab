/// Bars from zero with the interval each may end in, a row each: what drives a rank, and how surely.
public struct BarIntervalChart: DrawnChart {
  /// A figure and its interval.
  public struct Row: Sendable, Hashable {
    /// What it is the figure of.
    public let label: String
    /// The figure.
    public let value: Double
    /// The interval it may lie in; none where it is not known.
    public let interval: ClosedRange<Double>?
    /// Whether the row is marked.
    public let isOwn: Bool

    /// Describes a row.
    ///
    /// - Precondition: All figures are finite.
    public init(
      label: String, value: Double, interval: ClosedRange<Double>?, isOwn: Bool = false
    ) {
      precondition(
        value.isFinite && interval?.lowerBound.isFinite != false
          && interval?.upperBound.isFinite != false,
        "the figures of \(label) are not all finite")
      (self.label, self.value, self.interval, self.isOwn) = (label, value, interval, isOwn)
    }
  }

  public let text: ChartText
  /// The rows from the top.
  public let rows: [Row]
  /// How figures are measured and written.
  public let axis: ChartAxis
  /// The heads of the columns of the table.
  public let columns: IntervalColumns

  /// Describes the chart.
  public init(text: ChartText, rows: [Row], axis: ChartAxis, columns: IntervalColumns) {
    self.text = text
    self.rows = rows
    self.axis = axis
    self.columns = columns
  }

  public var isEmpty: Bool { rows.isEmpty }

  public var table: ChartTable {
    columns.table(rows.map { ($0.label, $0.value, $0.interval) }, format: axis.format)
  }

  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    let top = HorizontalAxis.height
    let values = rows.map { IntervalColumns.text($0.value, $0.interval, format: axis.format) }
    let frame = RowFrame(
      labels: rows.map(\.label), values: values, in: layout, top: top, band: 24)
    let ends = rows.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound] }
    let scale = axis.scale(of: [0] + ends.compactMap(\.self), at: frame.left, frame.right)
    HorizontalAxis(axis: axis, scale: scale).draw(in: &drawing, top: top, bottom: frame.bottom)
    let zero = scale.place(0)
    drawing.add(frame.highlights { rows[$0].isOwn })
    drawing.add(Shape.line(zero, top, zero, frame.bottom, "zero"))
    for (index, row) in rows.enumerated() {
      let place = frame.rows[index]
      drawing.add(frame.texts(index, isOwn: row.isOwn))
      drawing.mark("\(row.label): \(values[index])", isEntry: row.isOwn) {
        Shape.box(frame.left, place.middle - 12, frame.right, place.middle + 12, "touch")
        Shape.box(zero, place.middle - 7, scale.place(row.value), place.middle + 7, "bar")
        if let interval = row.interval {
          Shape.interval(
            from: scale.place(interval.lowerBound), to: scale.place(interval.upperBound),
            place.middle, "whisker")
        }
      }
    }
    drawing.height = frame.bottom + 4
    return drawing
  }
}
