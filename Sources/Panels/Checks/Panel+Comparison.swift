internal import Tables

extension Panel {
  /// How figures that someone typed differ from those of the panel, beyond the digits they were typed with.
  ///
  /// - Parameters:
  ///   - typed: figures of a plan or a report.
  ///   - name: what the panel is called in the remarks, for example «the published figures».
  /// - Returns: a warning for each figure that differs, a note for each that the panel does not have.
  public func differences(of typed: [TypedFigure], from name: String) -> [Remark] {
    typed.compactMap { entry in
      let figure = entry.figure
      func remark(_ severity: Remark.Severity, _ message: String) -> Remark {
        Remark(
          severity, year: figure.year, province: figure.province, indicator: figure.indicator,
          place: entry.place, message)
      }
      guard let known = self[figure.province, figure.indicator, figure.year] else {
        return remark(.note, "\(name) have no such figure to compare with")
      }
      guard !entry.agrees(with: known) else { return nil }
      let unit = indicator(figure.indicator)?.unit
      return remark(
        .warning,
        "\(Self.written(figure.value, unit)) here, \(Self.written(known, unit)) in \(name)")
    }
  }

  /// A value as people write it: shares as percentages, four digits after the point at most.
  private static func written(_ value: Double, _ unit: IndicatorUnit?) -> String {
    let isShare = unit == .share
    let rounded = ((isShare ? 100 * value : value) * 1e4).rounded() / 1e4
    return "\(Cell(rounded))" + (isShare ? " %" : "")
  }
}
