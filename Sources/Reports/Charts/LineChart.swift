/// How figures went over the years: one's own beside the median and the best.
public struct LineChart: DrawnChart {
  /// What a line is of, which gives it its form.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// One's own figures.
    case own
    /// The medians.
    case median
    /// The best figures.
    case best
  }

  /// A line.
  public struct Series: Sendable {
    /// What it is called.
    public let label: String
    /// What it is of.
    public let kind: Kind
    /// Its figures by year; a year that has none is passed over.
    public let points: [(year: Int, value: Double)]

    /// Describes a line.
    ///
    /// - Precondition: Years rise, and figures are finite.
    public init(label: String, kind: Kind, points: [(year: Int, value: Double)]) {
      precondition(
        zip(points, points.dropFirst()).allSatisfy { $0.year < $1.year }, "years rise")
      precondition(
        points.allSatisfy(\.value.isFinite), "the figures of \(label) are not all finite")
      (self.label, self.kind, self.points) = (label, kind, points)
    }
  }

  public let text: ChartText
  /// The lines, each of another kind.
  public let series: [Series]
  /// Years that do not compare with the year before.
  public let breaks: [Int]
  /// How figures are measured and written.
  public let axis: ChartAxis
  /// The head of the years in the table.
  public let year: String
  /// What the dotted lines between periods mean.
  public let periodBreak: String

  /// Describes the chart.
  ///
  /// - Precondition: No two lines are of the same kind.
  public init(
    text: ChartText, series: [Series], breaks: [Int] = [], axis: ChartAxis, year: String,
    periodBreak: String
  ) {
    precondition(Set(series.map(\.kind)).count == series.count, "each line is of another kind")
    self.text = text
    self.series = series
    self.breaks = breaks.sorted()
    self.axis = axis
    self.year = year
    self.periodBreak = periodBreak
  }

  public var isEmpty: Bool { series.allSatisfy(\.points.isEmpty) }

  private var years: [Int] { Set(series.flatMap { $0.points.map(\.year) }).sorted() }

  private func text(of series: Series, in year: Int) -> String {
    series.points.first { $0.year == year }.map { axis.format($0.value) } ?? "–"
  }

  public var table: ChartTable {
    ChartTable(
      columns: [year] + series.map(\.label),
      rows: years.map { year in ["\(year)"] + series.map { text(of: $0, in: year) } })
  }

  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    let years = years
    guard let first = years.first, let last = years.last else { return drawing }
    var entries = series.map { series in
      let (point, style, line) = series.kind.form
      return Legend.Entry(label: series.label) { x, y in
        [Shape.line(x - 11, y, x + 11, y, line), Shape.point(point, x, y, style, size: 4)]
      }
    }
    if breaks.contains(where: { $0 > first && $0 <= last }) {
      entries.append(
        Legend.Entry(label: periodBreak) { [Shape.line($0, $1 - 7, $0, $1 + 7, "break")] })
    }
    let top = Legend(entries: entries).draw(in: &drawing, from: 0, width: layout.width)
    let plot = TimePlot(
      years: first...last, figures: series.flatMap { $0.points.map(\.value) }, axis: axis,
      in: layout, top: top, height: layout == .wide ? 200 : 170)
    plot.draw(in: &drawing, breaks: breaks)
    for series in series {
      drawing.add(plot.lines(series.points, breaks: breaks, series.kind.form.line))
    }
    for year in years {
      let figures = series.map { "\($0.label) \(text(of: $0, in: year))" }
      drawing.mark("\(year): \(figures.joined(separator: " · "))") {
        Shape.box(plot.x(year) - 9, plot.top, plot.x(year) + 9, plot.bottom, "touch")
        for series in series {
          if let point = series.points.first(where: { $0.year == year }) {
            let form = series.kind.form
            Shape.point(form.point, plot.x(year), plot.y(point.value), form.style, size: 4)
          }
        }
      }
    }
    drawing.height = plot.end
    return drawing
  }
}

extension LineChart.Kind {
  fileprivate var form: (point: Shape.Point, style: String, line: String) {
    switch self {
    case .own: (.diamond, "own", "own-line")
    case .median: (.square, "text-fill", "median")
    case .best: (.triangle, "best", "best-line")
    }
  }
}
