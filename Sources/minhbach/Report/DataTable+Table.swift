import Reports
import Tables

extension DataTable {
  /// A table as people read it, on a page.
  ///
  /// - Parameters:
  ///   - id: what it is called within its page.
  ///   - caption: the line above it.
  ///   - table: the table, its figures in words.
  init(id: String, caption: String, _ table: Table) {
    let rows = table.rows.dropFirst().map { $0.map { $0.isEmpty ? "–" : $0.description } }
    self.init(
      id: id, caption: caption,
      columns: table.header.enumerated().map { place, name in
        Column(
          name.description,
          isNumeric: place > 0 && Self.isNumeric(rows.map { $0[place] }))
      }, rows: rows.map { Row($0.map { Cell($0) }) })
  }

  /// Whether a column is one of figures, among which a short word may stand, as "hold" among targets.
  private static func isNumeric(_ texts: [String]) -> Bool {
    texts.contains { $0.drop { "+-−(".contains($0) }.first?.isNumber == true }
      && texts.allSatisfy { $0.count <= longestFigure }
  }

  private static let longestFigure = 14
}
