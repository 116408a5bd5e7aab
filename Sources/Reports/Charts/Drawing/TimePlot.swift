/// A plot of years from left to right and figures from below, with its axes.
struct TimePlot {
  let axis: ChartAxis
  let years: ClosedRange<Int>
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double
  private let across: LinearScale
  private let upward: LinearScale
  private let ticks: [Double]

  /// Lays out a plot below a legend.
  ///
  /// - Parameters:
  ///   - years: the first and the last year.
  ///   - figures: all that is to be drawn.
  ///   - axis: how figures are measured and written.
  ///   - layout: wide or narrow.
  ///   - top: where the room for the plot begins.
  ///   - height: how high it is, axes not counted.
  init(
    years: ClosedRange<Int>, figures: [Double], axis: ChartAxis, in layout: Layout, top: Double,
    height: Double
  ) {
    self.axis = axis
    self.years = years
    self.top = top + 26
    bottom = top + 26 + height
    upward = axis.scale(of: figures, at: bottom, self.top)
    ticks = axis.ticks(upward, count: max(3, min(8, Int(height / 32))))
    left = (ticks.map { TextSize.width(axis.format($0)) }.max() ?? 0) + 8
    right = layout.width - 4
    let ends = LinearScale.apart(Double(years.lowerBound), Double(years.upperBound))
    across = LinearScale(from: ends.low, to: ends.high, at: left + 16, right - 18)
  }

  /// The place of a year.
  func x(_ year: Int) -> Double { across.place(Double(year)) }

  /// The height of a figure.
  func y(_ figure: Double) -> Double { upward.place(figure) }

  /// The place between two years where what came before does not compare.
  func xBefore(_ year: Int) -> Double { across.place(Double(year) - 0.5) }

  /// Draws lines across, figures and years, and where periods end.
  func draw(in drawing: inout Drawing, breaks: [Int]) {
    drawing.add(Shape.text(axis.label, 0, top - 19, "quiet"))
    for tick in ticks {
      let y = upward.place(tick)
      drawing.add(
        Shape.line(left, y, right, y, "grid"),
        Shape.text(axis.format(tick), left - 8, y, anchor: "end", "quiet"))
    }
    for year in shownYears {
      drawing.add(Shape.text("\(year)", x(year), bottom + 15, anchor: "middle", "quiet"))
    }
    for year in breaks where year > years.lowerBound && year <= years.upperBound {
      drawing.add(Shape.line(xBefore(year), top, xBefore(year), bottom, "break"))
    }
  }

  /// The height below the years.
  var end: Double { bottom + 26 }

  /// The last year and every one before it that finds room, in steps of 1, 2, 5 or 10.
  private var shownYears: [Int] {
    let count = max(1, Int((right - left) / (TextSize.width("2000") + 12)))
    let step = [1, 2, 5, 10, 20, 50].first { years.count <= $0 * count } ?? 100
    return years.filter { (years.upperBound - $0) % step == 0 }
  }

  /// A line through points of years in sequence, broken where a period begins.
  func lines(_ points: [(year: Int, value: Double)], breaks: [Int], _ style: String) -> [Element] {
    var parts: [[(Double, Double)]] = []
    var last: Int?
    for point in points {
      let isApart = last.map { last in breaks.contains { $0 > last && $0 <= point.year } } ?? true
      if isApart { parts.append([]) }
      parts[parts.count - 1].append((x(point.year), y(point.value)))
      last = point.year
    }
    return parts.filter { $0.count > 1 }.map { Shape.path($0, style) }
  }
}
