import Indices
import Panels
import Scenarios
import Statistics
import Tables

/// Where a province stands on a map whose provinces are all of one size.
struct MapTile {
  let province: Province
  /// Counted from the west, from zero.
  let column: Int
  /// Counted from the north, from zero.
  let row: Int
  let label: String
}

extension Datasets {
  /// The map of tiles.
  ///
  /// - Parameter gazetteer: the provinces.
  /// - Returns: a tile for each province that has one, in the order of the file.
  /// - Throws: what is wrong with the file.
  func tiles(gazetteer: Gazetteer) throws -> [MapTile] {
    try Records(table("tiles/data.csv"), required: ["province", "column", "row", "label"]).map {
      MapTile(
        province: try gazetteer.province(named: $0.text("province")),
        column: try $0.integer("column") - 1, row: try $0.integer("row") - 1,
        label: try $0.text("label"))
    }
  }
}
