import ArgumentParsing
import MinhBachKit
import Panels
import Plans
import Regression
import Reports
import Scenarios
import Statistics
import Tables

extension Reading {
  private static let shape = FieldShape(
    texts: ["a", "b_1", "list.a", "list.inner.a"], lists: ["list", "list.inner"])
  private static let inner = Fields(texts: ["a": "<3>"])
  private static let fields = Fields(
    texts: ["a": "<1>", "b_1": ""],
    lists: ["list": [Fields(texts: ["a": "<2>"], lists: ["inner": [inner, inner]])]])

  /// Reads a template and fills it in.
  static func template(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    expectError {
      let template = try Template(text, name: "fuzz.html", shape: shape)
      let document = template.filled(with: fields)
      // What fields hold is never markup.
      for markup in ["<1>", "<2>", "<3>"] where !text.contains(markup) {
        demand(document.components(of: markup) == 0, "a field became markup")
      }
    }
  }

  /// Reads terms of a regression; written out, each is read as itself.
  static func terms(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    expectError {
      for term in try Term.list(parsing: text) {
        do {
          let again = try Term(parsing: "\(term)")
          demand(again == term, "\(term) is read as \(again)")
        } catch {
          fatalError("\(term) cannot be read: \(error)")
        }
      }
    }
  }

  /// Reads a text as each of the short things that a cell or a word may be.
  static func names(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    if let goal = Goal(text) { demand(Goal(goal.text) == goal, goal.text) }
    if let period = CalendarDate.period(text) {
      demand(CalendarDate("\(period.lowerBound)") == period.lowerBound)
    }
    if let number = Double(text), number.isFinite { _ = CalendarDate.period(Cell.number(number)) }
    if let range = CellRange(text) { demand(range.rows.lowerBound > 0) }
    _ = Phrase(verbatim: text)
    let bundled = Bundled.shared
    _ = bundled.gazetteer.match(text)
    expectError { _ = try bundled.gazetteer.province(named: text) }
    _ = bundled.codebook.indicator(named: text, year: Bundled.year)
    expectError { _ = try bundled.codebook.indicator(text) }
    expectError { _ = try WorkbookReader.year(ofFile: text) }
    _ = ColumnMeaning(text)
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int {
    indices.count { self[$0...].hasPrefix(text) }
  }
}
