import CXLSXWriter

/// A chart of libxlsxwriter, which its workbook frees.
@safe
struct ChartOutput {
  let handle: UnsafeMutablePointer<lxw_chart>
  /// How many times the usual size it has.
  let scale: (width: Double, height: Double)

  /// Draws a chart.
  ///
  /// - Throws: `TableError.unwritableFile` where memory does not suffice.
  @unsafe
  init(
    _ chart: SheetChart, in workbook: UnsafeMutablePointer<lxw_workbook>?, path: String
  ) throws(TableError) {
    guard let created = unsafe workbook_add_chart(workbook, chart.kind.code) else {
      throw .unwritableFile(path, reason: "out of memory")
    }
    for (index, series) in chart.series.enumerated() {
      guard let added = unsafe chart_add_series(created, nil, nil) else {
        throw .unwritableFile(path, reason: "out of memory")
      }
      let (names, values) = (chart.categories, series.values)
      let (nameStart, nameEnd) = (names.first.indices, names.last.indices)
      let (start, end) = (values.first.indices, values.last.indices)
      unsafe chart_series_set_categories(
        added, chart.sheet, nameStart.row, nameStart.column, nameEnd.row, nameEnd.column)
      unsafe chart_series_set_values(
        added, chart.sheet, start.row, start.column, end.row, end.column)
      unsafe chart_series_set_name(added, EscapedText.plain(series.name))
      unsafe Self.colour(added, Colour.series[index % Colour.series.count], chart.kind)
    }
    unsafe chart_title_set_name(created, EscapedText.plain(chart.title))
    unsafe chart_legend_set_position(
      created,
      UInt8(
        (chart.series.count == 1 ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM).rawValue))
    unsafe Self.lay(out: created, chart)
    unsafe handle = unsafe created
    scale = chart.scale
  }

  /// Sets the axes: every name is written, and where numbers begin.
  @unsafe
  private static func lay(out created: UnsafeMutablePointer<lxw_chart>, _ chart: SheetChart) {
    // The axes of lying bars have changed places.
    let (lying, standing) = unsafe (created.pointee.x_axis, created.pointee.y_axis)
    let names = unsafe chart.kind == .bar ? standing : lying
    let numbers = unsafe chart.kind == .bar ? lying : standing
    if chart.kind == .bar {
      // Bars are drawn upwards otherwise, and the numbers stood above them.
      unsafe chart_axis_set_reverse(names)
      unsafe chart_axis_set_label_position(
        numbers, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
      unsafe chart_set_series_gap(created, 40)
    }
    unsafe chart_axis_set_interval_unit(names, 1)
    // Names that start at zero would stand in bars below it.
    unsafe chart_axis_set_label_position(
      names, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    if let floor = chart.floor { unsafe chart_axis_set_min(numbers, floor) }
    var line = lxw_chart_line()
    line.color = Colour.grid
    line.width = 0.75
    unsafe chart_axis_major_gridlines_set_visible(numbers, UInt8(LXW_TRUE.rawValue))
    unsafe chart_axis_major_gridlines_set_line(numbers, &line)
  }

  @unsafe
  private static func colour(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ colour: lxw_color_t, _ kind: SheetChart.Kind
  ) {
    if kind == .line {
      var line = lxw_chart_line()
      line.color = colour
      line.width = 2.25
      unsafe chart_series_set_line(series, &line)
      unsafe chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    } else {
      var fill = lxw_chart_fill()
      fill.color = colour
      unsafe chart_series_set_fill(series, &fill)
    }
  }
}

extension SheetChart.Kind {
  fileprivate var code: UInt8 {
    let type =
      switch self {
      case .bar: LXW_CHART_BAR
      case .column: LXW_CHART_COLUMN
      case .line: LXW_CHART_LINE
      }
    return UInt8(type.rawValue)
  }
}
