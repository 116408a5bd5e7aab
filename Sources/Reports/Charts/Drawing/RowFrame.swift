/// Rows with a label, a band to draw in and a value, as they lie in a layout.
///
/// On a wide screen the label stands left of its band and the value right of it; on a phone both
/// stand above a band that has the whole width, unless rows are compact.
struct RowFrame {
  struct Row {
    let lines: [String]
    let value: String
    let top: Double
    let bottom: Double
    /// The middle of the band.
    let middle: Double
  }

  let rows: [Row]
  /// The ends of the bands.
  let left: Double
  let right: Double
  /// The height below the last row.
  let bottom: Double
  /// Half of what a figure of the axis takes up.
  private static let margin = 18.0
  private let layout: Layout
  private let isCompact: Bool

  /// Lays out rows below each other.
  ///
  /// - Parameters:
  ///   - labels: what each row is called, of any length.
  ///   - values: what stands at its end; as many, or none.
  ///   - layout: wide or narrow.
  ///   - top: where the first row begins.
  ///   - band: how high the band of a row is.
  ///   - isCompact: whether labels are short and stand left of their bands on a phone too, where
  ///     values are left out.
  ///   - reserved: room left free right of the bands.
  init(
    labels: [String], values: [String], in layout: Layout, top: Double, band: Double,
    isCompact: Bool = false, reserved: Double = 0
  ) {
    self.layout = layout
    self.isCompact = isCompact
    let isBeside = layout == .wide || isCompact
    let hasValues = !(layout == .narrow && isCompact)
    let valueWidth = hasValues ? (values.map(TextSize.width).max() ?? 0) : 0
    let share = layout == .wide ? 0.36 : 0.4
    let most = isBeside ? layout.width * share : layout.width - valueWidth - 12
    let broken = labels.map { TextSize.lines(of: $0, within: most) }
    let labelWidth = broken.joined().map(TextSize.width).max() ?? 0
    left = isBeside ? labelWidth + 12 : Self.margin
    right =
      isBeside
      ? layout.width - reserved - max(14, valueWidth == 0 ? 0 : valueWidth + 14)
      : layout.width - reserved - Self.margin
    var rows: [Row] = []
    var y = top
    for (index, lines) in broken.enumerated() {
      let text = Double(lines.count) * TextSize.line
      let height = isBeside ? max(band, text + (isCompact ? 0 : 6)) : text + band + 6
      rows.append(
        Row(
          lines: lines, value: hasValues && index < values.count ? values[index] : "", top: y,
          bottom: y + height, middle: isBeside ? y + height / 2 : y + text + 2 + band / 2))
      y += height
    }
    self.rows = rows
    bottom = y
  }

  /// The ground of rows that stand out.
  func highlights(_ isOwn: (Int) -> Bool) -> [Element] {
    rows.indices.filter(isOwn).map { index in
      Shape.box(0, rows[index].top, layout.width, rows[index].bottom, "highlight")
    }
  }

  /// The label and the value of a row; on a phone lines end around them, where they would cross.
  func texts(_ index: Int, isOwn: Bool) -> [Element] {
    let row = rows[index]
    let style =
      layout == .wide || isCompact
      ? (isOwn ? "strong" : nil) : (isOwn ? "strong halo on-surface" : "halo")
    let isBeside = layout == .wide || isCompact
    let half = Double(row.lines.count - 1) / 2 * TextSize.line
    let first = isBeside ? row.middle - half : row.top + TextSize.line / 2 + 2
    var texts = row.lines.enumerated().map { line, text in
      let y = first + Double(line) * TextSize.line
      return isBeside
        ? Shape.text(text, left - 12, y, anchor: "end", style) : Shape.text(text, 0, y, style)
    }
    if !row.value.isEmpty {
      texts.append(
        Shape.text(
          row.value, layout.width, isBeside ? row.middle : first, anchor: "end", style))
    }
    return texts
  }
}
