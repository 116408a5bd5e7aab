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
}
