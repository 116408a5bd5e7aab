/// The figures behind a chart, as they are written for people.
public struct ChartTable: Sendable, Hashable {
  /// The heads of the columns.
  public let columns: [String]
  /// The rows; the first cell names the row.
  public let rows: [[String]]

  /// Collects the cells.
  ///
  /// - Precondition: Every row has as many cells as there are columns.
  public init(columns: [String], rows: [[String]]) {
    precondition(!columns.isEmpty, "a table has a column that names its rows")
    for row in rows {
      precondition(
        row.count == columns.count, "a row has \(row.count) cells for \(columns.count) columns")
    }
    (self.columns, self.rows) = (columns, rows)
  }

  /// The table as an element.
  var element: Element {
    Element("table") {
      Element("thead") {
        Element("tr") {
          for column in columns { Element("th", ["scope": "col"]) { column } }
        }
      }
      Element("tbody") {
        for row in rows {
          Element("tr") {
            Element("th", ["scope": "row"]) { row[0] }
            for cell in row.dropFirst() { Element("td") { cell } }
          }
        }
      }
    }
  }
}
