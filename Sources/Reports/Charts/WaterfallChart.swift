/// How one figure became another: parts with their signs, from a start to an end.
public struct WaterfallChart: DrawnChart {
  /// A part of the change.
  public struct Part: Sendable, Hashable {
    /// What it comes from.
    public let label: String
    /// What it adds.
    public let change: Double

    /// Describes a part.
    ///
    /// - Precondition: The change is finite.
    public init(label: String, change: Double) {
      precondition(change.isFinite, "the part of \(label) is not finite")
      (self.label, self.change) = (label, change)
    }
  }

  /// The words of the chart.
  public struct Words: Sendable, Hashable {
    /// What the figure at the start is called.
    public let start: String
    /// What the figure at the end is called.
    public let end: String
    /// What parts for the better are called.
    public let better: String
    /// What parts for the worse are called.
    public let worse: String
    /// The head of the names in the table.
    public let label: String
    /// The head of the changes in the table.
    public let change: String
    /// The head of the figures reached in the table.
    public let level: String

    /// Collects the words.
    public init(
      start: String, end: String, better: String, worse: String, label: String, change: String,
      level: String
    ) {
      self.start = start
      self.end = end
      self.better = better
      self.worse = worse
      self.label = label
      self.change = change
      self.level = level
    }
  }

  public let text: ChartText
  /// The figure at the start.
  public let start: Double
  /// The parts from the top.
  public let parts: [Part]
  /// Whether less is better, as of ranks.
  public let isLowerBetter: Bool
  /// How figures are measured and written.
  public let axis: ChartAxis
  /// Writes a change, with its sign.
  public let formatChange: @Sendable (Double) -> String
  /// The words of the chart.
  public let words: Words

  /// Describes the chart.
  ///
  /// - Parameters:
  ///   - text: its words.
  ///   - start: the figure at the start.
  ///   - parts: what was added to it, in sequence; their sum makes the end.
  ///   - isLowerBetter: whether less is better.
  ///   - axis: how figures are measured and written.
  ///   - formatChange: writes a change, with its sign.
  ///   - words: the words of the chart.
  /// - Precondition: The start is finite.
  public init(
    text: ChartText, start: Double, parts: [Part], isLowerBetter: Bool = false, axis: ChartAxis,
    formatChange: @escaping @Sendable (Double) -> String, words: Words
  ) {
    precondition(start.isFinite, "the figure at the start is not finite")
    self.text = text
    self.start = start
    self.parts = parts
    self.isLowerBetter = isLowerBetter
    self.axis = axis
    self.formatChange = formatChange
    self.words = words
  }

  /// The figures reached: the start, then after each part.
  public var levels: [Double] {
    parts.reduce(into: [start]) { $0.append($0[$0.count - 1] + $1.change) }
  }

  public var isEmpty: Bool { parts.isEmpty }

  public var table: ChartTable {
    let levels = levels
    let rows = parts.enumerated().map { index, part in
      [part.label, formatChange(part.change), axis.format(levels[index + 1])]
    }
    return ChartTable(
      columns: [words.label, words.change, words.level],
      rows: [[words.start, "", axis.format(start)]] + rows
        + [[words.end, "", axis.format(levels[parts.count])]])
  }

  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    let levels = levels
    let legend = Legend(entries: [
      .area("gain", words.better), .area("loss", words.worse),
    ])
    let top = legend.draw(in: &drawing, from: 0, width: layout.width) + HorizontalAxis.height
    let values =
      [axis.format(start)] + parts.map { formatChange($0.change) }
      + [axis.format(levels[parts.count])]
    let labels = [words.start] + parts.map(\.label) + [words.end]
    let frame = RowFrame(labels: labels, values: values, in: layout, top: top, band: 24)
    let scale = axis.scale(of: levels, at: frame.left, frame.right)
    HorizontalAxis(axis: axis, scale: scale).draw(in: &drawing, top: top, bottom: frame.bottom)
    let isEnd = { $0 == 0 || $0 == labels.count - 1 }
    drawing.add(frame.highlights(isEnd))
    let places = labels.indices.map { scale.place(levels[min($0, parts.count)]) }
    for index in labels.indices.dropLast() {
      let x = places[index]
      drawing.add(
        Shape.line(x, frame.rows[index].middle, x, frame.rows[index + 1].middle, "join"))
    }
    for index in labels.indices {
      let y = frame.rows[index].middle
      drawing.add(frame.texts(index, isOwn: isEnd(index)))
      drawing.mark("\(labels[index]): \(values[index])", isEntry: index == 0) {
        Shape.box(frame.left, y - 12, frame.right, y + 12, "touch")
        if isEnd(index) {
          Shape.point(.diamond, places[index], y, "own")
        } else {
          let isBetter = (parts[index - 1].change > 0) != isLowerBetter
          Shape.box(places[index - 1], y - 7, places[index], y + 7, isBetter ? "gain" : "loss")
        }
      }
    }
    drawing.height = frame.bottom + 4
    return drawing
  }
}
