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
  let doubts: [Phrase]
  let words: Words

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
      title: words("ingest"),
      columns: words.columns("file", "sheet", "year", "indicators", "cells", "problems"),
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

  private var notes: [Phrase] {
    // Figures that may be those of another year come first.
    doubts + total + zip(files, changes).flatMap(notes) + remarks
  }

  /// What was noticed while reading: each remark where they are few, else how many there are.
  private var remarks: [Phrase] {
    let remarks = files.flatMap(\.readings).flatMap(\.remarks)
    guard remarks.count > Self.mostRemarks else {
      return remarks.map { Phrase(verbatim: $0.description) }
    }
    let counts = Remark.Severity.allCases.compactMap { severity in
      severity.counted(remarks.count { $0.severity == severity })
    }
    return [
      Phrase(
        """
        Noticed while reading: \(counts); 'minhbach check --store \(store)' lists them, each with \
        its reason.
        """)
    ]
  }

  private static let mostRemarks = 10

  /// What was stored of all files, unless it was nothing.
  private var total: [Phrase] {
    guard changes.contains(where: { !$0.isEmpty }) else { return [] }
    let replaced = changes.flatMap(\.replaced)
    let inPlace = replaced.count { $0.new != nil }
    let removed = replaced.count - inPlace
    let stored = changes.reduce(inPlace) { $0 + $1.added.count }
    let put = Phrase(
      "\(Self.figures(stored)) put into \(store), \(inPlace) in place of earlier ones.")
    return [
      removed > 0
        ? .sentences([
          put, Phrase("\(Self.figures(removed)) taken out: a file no longer has them."),
        ]) : put
    ]
  }

  /// What became of one file.
  private func notes(on file: IncomingFile, _ changes: FileChanges) -> [Phrase] {
    var notes: [Phrase] = []
    if changes.isEmpty {
      notes.append(Phrase("\(file.name) is already in \(store): nothing to do."))
    }
    if changes.agreeing > 0 {
      notes.append(
        Phrase(
          """
          \(file.name): \(Self.figures(changes.agreeing)) in \(store) before with the same value; \
          the earlier source is kept.
          """))
    }
    if changes.settled > 0 {
      notes.append(
        Phrase(
          """
          \(file.name): \(Self.figures(changes.settled)) replaced by other files since, and left \
          so; --replace puts the file's own back.
          """))
    }
    return notes
  }

  private static func figures(_ count: Int) -> Phrase {
    count == 1 ? Phrase("1 figure was") : Phrase("\(count) figures were")
  }
}
