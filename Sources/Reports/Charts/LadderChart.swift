/// The next places above and below one's own: what each scored, and how far away it is.
public struct LadderChart: DrawnChart {
  /// A place.
  public struct Rung: Sendable, Hashable {
    /// The place and who holds it.
    public let label: String
    /// What was scored.
    public let score: Double
    /// Whether it is one's own place.
    public let isOwn: Bool

    /// Describes a place.
    ///
    /// - Precondition: The score is finite.
    public init(label: String, score: Double, isOwn: Bool = false) {
      precondition(score.isFinite, "the score of \(label) is not finite")
      (self.label, self.score, self.isOwn) = (label, score, isOwn)
    }
  }

  /// The heads of the columns of the table.
  public struct Columns: Sendable, Hashable {
    /// The head of the places.
    public let label: String
    /// The head of the scores.
    public let score: String
    /// The head of the distances from one's own.
    public let gap: String

    /// Collects the heads.
    public init(label: String, score: String, gap: String) {
      (self.label, self.score, self.gap) = (label, score, gap)
    }
  }

  public let text: ChartText
  /// The places from the best.
  public let rungs: [Rung]
  /// How scores are measured and written.
  public let axis: ChartAxis
  /// Writes a distance, with its sign.
  public let formatGap: @Sendable (Double) -> String
  /// The heads of the columns of the table.
  public let columns: Columns

  /// Describes the chart.
  ///
  /// - Parameters:
  ///   - text: its words.
  ///   - rungs: the places from the best, one of them one's own.
  ///   - axis: how scores are measured and written.
  ///   - formatGap: writes a distance, with its sign.
  ///   - columns: the heads of the columns of the table.
  /// - Precondition: One place is one's own, unless there is none at all.
  public init(
    text: ChartText, rungs: [Rung], axis: ChartAxis,
    formatGap: @escaping @Sendable (Double) -> String, columns: Columns
  ) {
    precondition(
      rungs.isEmpty || rungs.count(where: \.isOwn) == 1, "one place of a ladder is one's own")
    self.text = text
    self.rungs = rungs
    self.axis = axis
    self.formatGap = formatGap
    self.columns = columns
  }

  public var isEmpty: Bool { rungs.isEmpty }

  private var own: Double { rungs.first(where: \.isOwn)?.score ?? 0 }

  public var table: ChartTable {
    ChartTable(
      columns: [columns.label, columns.score, columns.gap],
      rows: rungs.map { rung in
        [rung.label, axis.format(rung.score), rung.isOwn ? "–" : formatGap(rung.score - own)]
      })
  }

  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    let top = HorizontalAxis.height
    let values = rungs.map { rung in
      axis.format(rung.score) + (rung.isOwn ? "" : " (\(formatGap(rung.score - own)))")
    }
    let frame = RowFrame(
      labels: rungs.map(\.label), values: values, in: layout, top: top, band: 22)
    let scale = axis.scale(of: rungs.map(\.score), at: frame.left, frame.right)
    HorizontalAxis(axis: axis, scale: scale).draw(in: &drawing, top: top, bottom: frame.bottom)
    let from = scale.place(own)
    drawing.add(frame.highlights { rungs[$0].isOwn })
    drawing.add(Shape.line(from, top, from, frame.bottom, "median"))
    for (index, rung) in rungs.enumerated() {
      let place = frame.rows[index]
      let x = scale.place(rung.score)
      drawing.add(frame.texts(index, isOwn: rung.isOwn))
      drawing.mark("\(rung.label): \(values[index])", isEntry: rung.isOwn) {
        Shape.box(frame.left, place.middle - 11, frame.right, place.middle + 11, "touch")
        Shape.line(from, place.middle, x, place.middle, "other-line")
        Shape.point(rung.isOwn ? .diamond : .circle, x, place.middle, rung.isOwn ? "own" : "other")
      }
    }
    drawing.height = frame.bottom + 4
    return drawing
  }
}
