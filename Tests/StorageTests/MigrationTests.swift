import Foundation
import Panels
import TestSupport
import Testing

@testable import Storage

/// A store as version 1 made it is read as it is, and brought up to date when something is saved.
@Suite struct MigrationTests {
  private let folder: TemporaryDirectory
  private let path: String

  /// The schema of version 1, as it was released.
  private static let version1 = """
    PRAGMA application_id = 0x6D6E6862;
    CREATE TABLE figures (
      year INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      province TEXT NOT NULL,
      value REAL NOT NULL,
      source TEXT NOT NULL,
      PRIMARY KEY (year, indicator, province)
    ) STRICT, WITHOUT ROWID;
    PRAGMA user_version = 1;
    """

  private static let sources = [
    "PCI.xlsx#Tính minh bạch!B2", "PCI.xlsx#Tính minh bạch!B3", "a#b!c!D4",
    "own.csv, line 2, column 4",
    "own.xlsx, sheet \"S\", cell B2", "", "a private note", "#!", "PCI.xlsx#Sheet!b2",
    "b.xlsx#a#B!C3",
  ]

  init() throws {
    folder = try TemporaryDirectory()
    path = folder.file("old.sqlite")
    let connection = try Connection(path: path, access: .writing)
    try connection.execute(Self.version1)
    for (place, source) in Self.sources.enumerated() {
      try connection.withStatement(
        "INSERT INTO figures VALUES (2017, 'cost' || ?, 'kontum', ? / 8.0, ?)"
      ) { statement in
        statement.bind(place, at: 1)
        statement.bind(place, at: 2)
        statement.bind(source, at: 3)
        try statement.run(on: connection)
      }
    }
  }

  private func expectOldFigures(in store: borrowing PanelStore) throws {
    let figures = try store.figures().filter { $0.year == 2017 }
    #expect(figures.map { Array($0.source.utf8) } == Self.sources.map { Array($0.utf8) })
    #expect(figures.map(\.value) == Self.sources.indices.map { Double($0) / 8 })
    #expect(
      try store.files().filter { $0.digest == nil }.map(\.name)
        == ["PCI.xlsx", "a", "b.xlsx", "own.csv", "own.xlsx", "unknown"])
    #expect(try store.supersededFigures().isEmpty)
    #expect(try store.remarks().isEmpty)
  }

  @Test(arguments: [false, true])
  func anOldStoreIsReadAndNotTouched(hasLog: Bool) throws {
    if hasLog { try Connection(path: path, access: .writing).execute("PRAGMA journal_mode = WAL") }
    let before = try Data(contentsOf: URL(filePath: path))
    try expectOldFigures(in: PanelStore(path: path))
    try expectOldFigures(in: PanelStore.ifAny(path: path))
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try folder.contents() == ["old.sqlite"])
  }

  @Test func anOldStoreIsBroughtUpToDateWhenWritten() throws {
    do {
      let store = try PanelStore(path: path, creating: true)
      try expectOldFigures(in: store)
      try store.save(MadeUp.file("a", name: "new.xlsx", MadeUp.entry(2018, [[1], [2]])))
    }
    #expect(try folder.contents() == ["old.sqlite"])
    let store = try PanelStore(path: path)
    try expectOldFigures(in: store)
    #expect(try store.figures().count == Self.sources.count + 2)
    #expect(try store.connection.integer("PRAGMA user_version") == 2)
    #expect(try store.connection.rows("PRAGMA integrity_check") { $0.text(0) } == ["ok"])
    #expect(try store.connection.rows("PRAGMA foreign_key_check") { $0.text(0) } == [])
    let cells = try store.connection.rows(
      "SELECT files.name, sheet, cell FROM figures JOIN files ON files.id = file_id "
        + "WHERE cell IS NOT NULL AND year = 2017 ORDER BY figures.indicator"
    ) { [$0.text(0), $0.text(1), $0.text(2)] }
    #expect(
      cells == [
        ["PCI.xlsx", "Tính minh bạch", "B2"], ["PCI.xlsx", "Tính minh bạch", "B3"],
        ["a", "b!c", "D4"], ["b.xlsx", "a#B", "C3"],
      ])
  }

  @Test func aFileOfAnOldStoreGetsItsDigestWhenItComesAgain() throws {
    func file(_ digit: Character, _ values: [Double]) throws -> IncomingFile {
      let figures = values.enumerated().map { place, value in
        Figure(
          province: "kontum", year: 2017, indicator: "cost\(place)", value: value,
          source: Self.sources[place])
      }
      return try MadeUp.file(
        digit, name: "PCI.xlsx",
        Reading(
          file: "PCI.xlsx", sheet: "", year: 2017, subindex: "entry", indicators: [],
          figures: figures, isWhole: false,
          remarks: [Remark(.note, place: "PCI.xlsx", "seen")]))
    }
    let whole = (0...8).map { Double($0) / 8 }
    let store = try PanelStore(path: path, creating: true)
    // Values of its own differ: this is another file of that name.
    try store.save(file("b", [0.5]))
    #expect(try store.files().contains(StoredFile(name: "PCI.xlsx", digest: nil)))
    let changes = try store.save(file("a", whole), puttingBack: true)
    #expect(changes.replaced.count == 1)
    #expect(try !store.files().contains(StoredFile(name: "PCI.xlsx", digest: nil)))
    #expect(
      try store.files().contains(StoredFile(name: "PCI.xlsx", digest: MadeUp.digest("a"))))
    #expect(try store.remarks().map(\.message) == ["seen"])
    #expect(try store.save(file("a", whole)).isEmpty)
  }
}
