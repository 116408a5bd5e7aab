import Tables

/// The language of an answer: its phrases and the form of its numbers.
struct Words: Sendable {
  /// The language.
  let language: Language
  /// What phrases are in it.
  let catalogue: Catalogue

  /// English, which needs no catalogue.
  static let english = Words(language: .en, catalogue: .english)

  /// A phrase in the language.
  func callAsFunction(_ template: Phrase.Template) -> String {
    catalogue.text(of: Phrase(template))
  }

  /// A phrase in the language.
  func callAsFunction(_ phrase: Phrase) -> String { catalogue.text(of: phrase) }

  /// The headings of a table, each said on its own.
  func columns(_ templates: Phrase.Template...) -> [String] {
    templates.map { catalogue.text(of: Phrase($0)) }
  }

  /// Numbers with a fixed count of decimals, as the language writes them.
  func decimals(_ count: Int) -> NumberFormat { .decimals(count).marked(catalogue.mark) }

  /// Shares as percentages, as the language writes them.
  func percentage(decimals: Int) -> NumberFormat {
    .percentage(decimals: decimals).marked(catalogue.mark)
  }

  /// Shares of random draws as percentages, as the language writes them.
  func chance(decimals: Int) -> NumberFormat { .chance(decimals: decimals).marked(catalogue.mark) }

  /// Numbers far from one, as the language writes them.
  var scientific: NumberFormat { .scientific.marked(catalogue.mark) }

  /// A confidence as a percentage, as the language writes it.
  func confidence(_ level: Double) -> String { self(Phrase("\(confidence: level)")) }

  /// A table for programs as it is shown to people: with all digits, as the language writes them.
  func shown(_ table: Table) -> Table {
    guard catalogue.mark != .point else { return table }
    return Table(
      title: table.title, columns: table.header.map(\.description),
      rows: table.rows.dropFirst().map { row in
        row.map { cell in
          guard case .number = cell else { return cell }
          return .text(cell.description.replacing(".", with: catalogue.mark.rawValue))
        }
      }, notes: table.notes)
  }

  /// The table as people read it: with its notes in the language.
  func translated(_ table: Table) -> Table { catalogue.translated(table) }
}

extension Phrase.Template.StringInterpolation {
  /// Adds a confidence as a percentage, with as many decimals as tell it from all others.
  mutating func appendInterpolation(confidence level: Double) {
    appendInterpolation(level, .percentage(decimals: NumberFormat.decimals(telling: level)))
  }
}

extension NumberFormat {
  /// How many decimals of a percentage tell a confidence from all others, nine at the most.
  fileprivate static func decimals(telling level: Double) -> Int {
    var (decimals, factor) = (0, 100.0)
    // A quotient of whole numbers is the number that was typed to the last bit.
    while decimals < 9, (level * factor).rounded() / factor != level {
      decimals += 1
      factor *= 10
    }
    return decimals
  }
}
