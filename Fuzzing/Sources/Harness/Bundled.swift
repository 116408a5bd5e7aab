import Indices
import Panels
import Tables

/// The bundled tables that an input is read beside: `datasets` of the folder that `make fuzz` runs in.
struct Bundled {
  static let year = 2017

  /// Read once.
  static let shared: Bundled = {
    do {
      return try Bundled()
    } catch {
      fatalError("\(error)")
    }
  }()

  let gazetteer: Gazetteer
  let codebook: Codebook
  let panel: Panel
  let rule: ScoringRule

  private init() throws {
    let gazetteer = try Gazetteer(reading: Self.table("provinces.csv"))
    let codebook = try Codebook(reading: Self.table("codebook.csv"))
    let reader = TidyReader(
      gazetteer: gazetteer, codebook: codebook, assumptions: .init(only: Self.year...Self.year))
    self.gazetteer = gazetteer
    self.codebook = codebook
    panel = try reader.panel(of: Self.table("transparency/data.csv"))
    rule = try ScoringRule(
      year: Self.year, subindex: "transparency",
      reading: Self.table("transparency/rules/\(Self.year).csv"))
  }

  static func table(_ name: String) throws -> Table {
    try CSVReader().table(contentsOf: "datasets/" + name)
  }
}
