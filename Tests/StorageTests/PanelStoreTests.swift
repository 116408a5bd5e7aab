import Foundation
import Panels
import Storage
import Tables
import TestSupport
import Testing

@Suite struct PanelStoreTests {
  @Test func figuresComeBackAsTheyWentIn() throws {
    let folder = try TemporaryDirectory()
    let file = try MadeUp.file(
      "a", MadeUp.transparency(2018, [[5.94, 0.1 + 0.2], [6.33, nil]]),
      MadeUp.transparency(2017, [[1, 0], [10, .leastNonzeroMagnitude]]),
      MadeUp.entry(2018, [[1.7976931348623157e308], [0]]))
    do {
      let store = try PanelStore(path: folder.file("figures.sqlite"), creating: true)
      #expect(try store.figures().isEmpty)
      let changes = try store.save(file)
      #expect(changes.added.count == 9)
      #expect(changes.replaced.isEmpty)
    }
    let figures = try PanelStore(path: folder.file("figures.sqlite")).figures()
    #expect(Set(figures) == Set(file.readings.flatMap(\.figures)))
    #expect(figures.count == 9)
    #expect(
      figures.map { "\($0.year) \($0.indicator) \($0.province)" } == [
        "2017 score daknong", "2017 score kontum", "2017 use daknong", "2017 use kontum",
        "2018 cost daknong", "2018 cost kontum", "2018 score daknong", "2018 score kontum",
        "2018 use daknong",
      ])
  }

  @Test func aFileWithoutFiguresIsKnownAllTheSame() throws {
    let folder = try TemporaryDirectory()
    let store = try PanelStore(path: folder.file("figures.sqlite"), creating: true)
    #expect(try !store.save(MadeUp.file("a")).isEmpty)
    #expect(try store.save(MadeUp.file("a")).isEmpty)
    #expect(try store.figures().isEmpty)
    #expect(try store.files() == [StoredFile(name: "PCI.xlsx", digest: MadeUp.digest("a"))])
  }

  @Test func vietnameseTextComesBackByteForByte() throws {
    let folder = try TemporaryDirectory()
    // The names of a file and its sheet go into the source; neither normal form may turn into the
    // other, and none may be taken for what parts them.
    let names = [
      "Tính minh bạch".precomposedStringWithCanonicalMapping,
      "Tính minh bạch".decomposedStringWithCanonicalMapping, "Điểm số 'tốt' \"nhất\"; DROP TABLE",
      "a\u{0}b", "🇻🇳", "a!B2", "#", "!", "A#B!C3!",
    ]
    do {
      let store = try PanelStore(path: folder.file("Đắk Nông.sqlite"), creating: true)
      for (digit, (year, name)) in zip("0123456789", zip(2001..., names)) {
        let reading = try MadeUp.reading(
          "entry", year, headings: ["cost"], [[1], [2]], file: name, sheet: name)
        try store.save(MadeUp.file(digit, name: name, reading))
      }
      let sources = try store.figures().filter { $0.province == "daknong" }.map(\.source)
      #expect(sources.map { Array($0.utf8) } == names.map { Array("\($0)#\($0)!B2".utf8) })
      #expect(
        try Set(store.files().map { Array($0.name.utf8) }) == Set(names.map { Array($0.utf8) }))
    }
    #expect(try folder.contents() == ["Đắk Nông.sqlite"])
  }

  /// A table may tell where it has its figures from, as exported ones do.
  @Test(arguments: [
    "PCI_2017.xlsx#Transparency!C4", "data.csv, line 2, column 4", "", "#!", "PCI.xlsx#Sheet!c4",
    "PCI.xlsx#Sheet!C", "PCI.xlsx#C4", "PCI.xlsx", "pci.xlsx#Sheet!C4",
  ])
  func aSourceInWordsIsKeptAsItIs(source: String) throws {
    let folder = try TemporaryDirectory()
    let store = try PanelStore(path: folder.file("figures.sqlite"), creating: true)
    let reading = Reading(
      file: "PCI.xlsx", sheet: "", year: 2017, subindex: "entry", indicators: [],
      figures: [
        Figure(province: "kontum", year: 2017, indicator: "cost", value: 1, source: source)
      ], isWhole: false)
    try store.save(MadeUp.file("a", reading))
    #expect(try store.figures().map { Array($0.source.utf8) } == [Array(source.utf8)])
  }

  @Test func theOrderOfTheFilesDoesNotShowInTheFigures() throws {
    let folder = try TemporaryDirectory()
    let files = [
      try MadeUp.file("a", name: "a.xlsx", MadeUp.transparency(2017, [[1, 0], [10, 0.5]])),
      try MadeUp.file("b", name: "b.xlsx", MadeUp.transparency(2016, [[2, 0], [9, nil]])),
      try MadeUp.file("c", name: "c.xlsx", MadeUp.entry(2017, [[2], [9]])),
    ]
    let orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]]
    let figures = try orders.enumerated().map { place, order in
      let store = try PanelStore(path: folder.file("\(place).sqlite"), creating: true)
      for index in order { try store.save(files[index]) }
      return try store.figures()
    }
    #expect(figures[0].count == 9)
    #expect(figures[0] == figures[1])
    #expect(figures[0] == figures[2])
  }

  @Test func twoReadingsOfOneYearInOneFileAreTheCallersMistake() async {
    await #expect(processExitsWith: .failure) {
      let reading = try MadeUp.entry(2018, [[1], [2]])
      _ = try MadeUp.file("a", reading, reading)
    }
  }

  @Test func filesAreListedByNameWithTheirDigests() throws {
    let folder = try TemporaryDirectory()
    let store = try PanelStore(path: folder.file("figures.sqlite"), creating: true)
    try store.save(MadeUp.file("b", name: "b.xlsx", MadeUp.entry(2017, [[1], [2]])))
    try store.save(MadeUp.file("c", name: "a.xlsx", MadeUp.entry(2018, [[1], [2]])))
    try store.save(MadeUp.file("a", name: "b.xlsx", MadeUp.entry(2016, [[1], [2]])))
    #expect(
      try store.files() == [
        StoredFile(name: "a.xlsx", digest: MadeUp.digest("c")),
        StoredFile(name: "b.xlsx", digest: MadeUp.digest("a")),
        StoredFile(name: "b.xlsx", digest: MadeUp.digest("b")),
      ])
  }
}
