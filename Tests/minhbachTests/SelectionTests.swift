import Foundation
import MinhBachKit
import Panels
import Tables
import TestSupport
import Testing

@testable import minhbach

/// Parts of the bundled figures, as `export` writes them.
@Suite struct SelectionTests {
  @Test func everySubIndexExportsTheBytesOfItsBundledTable() throws {
    let names = try Bundled.codebook().subindices
    #expect(names.count == 14 && names.contains("pci"))
    for name in names {
      let exported = try answer("export", "--subindex", name)
      let bundled = try String(contentsOfFile: Bundled.path("\(name)/data.csv"), encoding: .utf8)
      #expect(exported.utf8.elementsEqual(bundled.utf8), "\(name)")
    }
  }

  @Test func scoresAreThoseOfAllSubIndicesWithTotalAndRank() throws {
    let exported = try answer("export", "--subindex", "scores")
    let bundled = try String(contentsOfFile: Bundled.path("scores/data.csv"), encoding: .utf8)
    #expect(exported.utf8.elementsEqual(bundled.utf8))
  }

  /// Two folders stand for all, which take seconds to read.
  @Test func allIsEveryFigureOfEveryFolderOnceAndTheScoresThatNoFolderHas() throws {
    let folder = try TemporaryDirectory()
    var lines: [String: Set<Substring>] = [:]
    for name in ["pci", "information_technology", "scores"] {
      try FileManager.default.createDirectory(
        atPath: folder.file(name), withIntermediateDirectories: false)
      let text = try String(contentsOfFile: Bundled.path("\(name)/data.csv"), encoding: .utf8)
      try TextFile.write(text, to: folder.file("\(name)/data.csv"))
      lines[name] = Set(text.split(separator: "\n").dropFirst())
    }
    let all = try Datasets(folder: folder.path).panel(
      of: .all, gazetteer: Bundled.gazetteer(), codebook: Bundled.codebook())
    let scores = try #require(lines["scores"])
    #expect(lines["pci"]?.intersection(scores).isEmpty == false)
    #expect(all.figures.count == lines.values.reduce(Set()) { $0.union($1) }.count)
    #expect(all.years == [Int](2005...2024))
    #expect(all["daknong", "pci", 2019] != nil && all["daknong", "pci", 2021] != nil)
    #expect(all["daknong", "transparency", 2019] != nil)
  }

  @Test func aPartIsToldByItsName() {
    #expect(Selection(argument: "scores") == .scores)
    #expect(Selection(argument: "all") == .all)
    #expect(Selection(argument: "pci") == .subindex("pci"))
    #expect(Selection(argument: "") == nil)
    for selection in [Selection.scores, .all, .subindex("pci")] {
      #expect(Selection(argument: selection.defaultValueDescription) == selection)
    }
  }

  @Test func theWholeIndexOfOneYearHasATotalAndARankPerProvince() throws {
    let rows = try records("export", "--subindex", "pci", "--shape", "wide")
    let year = try rows.filter { try $0.integer("year") == 2019 }
    #expect(year.count == 63)
    let ranks = try year.map { try $0.number("pci_rank") }.sorted()
    #expect(ranks.first == 1 && ranks.last == 63)
    let first = try #require(try year.first { try $0.number("pci_rank") == 1 })
    #expect(try first.text("province") == "Quảng Ninh")
  }
}
