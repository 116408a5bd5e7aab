import Foundation
import Panels
import Storage
import Tables
import TestSupport
import Testing

@Suite struct SavingTests {
  private let folder: TemporaryDirectory
  private let path: String

  init() throws {
    folder = try TemporaryDirectory()
    path = folder.file("figures.sqlite")
  }

  private func open() throws -> PanelStore { try PanelStore(path: path, creating: true) }

  private func bytes() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  @Test func savingAFileAgainLeavesTheStoreByteForByte() throws {
    let files = [
      try MadeUp.file("a", MadeUp.transparency(2017, [[5, 0.5], [6, nil]])),
      try MadeUp.file("b", name: "own.csv", MadeUp.own(2017, "cost", [("kontum", 3)])),
    ]
    for file in files { try open().save(file) }
    let before = try bytes()
    for file in files { #expect(try open().save(file).isEmpty) }
    #expect(try open().save(files[0], puttingBack: true).isEmpty)
    #expect(try bytes() == before)
    #expect(try folder.contents() == ["figures.sqlite"])
  }

  @Test func aCopyUnderAnotherNameIsTheSameFile() throws {
    let readings = try ["a.xlsx", "b.xlsx"].map {
      try MadeUp.reading("entry", 2017, headings: ["cost"], [[1], [2]], file: $0, sheet: "S")
    }
    let other = try MadeUp.reading(
      "entry", 2018, headings: ["cost"], [[1], [2]], file: "b.xlsx", sheet: "S")
    try open().save(MadeUp.file("a", name: "a.xlsx", readings[0]))
    #expect(try open().save(MadeUp.file("a", name: "b.xlsx", readings[1])).isEmpty)
    // Read as another year, it brings figures; the store knows it by its first name.
    try open().save(MadeUp.file("a", name: "b.xlsx", other))
    #expect(try open().files().map(\.name) == ["a.xlsx"])
    #expect(
      try open().figures().map(\.source)
        == ["a.xlsx#S!B2", "a.xlsx#S!B3", "b.xlsx#S!B2", "b.xlsx#S!B3"])
  }

  @Test func aRevisedSheetReplacesWhatDiffersAndKeepsItBeside() throws {
    let first = try MadeUp.transparency(2017, [[5.5, 0.1], [6.5, nil]])
    let second = try MadeUp.transparency(2017, [[5.5, nil], [8.5, 0.2]])
    let kept = try MadeUp.file(
      "c", name: "kept.xlsx", MadeUp.transparency(2016, [[5, 0.5], [6, 0.6]]),
      MadeUp.entry(2017, [[3], [4]]))
    let store = try open()
    try store.save(kept)
    try store.save(MadeUp.file("a", name: "PCI.xlsx", first))
    let revised = try MadeUp.file("b", name: "PCI.xlsx", second)

    let changes = try store.changes(by: revised, codebook: MadeUp.codebook())
    #expect(changes.added == second.figures.filter { $0.indicator == "use" })
    #expect(changes.agreeing == 1)
    #expect(
      changes.replaced.map { "\($0.stored.indicator) \($0.stored.value) \($0.new?.value ?? -1)" }
        == ["score 6.5 8.5", "use 0.1 -1.0"])
    #expect(try store.save(revised) == changes)

    #expect(
      try store.values() == [
        "2016 score daknong 5.0", "2016 score kontum 6.0", "2016 use daknong 0.5",
        "2016 use kontum 0.6", "2017 cost daknong 3.0", "2017 cost kontum 4.0",
        "2017 score daknong 5.5", "2017 score kontum 8.5", "2017 use kontum 0.2",
      ])
    let files = try ["a", "b"].map { StoredFile(name: "PCI.xlsx", digest: try MadeUp.digest($0)) }
    #expect(
      try store.supersededFigures()
        == changes.replaced.map {
          SupersededFigure(revision: 1, figure: $0.stored, file: files[0], replacement: files[1])
        })
    #expect(try store.save(revised).isEmpty)
  }

  @Test func everyReplacementHasTheNextRevision() throws {
    let store = try open()
    for (digit, value) in zip("0123", [1.0, 2, 3, 4]) {
      let reading = try MadeUp.own(2017, "cost", [("kontum", value), ("daknong", value)])
      try store.save(MadeUp.file(digit, name: "own.csv", reading))
    }
    #expect(
      try store.supersededFigures().map {
        "\($0.revision) \($0.figure.province) \($0.figure.value)"
      }
        == [
          "1 daknong 1.0", "1 kontum 1.0", "2 daknong 2.0", "2 kontum 2.0", "3 daknong 3.0",
          "3 kontum 3.0",
        ])
  }

  @Test func theSameValueFromAnotherFileKeepsTheOlderSource() throws {
    let store = try open()
    let reading = try MadeUp.reading(
      "entry", 2017, headings: ["cost"], [[1], [2]], file: "old.xlsx", sheet: "S")
    try store.save(MadeUp.file("a", name: "old.xlsx", reading))
    let before = try store.figures()
    let copy = try MadeUp.reading(
      "entry", 2017, headings: ["cost"], [[1], [2]], file: "new.xlsx", sheet: "S")
    let changes = try store.save(MadeUp.file("b", name: "new.xlsx", copy))
    #expect(changes.agreeing == 2)
    #expect(changes.replaced.isEmpty && changes.added.isEmpty)
    #expect(try store.figures() == before)
    #expect(try store.files().map(\.name) == ["new.xlsx", "old.xlsx"])
    #expect(try store.save(MadeUp.file("b", name: "new.xlsx", copy)).isEmpty)
  }

  @Test func singleFiguresReplaceOnlyThemselves() throws {
    let store = try open()
    try store.save(MadeUp.file("a", MadeUp.transparency(2017, [[5, 0.5], [6, 0.6]])))
    let own = try MadeUp.own(2017, "use", [("kontum", 0.7)])
    #expect(try store.save(MadeUp.file("b", name: "own.csv", own)).replaced.count == 1)
    #expect(
      try store.values() == [
        "2017 score daknong 5.0", "2017 score kontum 6.0", "2017 use daknong 0.5",
        "2017 use kontum 0.7",
      ])
  }

  @Test func savingAFileAgainDoesNotUndoACorrection() throws {
    let store = try open()
    let workbook = try MadeUp.file("a", MadeUp.transparency(2017, [[5, 0.5], [6, nil]]))
    let own = try MadeUp.file(
      "b", name: "own.csv", MadeUp.own(2017, "use", [("daknong", 0.7), ("kontum", 0.8)]))
    try store.save(workbook)
    try store.save(own)
    let corrected = try store.values()

    let again = try store.save(workbook)
    #expect(again.isEmpty)
    #expect(again.settled == 2)
    #expect(try store.values() == corrected)

    // Asked for, the file's own figures come back, and the correction is kept beside.
    #expect(try store.save(workbook, puttingBack: true).replaced.count == 2)
    #expect(
      try store.values() == [
        "2017 score daknong 5.0", "2017 score kontum 6.0", "2017 use daknong 0.5",
      ])
    #expect(try store.supersededFigures().map(\.figure.value) == [0.5, 0.7, 0.8])
    // Now it is the correction that has been replaced since.
    #expect(try store.save(own).settled == 2)
  }

  @Test func aFileReadDifferentlyIsNoSettledMatter() throws {
    let store = try open()
    try store.save(MadeUp.file("a", MadeUp.transparency(2017, [[5, 0.5], [6, 0.6]])))
    let read = try MadeUp.file("a", MadeUp.transparency(2017, [[5, 0.05], [6, 0.06]]))
    let changes = try store.changes(by: read, codebook: MadeUp.codebook())
    #expect(changes.isKnown)
    #expect(changes.replaced.count == 2)
    #expect(!changes.isEmpty)
  }

  @Test func whatWasNotAgreedToIsNotDone() throws {
    let store = try open()
    try store.save(MadeUp.file("a", MadeUp.entry(2017, [[1], [2]])))
    let file = try MadeUp.file("b", MadeUp.entry(2017, [[1], [3]]))
    let agreed = try store.changes(by: file, codebook: MadeUp.codebook())
    // Meanwhile another program corrects the other figure.
    let own = try MadeUp.own(2017, "cost", [("daknong", 7)])
    try open().save(MadeUp.file("c", name: "own.csv", own))
    let before = try store.values()
    #expect(
      message { try store.save(file, codebook: MadeUp.codebook(), agreed: agreed) }
        == "\(path): another program changed the store meanwhile; "
        + "run again to see what would change")
    #expect(try store.values() == before)
    #expect(try store.files().count == 2)
  }
}
