extension TileMap {
  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    // Where there is room the classes stand in the north-west corner, below each other.
    let isBeside = layout == .wide
    let room = isBeside ? 150 : layout.width
    let below = legend.draw(in: &drawing, from: 0, width: room, isColumn: isBeside)
    let west = tiles.map(\.column).min() ?? 0
    let north = tiles.map(\.row).min() ?? 0
    let columns = Double((tiles.map(\.column).max() ?? 0) - west + 1)
    let rows = Double((tiles.map(\.row).max() ?? 0) - north + 1)
    let start = isBeside ? room + 16 : 0
    let side = min(isBeside ? 46 : 40, (layout.width - start) / columns)
    let left = max(start, (layout.width - side * columns) / 2)
    let top = isBeside ? 2 : below + 6
    for tile in tiles.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
      let square = Square(
        x: left + Double(tile.column - west) * side, y: top + Double(tile.row - north) * side,
        side: side)
      let value = tile.value.map(format) ?? words.missing
      drawing.mark("\(tile.name): \(value)", isEntry: tile.isOwn) { shapes(of: tile, square) }
    }
    // One's own outline lies over the tiles around it.
    for tile in tiles where tile.isOwn {
      let square = Square(
        x: left + Double(tile.column - west) * side, y: top + Double(tile.row - north) * side,
        side: side)
      drawing.add(square.box("tile-own"), square.box("tile-halo", inset: 4))
    }
    drawing.height = max(top + side * rows, below) + 4
    return drawing
  }

  private var legend: Legend {
    var entries = words.classes.indices.map { index in
      Legend.Entry.area("tile tile\(colour(of: index))", words.classes[index])
    }
    if tiles.contains(where: { $0.value == nil }) {
      entries.append(.area("tile tile-none", words.missing))
    }
    return Legend(entries: entries)
  }

  /// The colour of a class: few classes take colours from the whole range.
  private func colour(of index: Int) -> Int {
    let step = isReversed ? limits.count - index : index
    return limits.isEmpty ? 3 : step * (Palette.classes.count - 1) / limits.count
  }

  private func shapes(of tile: Tile, _ square: Square) -> [Element] {
    let colour = tile.value.map { self.colour(of: classIndex(of: $0)) }
    let ink = colour.map { $0 < Palette.classesForBlack ? "on-light" : "on-dark" }
    let lines = TextSize.lines(of: tile.label, within: square.side - 2)
    // Where there is room, the figure stands below the name.
    let figure = lines.count == 1 && square.side >= 38 ? tile.value.map(format) : nil
    let texts = lines + [figure].compactMap(\.self)
    let first = square.y + square.side / 2 - Double(texts.count - 1) * 7
    let labels = texts.enumerated().map { index, text in
      let styles = [ink, index == 0 && tile.isOwn ? "strong" : nil].compactMap(\.self)
      return Shape.text(
        text, square.x + square.side / 2, first + Double(index) * 14, anchor: "middle",
        styles.isEmpty ? nil : styles.joined(separator: " "))
    }
    let style = "tile " + (colour.map { "tile\($0)" } ?? "tile-none")
    return [square.box(style)] + labels + [square.box("touch")]
  }
}

/// Where a tile lies.
private struct Square {
  let x: Double
  let y: Double
  let side: Double

  /// The tile, so much smaller that it stands apart from its neighbours.
  func box(_ style: String, inset: Double = 1) -> Element {
    Shape.box(x + inset, y + inset, x + side - inset, y + side - inset, style, radius: 3)
  }
}
