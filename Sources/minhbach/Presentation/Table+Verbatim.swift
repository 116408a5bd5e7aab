import Tables

extension Table {
  /// A table of results whose notes are not in the catalogue.
  init(title: String?, columns: [String], rows: [[Cell]], notes: [String]) {
    self.init(
      title: title, columns: columns, rows: rows, notes: notes.map(Phrase.init(verbatim:)))
  }
}
