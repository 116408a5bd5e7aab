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
  init(
    labels: [String], values: [String], in layout: Layout, top: Double, band: Double,
    isCompact: Bool = false
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
    left = isBeside ? labelWidth + 12 : 10
    right =
      isBeside ? layout.width - max(14, valueWidth == 0 ? 0 : valueWidth + 14) : layout.width - 10
    var rows: [Row] = []
    var y = top
    for (index, lines) in broken.enumerated() {
      let text = Double(lines.count) * TextSize.line
      let height = isBeside ? max(band, text + (isCompact ? 0 : 6)) : text + band
      rows.append(
        Row(
          lines: lines, value: hasValues && index < values.count ? values[index] : "", top: y,
          bottom: y + height, middle: isBeside ? y + height / 2 : y + text + band / 2))
      y += height
    }
    self.rows = rows
    bottom = y
  }

  /// The label and the value of a row.
  func texts(_ index: Int, isOwn: Bool) -> [Element] {
    let row = rows[index]
    let style = isOwn ? "strong" : nil
    let isBeside = layout == .wide || isCompact
    let half = Double(row.lines.count - 1) / 2 * TextSize.line
    let first = isBeside ? row.middle - half : row.top + TextSize.line / 2 + 1
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
