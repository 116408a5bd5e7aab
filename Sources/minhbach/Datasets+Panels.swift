import FoundationEssentials
import MinhBachKit
import Panels
import Tables

extension Datasets {
  /// The bundled figures of a part of the index.
  ///
  /// Each sub-index has a folder of its own; scores of later years, which were published without
  /// indicators, stand with those of all sub-indices in `scores/`.
  func panel(
    of selection: Selection, years: ClosedRange<Int>? = nil, gazetteer: Gazetteer,
    codebook: Codebook
  ) throws -> Panel {
    let reader = TidyReader(
      gazetteer: gazetteer, codebook: codebook, assumptions: .init(only: years))
    switch selection {
    case .subindex(let name):
      return try reader.panel(of: table("\(name)/data.csv"))
    case .scores:
      return try reader.panel(of: table("scores/data.csv"))
    case .all, .several:
      let folders = codebook.subindices.filter { name in
        if case .several(let names) = selection, !names.contains(name) { return false }
        return FileManager.default.fileExists(atPath: "\(folder)/\(name)/data.csv")
      }
      var figures = try folders.flatMap { name in
        try reader.panel(of: table("\(name)/data.csv")).figures
      }
      let known = Set(figures.map(Key.init))
      figures += try reader.panel(of: table("scores/data.csv")).figures.filter {
        !known.contains(Key($0))
      }
      return try Panel(figures, gazetteer: gazetteer, codebook: codebook)
    }
  }

  private struct Key: Hashable {
    let province: String
    let indicator: String
    let year: Int

    init(_ figure: Figure) {
      province = figure.province
      indicator = figure.indicator
      year = figure.year
    }
  }
}
