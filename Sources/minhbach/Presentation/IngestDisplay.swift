import Panels
import Storage
import Tables

/// What became of the files that were read, for programs and for people.
struct IngestDisplay {
  /// The store they went into.
  let store: String
  /// The files.
  let files: [IncomingFile]
  /// What each of them changed.
  let changes: [FileChanges]
  /// What the rules say of the figures.
  let doubts: [String]

  /// The answer of the command.
  var answer: Answer {
    let readings = files.flatMap(\.readings)
    let notes = notes
    let table = Table(
      title: "ingest", columns: ["file", "sheet", "year", "indicator", "cells", "problems"],
      rows: readings.flatMap { reading in
        reading.indicators.map { indicator in
          [
            .text(reading.file), .text(reading.sheet), Cell(reading.year), .text(indicator.code),
            Cell(reading.cells(of: indicator)), Cell(reading.problems(of: indicator)),
          ]
        }
      }, notes: notes)
    let display = Table(
      title: "ingest", columns: ["file", "sheet", "year", "indicators", "cells", "problems"],
      rows: readings.map { reading in
        [
          .text(reading.file), .text(reading.sheet), Cell(reading.year),
          Cell(reading.indicators.count), Cell(reading.figures.count), Cell(reading.remarks.count),
        ]
      }, notes: notes)
    return Answer(
      table: table, display: display,
      settings: [("command", .text("ingest")), ("store", .text(store))])
  }

  private var notes: [String] {
    // Figures that may be those of another year come first.
    doubts + total + zip(files, changes).flatMap(notes) + remarks
  }

  /// What was noticed while reading: each remark where they are few, else how many there are.
  private var remarks: [String] {
    let remarks = files.flatMap(\.readings).flatMap(\.remarks)
    guard remarks.count > Self.mostRemarks else { return remarks.map(\.description) }
    let counts = Remark.Severity.allCases.compactMap { severity -> String? in
      let count = remarks.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return [
      "Noticed while reading: \(counts.joined(separator: ", ")); "
        + "'minhbach check --store \(store)' lists them, each with its reason."
    ]
  }

  private static let mostRemarks = 10

  /// What was stored of all files, unless it was nothing.
  private var total: [String] {
    guard changes.contains(where: { !$0.isEmpty }) else { return [] }
    let replaced = changes.flatMap(\.replaced)
    let inPlace = replaced.count { $0.new != nil }
    let removed = replaced.count - inPlace
    let stored = changes.reduce(inPlace) { $0 + $1.added.count }
    return [
      "\(Self.figures(stored)) put into \(store), \(inPlace) in place of earlier ones."
        + (removed > 0 ? " \(Self.figures(removed)) taken out: a file no longer has them." : "")
    ]
  }

  /// What became of one file.
  private func notes(on file: IncomingFile, _ changes: FileChanges) -> [String] {
    var notes: [String] = []
    if changes.isEmpty { notes.append("\(file.name) is already in \(store): nothing to do.") }
    if changes.agreeing > 0 {
      notes.append(
        "\(file.name): \(Self.figures(changes.agreeing)) in \(store) before with the same value; "
          + "the earlier source is kept.")
    }
    if changes.settled > 0 {
      notes.append(
        "\(file.name): \(Self.figures(changes.settled)) replaced by other files since, and left so; "
          + "--replace puts the file's own back.")
    }
    return notes
  }

  private static func figures(_ count: Int) -> String {
    count == 1 ? "1 figure was" : "\(count) figures were"
  }
}
