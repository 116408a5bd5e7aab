internal import Tables

extension Codebook {
  /// The indicator that people call by a name, or nil where it is none or more than one.
  ///
  /// A code, a name in either language, or a heading of published files. Letter case, white space, the
  /// form of quotation marks and what stands in brackets at the end do not matter.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - year: the year of the figures; nil where the name must tell by itself.
  /// - Returns: the one indicator of that name.
  public func indicator(named name: String, year: Int?) -> Indicator? {
    if let indicator = self[name] { return indicator }
    // A name that stands as it is goes before one that brackets set apart.
    return indicator(named: name, year: year, comparing: \.withSingleSpaces)
      ?? indicator(named: name, year: year, comparing: Self.folded)
  }

  private func indicator(
    named name: String, year: Int?, comparing form: (String) -> String
  ) -> Indicator? {
    let wanted = form(name)
    guard !wanted.isEmpty else { return nil }
    let candidates = indicators.filter { indicator in
      year.map(indicator.years.contains) ?? true
        && ([indicator.nameVi, indicator.nameEn] + indicator.headings).contains {
          form($0) == wanted
        }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// Up to three codes that differ little from a name, or whose names do, nearest first.
  ///
  /// - Parameter name: a code or a name that is none.
  /// - Returns: codes; nothing where none is near.
  public func nearest(to name: String) -> [String] {
    let names = indicators.map { [$0.code, Self.folded($0.nameVi), Self.folded($0.nameEn)] }
    let wanted = [name, Self.folded(name)]
    return wanted.lazy.map { NearestNames.positions(of: $0, among: names) }
      .first { !$0.isEmpty }.map { $0.map { indicators[$0].code } } ?? []
  }

  /// A name reduced to what tells indicators apart.
  private static func folded(_ name: String) -> String {
    var text = name.withSingleSpaces.lowercased()
    while text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      text = String(text[..<open]).withoutOuterSpaces
    }
    return String(text.map { "‘’“”\"´`".contains($0) ? "'" : $0 })
  }
}
