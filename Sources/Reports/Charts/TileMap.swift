/// Units as tiles of equal size, about where they lie: large and small ones count alike, and each can be
/// read.
public struct TileMap: DrawnChart {
  /// A unit.
  public struct Tile: Sendable, Hashable {
    /// What it is called in full.
    public let name: String
    /// What stands in the tile: some four letters.
    public let label: String
    /// Its column, from the west.
    public let column: Int
    /// Its row, from the north.
    public let row: Int
    /// The figure it is coloured by; none where it is not known.
    public let value: Double?
    /// Whether it is marked.
    public let isOwn: Bool

    /// Describes a unit.
    ///
    /// - Precondition: Column and row are not negative, and the figure is finite.
    public init(
      name: String, label: String, column: Int, row: Int, value: Double?, isOwn: Bool = false
    ) {
      precondition(column >= 0 && row >= 0, "the tile of \(name) lies on the map")
      precondition(value?.isFinite != false, "the figure of \(name) is not finite")
      self.name = name
      self.label = label
      self.column = column
      self.row = row
      self.value = value
      self.isOwn = isOwn
    }
  }

  /// The words of the chart.
  public struct Words: Sendable, Hashable {
    /// The head of the units in the table.
    public let label: String
    /// The head of the figures in the table.
    public let value: String
    /// What each class is called, from the lowest figures.
    public let classes: [String]
    /// What units without a figure are called.
    public let missing: String

    /// Collects the words.
    public init(label: String, value: String, classes: [String], missing: String) {
      self.label = label
      self.value = value
      self.classes = classes
      self.missing = missing
    }
  }

  public let text: ChartText
  /// The units.
  public let tiles: [Tile]
  /// Where classes end: a figure is in the first class whose end it does not reach.
  public let limits: [Double]
  /// Whether the lowest figures have the darkest colour, as the first of ranks.
  public let isReversed: Bool
  /// Writes a figure for people.
  public let format: @Sendable (Double) -> String
  /// The words of the chart.
  public let words: Words

  /// Describes the chart.
  ///
  /// - Parameters:
  ///   - text: its words.
  ///   - tiles: the units.
  ///   - limits: where classes end, six at most, in rising order.
  ///   - isReversed: whether the lowest figures have the darkest colour.
  ///   - format: writes a figure for people.
  ///   - words: the words of the chart, a name for each class among them.
  /// - Precondition: No two tiles lie in the same place.
  public init(
    text: ChartText, tiles: [Tile], limits: [Double], isReversed: Bool = false,
    format: @escaping @Sendable (Double) -> String, words: Words
  ) {
    precondition(
      limits.count < Palette.classes.count && limits.allSatisfy(\.isFinite)
        && zip(limits, limits.dropFirst()).allSatisfy { $0 < $1 },
      "a map has seven classes at most, whose limits rise")
    precondition(words.classes.count == limits.count + 1, "each class has a name")
    precondition(
      Set(tiles.map { [$0.column, $0.row] }).count == tiles.count, "two tiles lie in one place")
    self.text = text
    self.tiles = tiles
    self.limits = limits
    self.isReversed = isReversed
    self.format = format
    self.words = words
  }

  public var isEmpty: Bool { tiles.isEmpty }

  public var table: ChartTable {
    ChartTable(
      columns: [words.label, words.value],
      rows: tiles.map { [$0.name, $0.value.map(format) ?? "–"] })
  }

  /// The class of a figure, from 0.
  func classIndex(of value: Double) -> Int {
    limits.firstIndex { value < $0 } ?? limits.count
  }

  /// The colour of a class: few classes take colours from the whole range.
  private func colour(of index: Int) -> Int {
    let step = isReversed ? limits.count - index : index
    return limits.isEmpty ? 3 : step * (Palette.classes.count - 1) / limits.count
  }

  func drawing(in layout: Layout) -> Drawing {
    var drawing = Drawing()
    var entries = words.classes.indices.map { index in
      Legend.Entry.area("tile tile\(colour(of: index))", words.classes[index])
    }
    if tiles.contains(where: { $0.value == nil }) {
      entries.append(.area("tile tile-none", words.missing))
    }
    // Where there is room the classes stand in the north-west corner, below each other.
    let room = layout == .wide ? 150.0 : layout.width
    let below = Legend(entries: entries).draw(
      in: &drawing, from: 0, width: room, isColumn: layout == .wide)
    let top = layout == .wide ? 2 : below + 6
    let west = tiles.map(\.column).min() ?? 0
    let north = tiles.map(\.row).min() ?? 0
    let columns = (tiles.map(\.column).max() ?? 0) - west + 1
    let side = min(
      layout == .wide ? 46 : 40,
      (layout == .wide ? layout.width - room - 16 : layout.width) / Double(columns))
    let left =
      layout == .wide
      ? min(
        max(room + 16, (layout.width - side * Double(columns)) / 2),
        layout.width - side * Double(columns))
      : (layout.width - side * Double(columns)) / 2
    let placed = tiles.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    // One's own lies over the others, so that its outline is whole.
    for tile in placed.filter({ !$0.isOwn }) + placed.filter(\.isOwn) {
      let x = left + Double(tile.column - west) * side
      let y = top + Double(tile.row - north) * side
      drawing.mark("\(tile.name): \(tile.value.map(format) ?? words.missing)", isEntry: tile.isOwn)
      {
        shapes(of: tile, x, y, side)
      }
    }
    let end = top + side * Double((tiles.map(\.row).max() ?? 0) - north + 1)
    drawing.height = max(end, below) + 4
    return drawing
  }

  private func shapes(of tile: Tile, _ x: Double, _ y: Double, _ side: Double) -> [Element] {
    let colour = tile.value.map { self.colour(of: classIndex(of: $0)) }
    let ink = colour.map { $0 < Palette.classesForBlack ? "on-light" : "on-dark" }
    let middle = x + side / 2
    let lines = TextSize.lines(of: tile.label, within: side - 2)
    // Where there is room, the figure stands below the name.
    let figure = lines.count == 1 && side >= 38 ? tile.value.map(format) : nil
    let texts = lines + [figure].compactMap(\.self)
    let first = y + side / 2 - Double(texts.count - 1) * 7
    var shapes = [
      Shape.box(
        x + 1, y + 1, x + side - 1, y + side - 1,
        "tile " + (colour.map { "tile\($0)" } ?? "tile-none"), radius: 3)
    ]
    if tile.isOwn {
      shapes.append(Shape.box(x + 1, y + 1, x + side - 1, y + side - 1, "tile-own", radius: 3))
      shapes.append(Shape.box(x + 4, y + 4, x + side - 4, y + side - 4, "tile-halo", radius: 2))
    }
    shapes += texts.enumerated().map { index, text in
      let style = [ink, index == 0 && tile.isOwn ? "strong" : nil].compactMap(\.self)
      return Shape.text(
        text, middle, first + Double(index) * 14, anchor: "middle",
        style.isEmpty ? nil : style.joined(separator: " "))
    }
    shapes.append(Shape.box(x + 1, y + 1, x + side - 1, y + side - 1, "touch", radius: 3))
    return shapes
  }
}
