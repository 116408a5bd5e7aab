/// The axis below or above rows, with lines through them.
struct HorizontalAxis {
  let axis: ChartAxis
  let scale: LinearScale

  /// The height that figures and the label of the axis take above the rows.
  static let height = 38.0

  /// Draws the label and figures above `top`, and lines down to `bottom`.
  func draw(in drawing: inout Drawing, top: Double, bottom: Double) {
    let (left, right) = (min(scale.first, scale.last), max(scale.first, scale.last))
    let ticks = axis.ticks(
      scale, count: axis.count(along: right - left, of: [scale.start, scale.end]))
    let width = TextSize.width(axis.label)
    let middle = (left + right) / 2
    // A label wider than its axis ends where the axis ends.
    let isWide = width > right - left
    drawing.add(
      Shape.text(
        axis.label, isWide ? right : middle, top - 29, anchor: isWide ? "end" : "middle", "quiet"))
    for tick in ticks {
      let x = scale.place(tick)
      drawing.add(
        Shape.line(x, top - 3, x, bottom, "grid"),
        Shape.text(axis.format(tick), x, top - 11, anchor: "middle", "quiet"))
    }
  }
}
