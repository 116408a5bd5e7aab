internal import Tables

extension Correction {
  /// What the entry says of the workbooks of its year, without having read them.
  ///
  /// - Parameter layouts: tell which sub-index a sheet belongs to.
  /// - Returns: the remark, and the sub-index it is about where its sheet belongs to one.
  public func remark(layouts: [WorkbookLayout]) -> (remark: Remark, subindex: String?) {
    let subindex = layouts.first { $0.years.contains(year) && $0.sheets.contains(sheet) }?.subindex
    let place = "PCI \(year), " + (sheet == "*" ? "several sheets" : "sheet \"\(sheet)\"")
    let cell = "\(place), \(cells.isOneCell ? "cell" : "cells") \(cells)"
    guard let readAs else {
      return (Remark(.warning, year: year, place: cell, reason), subindex)
    }
    return (Remark(.correction, year: year, place: cell, sentence(readAs: readAs)), subindex)
  }

  /// What is read instead of what stands there, and why.
  func sentence(readAs: String) -> String {
    "\"\(found)\" is read as "
      + (readAs == Self.missing ? "missing" : "\"\(readAs)\"") + ": \(reason)"
  }
}

extension CellRange: CustomStringConvertible {
  public var description: String {
    func corner(_ row: Int, _ column: Int) -> String { "\(Location.columnName(column))\(row)" }
    let first = corner(rows.lowerBound, columns.lowerBound)
    return isOneCell ? first : first + ":" + corner(rows.upperBound, columns.upperBound)
  }
}
