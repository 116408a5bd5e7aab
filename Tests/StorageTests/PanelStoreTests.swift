import Foundation
import Panels
import Storage
import TestSupport
import Testing

@Suite struct PanelStoreTests {
  @Test func figuresComeBackAsTheyWentIn() throws {
    let folder = try TemporaryDirectory()
    let readings = [
      try MadeUp.transparency(2018, [[5.94, 0.1 + 0.2], [6.33, nil]]),
      try MadeUp.transparency(2017, [[1, 0], [10, .leastNonzeroMagnitude]]),
      try MadeUp.entry(2018, [[1.7976931348623157e308], [0]]),
    ]
    do {
      let store = try PanelStore(path: folder.file("figures.sqlite"), creating: true)
      #expect(try store.figures().isEmpty)
      #expect(try store.save(readings, codebook: MadeUp.codebook()) == 0)
    }
    let figures = try PanelStore(path: folder.file("figures.sqlite")).figures()
    #expect(Set(figures) == Set(readings.flatMap(\.figures)))
    #expect(figures.count == 9)
    #expect(
      figures.map { "\($0.year) \($0.indicator) \($0.province)" } == [
        "2017 score daknong", "2017 score kontum", "2017 use daknong", "2017 use kontum",
        "2018 cost daknong", "2018 cost kontum", "2018 score daknong", "2018 score kontum",
        "2018 use daknong",
      ])
  }

  @Test func nothingSavedIsNothingKept() throws {
    let folder = try TemporaryDirectory()
    let store = try PanelStore(path: folder.file("figures.sqlite"), creating: true)
    #expect(try store.save([], codebook: MadeUp.codebook()) == 0)
    #expect(try store.figures().isEmpty)
  }

  @Test func vietnameseTextComesBackByteForByte() throws {
    let folder = try TemporaryDirectory()
    let store = try PanelStore(path: folder.file("Đắk Nông.sqlite"), creating: true)
    // The name of a sheet goes into the source; neither normal form may turn into the other.
    let names = [
      "Tính minh bạch".precomposedStringWithCanonicalMapping,
      "Tính minh bạch".decomposedStringWithCanonicalMapping, "Điểm số 'tốt' \"nhất\"; DROP TABLE",
      "a\u{0}b", "🇻🇳",
    ]
    for (year, name) in zip(2001..., names) {
      let reading = try MadeUp.reading(
        "entry", year, headings: ["cost"], [[1], [2]], sheet: name)
      try store.save([reading], codebook: MadeUp.codebook())
    }
    let sources = try store.figures().filter { $0.province == "daknong" }.map(\.source)
    #expect(sources.map { Array($0.utf8) } == names.map { Array("PCI.xlsx#\($0)!B2".utf8) })
    #expect(try folder.contents() == ["Đắk Nông.sqlite"])
  }

  @Test func savingAYearAgainReplacesItAndTellsHowManyFigures() throws {
    let folder = try TemporaryDirectory()
    let codebook = try MadeUp.codebook()
    let store = try PanelStore(path: folder.file("figures.sqlite"), creating: true)
    let kept = [
      try MadeUp.transparency(2016, [[5, 0.5], [6, 0.6]]), try MadeUp.entry(2017, [[3], [4]]),
    ]
    let first = try MadeUp.transparency(2017, [[5.5, 0.1], [6.5, nil]])
    let second = try MadeUp.transparency(2017, [[7.5, nil], [8.5, nil]])
    #expect(try store.save(kept + [first], codebook: codebook) == 0)
    #expect(try store.save([second], codebook: codebook) == 3)
    #expect(try Set(store.figures()) == Set((kept + [second]).flatMap(\.figures)))
    #expect(try store.save([second], codebook: codebook) == 2)
    #expect(try Set(store.figures()) == Set((kept + [second]).flatMap(\.figures)))
  }

  @Test func anErrorInTheMiddleLeavesTheStoreAsItWas() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("figures.sqlite")
    let store = try PanelStore(path: path, creating: true)
    let old = try MadeUp.transparency(2017, [[5.5, 0.1], [6.5, 0.2]])
    try store.save([old], codebook: MadeUp.codebook())
    let before = try store.figures()

    // A codebook without the indicators clears no room for them, so that the last reading gives
    // figures that are there already, after others have been put in.
    let new = try MadeUp.entry(2018, [[1], [2]])
    let again = try MadeUp.transparency(2017, [[9, 0.9], [9, 0.9]])
    #expect(
      message { try store.save([new, again], codebook: Codebook([])) }
        == "\(path): UNIQUE constraint failed: figures.year, figures.indicator, figures.province")
    #expect(try store.figures() == before)
    #expect(try PanelStore(path: path).figures() == before)

    // The store goes on working.
    #expect(try store.save([new, again], codebook: MadeUp.codebook()) == 4)
    #expect(try Set(store.figures()) == Set(new.figures + again.figures))
  }

  @Test func twoReadingsOfOneYearInOneSaveAreTheCallersMistake() async {
    await #expect(processExitsWith: .failure) {
      let folder = try TemporaryDirectory()
      let store = try PanelStore(path: folder.file("figures.sqlite"), creating: true)
      let reading = try MadeUp.entry(2018, [[1], [2]])
      try store.save([reading, reading], codebook: MadeUp.codebook())
    }
  }

  @Test func twoConnectionsSeeTheSameFigures() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("figures.sqlite")
    let one = try PanelStore(path: path, creating: true)
    let other = try PanelStore(path: path)
    try one.save([MadeUp.entry(2018, [[1], [2]])], codebook: MadeUp.codebook())
    #expect(try other.figures() == one.figures())
    #expect(try other.figures().count == 2)
  }
}
