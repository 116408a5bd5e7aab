extension DataTable {
  /// The box that searches, if there is one, and the table.
  var elements: [Element] {
    let table = Element(
      "div",
      [
        "class": "scroll table", "tabindex": 0, "role": "region",
        "aria-labelledby": id + "-caption",
      ]
    ) {
      Element("table", ["id": id, "class": isSortable ? "sortable" : nil]) {
        Element("caption", ["id": id + "-caption"]) { caption }
        Element("thead") { Element("tr") { columns.map(head) } }
        Element("tbody") { rows.map(line) }
      }
    }
    return [search.map(box), table].compactMap(\.self)
  }

  private func head(_ column: Column) -> Element {
    Element("th", ["scope": "col", "class": column.isNumeric ? "number" : nil]) {
      if isSortable {
        Element("button", ["type": "button"]) { column.label }
      } else {
        column.label
      }
    }
  }

  private func line(_ row: Row) -> Element {
    Element("tr", ["class": row.isOwn ? "own" : nil]) {
      for (index, cell) in row.cells.enumerated() {
        if index == 0 {
          Element("th", ["scope": "row"]) { Self.content(cell) }
        } else {
          Element(
            "td",
            [
              "class": columns[index].isNumeric ? "number" : nil,
              "data-order": isSortable ? Self.order(cell) : nil,
            ]
          ) { Self.content(cell) }
        }
      }
    }
  }

  /// The shortest digits that read back exactly; empty where the figure is missing.
  private static func order(_ cell: Cell) -> String? {
    cell.isMissing ? "" : cell.order.map { "\($0)" }
  }

  private static func content(_ cell: Cell) -> [Element.Content] {
    guard let address = cell.address else { return [.text(cell.text)] }
    return [.element(Element("a", ["href": address]) { cell.text })]
  }

  private func box(_ search: Search) -> Element {
    let all = "\(rows.count)"
    return Element("div", ["class": "search", "role": "search"]) {
      Element("label", ["for": id + "-search"]) { search.label }
      Element(
        "input",
        [
          "type": "search", "id": id + "-search", "data-table": id, "autocomplete": "off",
          "aria-describedby": id + "-count",
        ])
      Element(
        "span",
        ["id": id + "-count", "class": "quiet", "role": "status", "data-pattern": search.count]
      ) {
        search.count.replacing("{shown}", with: all).replacing("{all}", with: all)
      }
    }
  }
}
