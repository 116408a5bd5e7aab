import Reports
import Testing

@Suite struct TileMapTests {
  private func tiles(_ chart: TileMap) throws -> [[ParsedElement]] {
    try parsed(chart.figure.markup).all("svg").map { drawing in
      drawing.all("g").filter { $0.has("mark") }.compactMap { $0.all("rect").first }
    }
  }

  @Test func tilesDoNotLieOverEachOther() throws {
    for tiles in try tiles(SampleCharts.map((0..<63).map(Double.init))) {
      #expect(tiles.count == 63)
      let side = tiles[0].number("width")
      for (index, tile) in tiles.enumerated() {
        for other in tiles[..<index] {
          let apart = max(
            abs(tile.number("x") - other.number("x")), abs(tile.number("y") - other.number("y")))
          #expect(apart > side)
        }
      }
    }
  }

  /// A limit is the first figure of the class above; the first of ranks is the darkest.
  @Test func figuresHaveTheColourOfTheirClass() throws {
    for tiles in try tiles(SampleCharts.map([1, 9, 10, 35, 59.9, 60, nil])) {
      #expect(
        tiles.map { $0.attributes["class"] } == [
          "tile tile6", "tile tile6", "tile tile5", "tile tile3", "tile tile1", "tile tile0",
          "tile tile-none",
        ])
    }
  }

  @Test func onesOwnHasAnOutlineThatLiesOverItsNeighbours() throws {
    for drawing in try parsed(SampleCharts.map([1, 2, 3, 4]).figure.markup).all("svg") {
      let own = try #require(drawing.all("rect").last { $0.has("tile-own") })
      let tile = drawing.all("g").filter { $0.has("mark") }[2].all("rect")[0]
      #expect(own.attributes["x"] == tile.attributes["x"])
      #expect(drawing.children.last?.all.contains { $0.has("tile-own") } == true)
    }
  }

  @Test func fewClassesReachFromTheLightestToTheDarkest() throws {
    let chart = TileMap(
      text: SampleCharts.text("map"),
      tiles: [1.0, 5, 9].enumerated().map {
        .init(name: "a", label: "a", column: $0, row: 0, value: $1)
      },
      limits: [3, 7], format: { "\($0)" },
      words: .init(label: "a", value: "b", classes: ["1", "2", "3"], missing: "–"))
    for tiles in try tiles(chart) {
      #expect(
        tiles.map { $0.attributes["class"] } == ["tile tile0", "tile tile3", "tile tile6"])
    }
  }
}
