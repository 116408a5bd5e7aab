/// A workbook in one of the formats that can be read.
protocol WorkbookFormat: Sendable {
  /// The worksheets in the workbook's order.
  var sheets: [Workbook.Sheet] { get }

  /// Returns the rows of the worksheet at a place in `sheets`, up to the last one with a value.
  func rows(ofSheet index: Int) throws(TableError) -> [[Cell]]
}
