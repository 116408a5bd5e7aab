/// Figures with the interval each may lie in, a row each, one of them marked: the ranks of all
/// provinces with one's own, or as bars what drives a rank.
public struct IntervalChart: DrawnChart {
  /// A figure and its interval.
  public struct Row: Sendable, Hashable {
    /// What it is the figure of.
    public let label: String
    /// The figure.
    public let value: Double
    /// The interval it may lie in, none where it is not known; the figure itself may be outside.
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

  /// How figures are drawn.
  public enum Form: Sendable, Hashable {
    /// Points close below each other, as of many provinces.
    case points
    /// Bars from zero.
    case bars
  }

  public let text: ChartText
  /// How figures are drawn.
  public let form: Form
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
    text: ChartText, as form: Form = .points, rows: [Row], reference: Reference? = nil,
    axis: ChartAxis, columns: IntervalColumns
  ) {
    self.text = text
    self.form = form
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
    let figures = Legend.Entry(label: columns.value) { x, y in
      switch form {
      case .points: [Shape.point(.circle, x, y, "other")]
      case .bars: [Shape.box(x - 9, y - 6, x + 9, y + 6, "bar")]
      }
    }
    let intervals = Legend.Entry(label: columns.interval) { x, y in
      Shape.interval(from: x - 10, to: x + 10, y, form == .bars ? "whisker" : "other-line")
    }
    return Legend(
      entries: [figures] + (rows.contains { $0.interval != nil } ? [intervals] : [])
        + (reference.map { [.line("median", "\($0.label): \(axis.format($0.value))")] } ?? []))
  }

  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    let top = legend.draw(in: &drawing, from: 0, width: layout.width) + HorizontalAxis.height
    let values = rows.map { IntervalColumns.text($0.value, $0.interval, format: axis.format) }
    let frame = RowFrame(
      labels: rows.map(\.label), values: values, in: layout, top: top,
      band: form == .points ? 16 : 24, isCompact: form == .points)
    let figures = rows.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound] }
    let scale = axis.scale(
      of: figures.compactMap(\.self) + (form == .bars ? [0] : [])
        + (reference.map { [$0.value] } ?? []), at: frame.left, frame.right)
    HorizontalAxis(axis: axis, scale: scale).draw(in: &drawing, top: top, bottom: frame.bottom)
    drawing.add(frame.highlights { rows[$0].isOwn })
    if form == .bars {
      drawing.add(Shape.line(scale.place(0), top, scale.place(0), frame.bottom, "zero"))
    }
    if let reference {
      let x = scale.place(reference.value)
      drawing.add(Shape.line(x, top, x, frame.bottom, "median"))
    }
    for (index, row) in rows.enumerated() {
      drawing.add(frame.texts(index, isOwn: row.isOwn))
      let place = frame.rows[index]
      drawing.mark("\(row.label): \(values[index])", isEntry: row.isOwn) {
        Shape.box(frame.left, place.top, frame.right, place.bottom, "touch")
        marks(of: row, at: place.middle, scale)
      }
    }
    drawing.height = frame.bottom + 4
    return drawing
  }

  /// The figure of a row and its interval.
  private func marks(of row: Row, at y: Double, _ scale: LinearScale) -> [Element] {
    let style = row.isOwn ? "own" : "other"
    let interval = row.interval.map {
      Shape.interval(
        from: scale.place($0.lowerBound), to: scale.place($0.upperBound), y,
        form == .bars ? "whisker" : style + "-line")
    }
    let x = scale.place(row.value)
    return switch form {
    case .points: (interval ?? []) + [Shape.point(row.isOwn ? .diamond : .circle, x, y, style)]
    case .bars: [Shape.box(scale.place(0), y - 7, x, y + 7, "bar")] + (interval ?? [])
    }
  }
}
