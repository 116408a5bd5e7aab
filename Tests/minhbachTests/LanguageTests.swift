import ArgumentParsing
import Foundation
import Indices
import MinhBachKit
import Panels
import Sensitivity
import Tables
import TestSupport
import Testing

@testable import minhbach

@Suite struct LanguageTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  private static func scanned(_ name: (String) -> Bool) throws -> [(name: String, text: String)] {
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    return try (files?.compactMap { $0 as? URL } ?? []).filter {
      $0.pathExtension == "swift" && name($0.deletingPathExtension().lastPathComponent)
    }.sorted { $0.path < $1.path }.map {
      ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
    }
  }

  private static func keysOfSources() throws -> Set<String> {
    try scanned { $0 != "Phrase" }.reduce(into: []) { keys, file in
      keys.formUnion(PhraseScanner(file.text).keys)
    }
  }

  /// The codes that are looked up.
  private static func codes() throws -> Set<String> {
    let subindices = try Bundled.codebook().indicators.filter {
      $0.kind == .subindex || $0.kind == .total
    }
    .map { $0.kind == .total ? $0.code : $0.subindex }
    let severities = Remark.Severity.allCases.map(\.rawValue)
    let certainties = Calibration.Certainty.allCases.filter { $0 != .none }.map(\.rawValue)
    let counts =
      RespondentCount.Source.allCases.map(\.rawValue)
      + SurveySizes.Qualifier.allCases.filter { $0 != .exact }.map(\.rawValue)
    return Set(
      subindices + severities + certainties + counts + TestFunction.all.map(\.source)
        + ["scores", "province", "top", "middle", "bottom"])
  }

  private static func catalogue() throws -> Catalogue {
    try Datasets.find().words(.vi).catalogue
  }

  @Test func everyPhraseOfTheSourcesIsInTheCatalogue() throws {
    let known = Set(try Self.catalogue().keys)
    let said = try Self.keysOfSources().union(Self.codes())
    // Places alone, such as "{1} ± {2}", have nothing to be translated.
    let inWords = said.filter { key in
      key.split(separator: "{").contains { part in
        (part.split(separator: "}").last ?? "").contains(where: \.isLetter)
      }
    }
    let missing = inWords.subtracting(known).sorted()
    #expect(missing.isEmpty, "datasets/language/vi.csv lacks: \(missing.joined(separator: "\n"))")
  }

  @Test func theCatalogueHoldsNothingThatNobodySays() throws {
    let said = try Self.keysOfSources().union(Self.codes())
    let unsaid = try Self.catalogue().keys.filter { !said.contains($0) }
    #expect(unsaid.isEmpty, "nobody says: \(unsaid.joined(separator: "\n"))")
  }

  @Test func theCatalogueIsSortedByKeyAndSaysNothingTwice() throws {
    let table = try Datasets.find().table("language/vi.csv")
    let keys = try Records(table, required: ["key", "text"]).map { try $0.text("key") }
    #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func onlyTheFunctionsThatAreScannedTakeATemplate() throws {
    // Where else a template were named, a literal could become one unseen.
    let files = try Self.scanned { $0 != "Phrase+Template" }.filter {
      // Templates of papers are another thing.
      $0.text.contains("Phrase.Template") || $0.text.contains("_ template: Template")
    }.map(\.name)
    #expect(files == ["Phrase.swift", "Words.swift"])
  }

  @Test func theScannerReadsLiteralsAsTheCompilerDoes() {
    let source = #"""
      // Phrase("not this")
      func words(_ text: String) {}
      let a = Phrase("one \(x, .decimals(2)) two \(flag ? Phrase("three") : other("four"))")
      let b = names.words.columns("five", "six")
      let c = words(
        """
        seven \
        eight "nine"
        """)
      let d = other("ten", [Phrase("eleven \(counting: n, "place")")], "twelve")
      let e = Phrase("\(counting: n, "entry", "entries")")
      let f = [Phrase(verbatim: "thirteen"), Phrase(code: "fourteen")]
      """#
    #expect(
      PhraseScanner(source).keys == [
        "one {1} two {2}", "three", "five", "six", "seven eight \"nine\"", "eleven {1}",
        "{1} place|{1} places", "{1}", "{1} entry|{1} entries",
      ])
  }

  @Test(arguments: [
    ["score", "--year", "2019"], ["profile", "daknong", "--year", "2017"],
    ["explain", "daknong", "--from", "2015", "--to", "2016"],
    ["sensitivity", "daknong", "--year", "2017", "--method", "local"],
    ["ranks", "--year", "2019", "--draws", "1000"], ["reconcile", "--year", "2019"],
    ["calibrate", "--year", "2019"], ["sampling"],
    ["history", "daknong"],
    ["target", "daknong", "--year", "2017", "--rank", "40", "--by", "2020", "--draws", "200"],
    ["target", "daknong", "--year", "2017", "--top", "1", "--by", "2018", "--draws", "200"],
    ["plan", "daknong", "--year", "2017", "--rank", "40", "--by", "2020", "--draws", "200"],
    ["robustness", "--year", "2019", "--draws", "200"],
    ["robustness", "daknong", "--year", "2017", "--draws", "200", "--weight-range", "12.5"],
    ["robustness", "--year", "2019", "--choices", "--draws", "200"],
    ["sensitivity", "--function", "ishigami", "--draws", "1024", "--second-order"],
    ["sensitivity", "--function", "sobol-g-star", "--draws", "1024"],
    [
      "select", "--response", "pci", "--regressors", "transparency,entry_costs", "--years",
      "2013-2016",
    ],
    [
      "select", "--response", "pci", "--regressors", "transparency,entry_costs", "--years",
      "2013-2016",
      "--show", "path",
    ],
    [
      "components", "--columns", "planning_documents,legal_documents,website_score", "--years",
      "2016", "--draws", "200",
    ],
    [
      "components", "--columns", "planning_documents,legal_documents,website_score", "--years",
      "2016", "--draws", "200", "--show", "scores",
    ],
    [
      "regress", "--response", "transparency", "--regressors", "lag(transparency)", "--model",
      "rank-rank", "--years", "2013-2016",
    ],
    [
      "regress", "--response", "rank(transparency)", "--regressors", "website_use", "--effects",
      "province,year", "--years", "2013-2016", "--show", "tests",
    ],
    [
      "regress", "--response", "pci", "--regressors", "transparency,entry_costs", "--years",
      "2013-2016", "--errors", "cluster:year", "--bootstrap", "wild", "--draws", "100",
    ],
    ["simulate", "--province", "travinh", "--gain", "20", "--through", "2020", "--draws", "200"],
  ])
  func anAnswerInVietnameseHasNoEnglishSentenceAndNoDecimalPoint(arguments: [String]) throws {
    let text = try answer(arguments + ["--lang", "vi"])
    #expect(text.contains(#/\d,\d/#))
    // The identifiers of papers are not numbers.
    #expect(!text.replacing(#/doi:\S+/#, with: "").contains(#/\d\.\d/#))
    let english = [" the ", " of ", " and ", " is ", " are "]
    #expect(english.filter { text.contains($0) } == [])
  }

  @Test func figuresForProgramsAreTheSameInEveryLanguage() throws {
    let base = ["score", "--year", "2019", "--format", "csv"]
    #expect(try answer(base + ["--lang", "vi"]) == answer(base))
    let notes = MinhBach.outcome(arguments: base + ["--lang", "vi"]).standardError
    #expect(notes.isEmpty || notes.hasPrefix("Ghi chú: "))
  }

  @Test func notesOfJSONAreInTheLanguage() throws {
    let json = try answer(
      "profile", "daknong", "--year", "2017", "--format", "json", "--lang", "vi")
    #expect(json.contains("Mất điểm nhiều nhất ở"))
  }
}
