extension Panel {
  /// Whether a figure of a province would compare with that of the year before.
  ///
  /// It does where the question and its coding stayed and the province was the same territory; that
  /// both years have the figure is not asked.
  ///
  /// - Parameters:
  ///   - indicator: the indicator.
  ///   - province: the province.
  ///   - year: the later year.
  /// - Returns: nothing of years further apart; follow it year by year.
  public func isComparable(
    _ indicator: Indicator, of province: Province, withYearBefore year: Int
  ) -> Bool {
    indicator.isComparable(withYearBefore: year) && !province.breaks.contains(year)
  }
}
