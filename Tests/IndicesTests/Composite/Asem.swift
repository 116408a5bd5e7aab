import Indices
import Tables
import TestSupport
import Testing

/// The example of COINr: 51 countries, 49 indicators, four levels.
///
/// See Reference/asem/README.md.
enum Asem {
  static func structure() throws -> IndexStructure {
    try IndexStructure(reading: table("iMeta.csv"))
  }

  static func figures(of structure: IndexStructure) throws -> IndicatorTable {
    let panel = try IndicatorPanel(
      reading: table("iData.csv"), columns: structure.columns,
      layout: .init(group: "EurAsia_group"))
    return try #require(panel.tables.first)
  }

  /// The index with the settings of COINr's example.
  static func index() throws -> CompositeIndex {
    CompositeIndex(
      structure: try structure(), imputation: .groupMean, treatment: .winsorise,
      normalisation: .minMax(to: 0...100))
  }

  static func table(_ name: String, file: String = #filePath) throws -> Table {
    // The reference files stand in the folder of the whole target.
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    return try CSVReader().table(
      contentsOf: folder.joined(separator: "/") + "/Reference/asem/" + name)
  }
}
