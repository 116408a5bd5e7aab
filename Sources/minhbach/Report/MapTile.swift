import Indices
import MinhBachKit
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
  /// - Parameters:
  ///   - units: the provinces until 2024, or the units since.
  ///   - gazetteer: their names.
  /// - Returns: a tile for each province that has one, in the order of the file.
  /// - Throws: what is wrong with the file.
  func tiles(of units: ProvinceUnits, gazetteer: Gazetteer) throws -> [MapTile] {
    let file = units == .former ? "tiles/data.csv" : "tiles/units-34.csv"
    return try Records(table(file), required: ["province", "column", "row", "label"]).map {
      MapTile(
        province: try gazetteer.province(named: $0.text("province")),
        column: try $0.integer("column") - 1, row: try $0.integer("row") - 1,
        label: try $0.text("label"))
    }
  }
}
