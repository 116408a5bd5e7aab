internal import Tables

/// A sheet as it is to be read, with what was put right in it.
struct CorrectedSheet {
  /// The sheet, corrected.
  let table: Table
  /// What was put right, and what is to be known, each with the cells it is about.
  let remarks: [(cells: CellRange, remark: Remark)]
  private let warned: Set<Place>
  private let corrected: Set<Place>

  /// Applies the corrections of a year to a sheet.
  init(_ table: Table, year: Int, corrections: [Correction]) {
    var rows = table.rows
    var remarks: [(cells: CellRange, remark: Remark)] = []
    var corrected: Set<Place> = []
    var warned: Set<Place> = []
    for correction in corrections
    where correction.isAbout(sheet: table.sheet ?? "", year: year) {
      let cells = correction.cells
      let place = Place(row: cells.rows.lowerBound, column: cells.columns.lowerBound)
      func remark(_ severity: Remark.Severity, _ message: String) -> Remark {
        let location = table.location(row: place.row, column: place.column)
        let sheet = "\(location.file), sheet \"\(location.sheet ?? "")\""
        return Remark(
          severity, year: year,
          place: cells.isOneCell ? "\(location)" : "\(sheet), cells \(cells)", message)
      }
      let found = table[place.row, place.column]
      let isFound = found.description.withSingleSpaces == correction.found
      guard let readAs = correction.readAs else {
        // A heading that has moved is not the one that was looked at.
        guard isFound || correction.found.isEmpty else { continue }
        remarks.append((cells, remark(.warning, correction.reason)))
        warned.insert(place)
        continue
      }
      guard isFound else {
        if correction.sheet != "*" {
          remarks.append(
            (
              cells,
              remark(
                .note,
                "holds \"\(found)\", not \"\(correction.found)\": the correction to \"\(readAs)\" "
                  + "was not needed")
            ))
        }
        continue
      }
      Self.put(readAs == Correction.missing ? "" : readAs, at: place, in: &rows)
      corrected.insert(place)
      remarks.append((cells, remark(.correction, correction.sentence(readAs: readAs))))
    }
    self.corrected = corrected
    self.table = corrected.isEmpty ? table : Table(file: table.file, sheet: table.sheet, rows: rows)
    self.remarks = remarks
    self.warned = warned
  }

  /// Whether what is read at a place is not what stands there.
  func isCorrected(row: Int, column: Int) -> Bool {
    corrected.contains(Place(row: row, column: column))
  }

  /// Whether the table of corrections warns of a place, so that nothing more need be said of it.
  func isWarned(row: Int, column: Int) -> Bool {
    warned.contains(Place(row: row, column: column))
  }

  private static func put(_ text: String, at place: Place, in rows: inout [[Cell]]) {
    while rows.count < place.row { rows.append([]) }
    while rows[place.row - 1].count < place.column { rows[place.row - 1].append(.empty) }
    rows[place.row - 1][place.column - 1] =
      text.isEmpty ? .empty : Double(decimal: text).map(Cell.number) ?? .text(text)
  }

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }
}
