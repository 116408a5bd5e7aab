import Panels

/// Three provinces and one indicator of each unit, for tests that need no more.
enum Small {
  static func gazetteer() throws -> Gazetteer {
    try Gazetteer([
      Province(key: "daknong", nameVi: "Đắk Nông", nameEn: "Dak Nong", spellings: ["Đăk Nông"]),
      Province(key: "kontum", nameVi: "Kon Tum", nameEn: "Kon Tum"),
      Province(key: "hue", nameVi: "Thừa Thiên Huế", nameEn: "Thua Thien Hue", spellings: ["Huế"]),
    ])
  }

  static func codebook() throws -> Codebook {
    try Codebook([
      indicator("score", unit: .score, scale: 1...10, kind: .subindex),
      indicator("use", unit: .share),
      indicator("ease", unit: .mean), indicator("days", unit: .days),
      indicator("website", unit: .points, scale: 0...50), indicator("points", unit: .points),
    ])
  }

  static func indicator(
    _ code: String, unit: IndicatorUnit, scale: ClosedRange<Double>? = nil,
    kind: Indicator.Kind = .indicator
  ) -> Indicator {
    Indicator(
      code: code, subindex: "transparency", kind: kind, nameVi: code, nameEn: code, unit: unit,
      direction: .positive, scale: scale, years: 2017...2019)
  }

  static func figure(
    _ province: String, _ year: Int, _ indicator: String, _ value: Double, source: String = ""
  ) -> Figure {
    Figure(province: province, year: year, indicator: indicator, value: value, source: source)
  }

  /// Holes: Kon Tum's use of 2017, the ease of 2018 but for Huế, and indicators without any figure.
  static let figures = [
    figure("daknong", 2017, "score", 5.94, source: "PCI_2017.xlsx#Transparency!B58"),
    figure("kontum", 2017, "score", 6.33, source: "PCI_2017.xlsx#Transparency!B40"),
    figure("hue", 2017, "score", 6.5), figure("daknong", 2017, "use", 0.1),
    figure("hue", 2017, "use", 0.3), figure("daknong", 2018, "score", 6.31),
    figure("hue", 2018, "ease", 2.5),
  ]

  static func panel(_ figures: [Figure] = figures) throws -> Panel {
    try Panel(figures, gazetteer: gazetteer(), codebook: codebook())
  }
}
