extension FanChart {
  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    let top = legend.draw(in: &drawing, from: 0, width: layout.width)
    let years = past.map(\.year) + future.map(\.year) + (target.map { [$0.year] } ?? [])
    let plot = TimePlot(
      years: (years.min() ?? 0)...(years.max() ?? 0), figures: figures, axis: axis, in: layout,
      top: top, height: layout == .wide ? 300 : 250)
    plot.draw(in: &drawing, breaks: breaks)
    drawBands(in: &drawing, plot)
    if let target {
      let (x, y) = (plot.x(target.year), plot.y(target.value))
      drawing.add(Shape.line(plot.left, y, x, y, "target-line"))
    }
    drawPast(in: &drawing, plot)
    drawFuture(in: &drawing, plot)
    drawLater(in: &drawing, plot)
    if let target {
      drawing.mark("\(target.label): \(axis.format(target.value)) (\(target.year))") {
        let (x, y) = (plot.x(target.year), plot.y(target.value))
        Shape.box(x - 11, y - 11, x + 11, y + 11, "touch")
        Shape.point(.diamond, x, y, "target", size: 5)
      }
    }
    drawing.height = plot.end
    return drawing
  }

  private var figures: [Double] {
    past.flatMap {
      [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self)
    }
      + future.flatMap(\.quantiles) + later.map(\.value) + (target.map { [$0.value] } ?? [])
  }

  private var hasBreaks: Bool {
    let years = past.map(\.year) + future.map(\.year)
    guard let first = years.first, let last = years.last else { return false }
    return breaks.contains { $0 > first && $0 <= last }
  }

  private var legend: Legend {
    var entries: [Legend.Entry] = []
    if !past.isEmpty { entries.append(.point(.diamond, "own", words.past)) }
    if past.contains(where: { $0.interval != nil }) {
      entries.append(
        Legend.Entry(label: words.interval) { x, y in whisker(at: x, from: y - 7, to: y + 7) })
    }
    if !later.isEmpty { entries.append(.point(.circle, "other", words.later)) }
    if !future.isEmpty {
      entries.append(.line("median", words.quantiles[words.quantiles.count / 2]))
      entries += words.bands.indices.map { index in
        // Bands lie over each other, and so do their swatches.
        Legend.Entry(label: words.bands[index]) { x, y in
          (0...index).map { _ in Shape.box(x - 9, y - 6, x + 9, y + 6, "band") }
        }
      }
    }
    if let target { entries.append(.point(.diamond, "target", target.label)) }
    if hasBreaks {
      entries.append(
        Legend.Entry(label: words.periodBreak) { [Shape.line($0, $1 - 7, $0, $1 + 7, "break")] })
    }
    return Legend(entries: entries)
  }

  /// The last past year, where the future goes on from it under the same rule.
  private var origin: Past? {
    guard let last = past.last, let next = future.first else { return nil }
    return breaks.contains { $0 > last.year && $0 <= next.year } ? nil : last
  }

  private func drawBands(in drawing: inout Drawing, _ plot: TimePlot) {
    let count = words.quantiles.count
    for band in 0..<(future.isEmpty ? 0 : count / 2) {
      let start = origin.map { [(plot.x($0.year), plot.y($0.value))] } ?? []
      let low = start + future.map { (plot.x($0.year), plot.y($0.quantiles[band])) }
      let high =
        start + future.map { (plot.x($0.year), plot.y($0.quantiles[count - 1 - band])) }
      drawing.add(Shape.polygon(low + high.reversed(), "band"))
      drawing.add(Shape.path(low, "band-edge"), Shape.path(high, "band-edge"))
    }
    if count > 0, !future.isEmpty {
      let middle = future.map { (plot.x($0.year), plot.y($0.quantiles[count / 2])) }
      let start = origin.map { [(plot.x($0.year), plot.y($0.value))] } ?? []
      drawing.add(Shape.path(start + middle, "median"))
    }
  }

  private func whisker(at x: Double, from low: Double, to high: Double) -> [Element] {
    [
      Shape.line(x, low, x, high, "other-line"), Shape.line(x - 3, low, x + 3, low, "other-line"),
      Shape.line(x - 3, high, x + 3, high, "other-line"),
    ]
  }

  private func drawLater(in drawing: inout Drawing, _ plot: TimePlot) {
    for year in later {
      let (x, y) = (plot.x(year.year), plot.y(year.value))
      drawing.mark("\(year.year), \(words.later): \(axis.format(year.value))") {
        Shape.box(x - 9, y - 9, x + 9, y + 9, "touch")
        Shape.point(.circle, x, y, "other", size: 4)
      }
    }
  }

  private func drawPast(in drawing: inout Drawing, _ plot: TimePlot) {
    for year in past {
      guard let interval = year.interval else { continue }
      let x = plot.x(year.year)
      let (low, high) = (plot.y(interval.lowerBound), plot.y(interval.upperBound))
      drawing.add(whisker(at: x, from: low, to: high))
    }
    drawing.add(plot.lines(past.map { ($0.year, $0.value) }, breaks: breaks, "own-line"))
    for year in past {
      let figure = IntervalColumns.text(year.value, year.interval, format: axis.format)
      let (x, y) = (plot.x(year.year), plot.y(year.value))
      drawing.mark(
        "\(year.year): \(figure)", isEntry: year == past.last
      ) {
        Shape.box(x - 9, plot.top, x + 9, plot.bottom, "touch")
        Shape.point(.diamond, x, y, "own", size: 4)
      }
    }
    if let last = past.last {
      // Left of the point, on the side the line does not come from: right of it are the futures.
      let y = plot.y(last.value)
      let comesFromAbove = past.count > 1 && plot.y(past[past.count - 2].value) < y
      drawing.add(
        Shape.text(
          axis.format(last.value), plot.x(last.year) - 7, comesFromAbove ? y + 9 : y - 9,
          anchor: "end", "strong halo"))
    }
  }

  private func drawFuture(in drawing: inout Drawing, _ plot: TimePlot) {
    for year in future {
      let figures = zip(words.quantiles, year.quantiles).map { "\($0) \(axis.format($1))" }
      let (x, middle) = (plot.x(year.year), plot.y(year.quantiles[year.quantiles.count / 2]))
      drawing.mark("\(year.year): \(figures.joined(separator: " · "))") {
        Shape.box(x - 9, plot.top, x + 9, plot.bottom, "touch")
        Shape.point(.circle, x, middle, "text-fill", size: 3)
      }
    }
  }
}
