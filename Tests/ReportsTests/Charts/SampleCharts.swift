import Reports

/// Charts of few figures with the longest names of the codebook, for claims that hold for all charts.
enum SampleCharts {
  static let words = ChartText.Words(figures: "Số liệu của biểu đồ", noFigures: "Không có số liệu.")
  static let names = [
    "Vai trò hiệp hội DN trong tư vấn, phản biện chính sách",
    "'Thỏa thuận' với cán bộ thuế là công việc quan trọng", "<b>Đắk & Nông</b>",
    "Bà Rịa - Vũng Tàu",
  ]
  static let columns = IntervalColumns(
    label: "Tỉnh", value: "Hạng", low: "Từ", high: "Đến", interval: "Khoảng 95%")

  static func text(_ id: String) -> ChartText {
    ChartText(id: id, caption: "Biểu đồ <\(id)>", description: "Mô tả & chú thích", words: words)
  }

  static func axis(_ bounds: ClosedRange<Double>? = nil, isReversed: Bool = false) -> ChartAxis {
    ChartAxis(label: "Thứ hạng", bounds: bounds, isReversed: isReversed) { "\(Int($0.rounded()))" }
  }

  static func intervals(_ count: Int, axis: ChartAxis = axis(1...63)) -> IntervalChart {
    IntervalChart(
      text: text("ranks"),
      rows: (0..<count).map { index in
        let value = count == 1 ? 1 : 1 + 62 * Double(index) / Double(count - 1)
        return .init(
          label: names[index % names.count], value: value,
          interval: max(1, value - 9)...min(63, value + 9), isOwn: index == 1)
      },
      reference: .init(label: "Giữa", value: 32), axis: axis, columns: columns)
  }

  static func profile(_ count: Int) -> ProfileChart {
    ProfileChart(
      text: text("profile"),
      rows: (0..<count).map { index in
        .init(
          label: names[index % names.count], own: 0.2, median: 0.5, best: 1, worstOfScale: 0,
          bestOfScale: 1, format: { "\(Int($0 * 100)),0%" })
      },
      words: .init(
        label: "Chỉ tiêu", own: "Đắk Nông", median: "Trung vị", best: "Tốt nhất",
        worstOfScale: "Thấp nhất", bestOfScale: "Cao nhất"))
  }

  static func waterfall(start: Double = 50, _ changes: [Double], isLowerBetter: Bool = false)
    -> WaterfallChart
  {
    WaterfallChart(
      text: text("change"), start: start,
      parts: changes.enumerated().map { .init(label: names[$0 % names.count], change: $1) },
      isLowerBetter: isLowerBetter, axis: axis(), formatChange: { "\(Int($0))" },
      words: .init(
        start: "Năm 2017", end: "Năm 2018", better: "Tốt hơn", worse: "Xấu hơn", label: "Phần",
        change: "Thay đổi", level: "Sau đó"))
  }

  static func ladder(_ count: Int) -> LadderChart {
    LadderChart(
      text: text("ladder"),
      rungs: (0..<count).map {
        .init(label: names[$0 % names.count], score: 70 - 2 * Double($0), isOwn: $0 == count / 2)
      },
      axis: axis(), formatGap: { $0 < 0 ? "−\(Int(-$0))" : "+\(Int($0))" },
      columns: .init(label: "Hạng", score: "Điểm", gap: "Cách"))
  }

  static func bars(_ values: [Double]) -> IntervalChart {
    IntervalChart(
      text: text("drivers"), as: .bars,
      rows: values.enumerated().map {
        .init(label: names[$0 % names.count], value: $1, interval: $1 - 2...$1 + 2)
      },
      axis: axis(), columns: columns)
  }

  static func fan(past: Int, future: Int, breaks: [Int] = [2017]) -> FanChart {
    FanChart(
      text: text("fan"),
      past: (0..<past).map { index in
        .init(
          year: 2015 + index, value: Double(10 + index * 7), interval: 3...Double(20 + index * 9))
      },
      future: (0..<future).map { .init(year: 2015 + past + $0, quantiles: [5, 20, 30, 40, 60]) },
      later: future > 0 ? [.init(year: 2015 + past, value: 25)] : [], breaks: breaks,
      target: future > 0 ? .init(year: 2015 + past + future - 1, value: 1, label: "Mục tiêu") : nil,
      axis: axis(1...63, isReversed: true),
      words: .init(
        year: "Năm", past: "Đã công bố", low: "Từ", high: "Đến", interval: "Khoảng 95%",
        later: "Công bố sau", periodBreak: "Không so sánh được",
        quantiles: ["5%", "25%", "Trung vị", "75%", "95%"], bands: ["90%", "50%"]))
  }

  static func map(_ values: [Double?]) -> TileMap {
    TileMap(
      text: text("map"),
      tiles: values.enumerated().map { index, value in
        .init(
          name: names[index % names.count], label: "ĐNo", column: index % 8, row: index / 8,
          value: value, isOwn: index == 2)
      },
      limits: [10, 20, 30, 40, 50, 60], isReversed: true, format: { "\(Int($0))" },
      words: .init(
        label: "Tỉnh", value: "Hạng", classes: ["1", "2", "3", "4", "5", "6", "7"],
        missing: "Không có số liệu"))
  }

  /// Every kind of chart, of so many figures.
  static func all(_ count: Int) -> [any Chart] {
    [
      intervals(count), profile(count), waterfall((0..<count).map { Double($0 * 5 - 8) }),
      ladder(count), bars((0..<count).map { Double($0 * 4 - 5) }), fan(past: count, future: count),
      map((0..<count).map { $0 == 1 ? nil : Double($0) }),
    ]
  }
}
