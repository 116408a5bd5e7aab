import Panels
import Reports
import Storage
import Tables

/// Figures that a file would replace, as shown to the one who is to agree.
struct ReplacementDisplay {
  /// The store they stand in.
  let store: String
  /// The figures and what would take their place.
  let replacements: [FileChanges.Replacement]
  /// The provinces, by whose names they are shown.
  let gazetteer: Gazetteer

  /// How many figures are shown one by one.
  static let limit = 36

  /// The question.
  var question: String { "Replace \(figures)?" }

  /// What is said where there is nobody to ask.
  var refusal: String {
    "\(figures) of \(store) would be replaced, and nothing was stored; "
      + "look at them, then add --replace to accept"
  }

  /// Stored and new values side by side, with every digit; what is no longer there first, then the largest
  /// changes in proportion.
  var text: String {
    let names = Dictionary(uniqueKeysWithValues: gazetteer.provinces.map { ($0.key, $0.nameVi) })
    let table = Table(
      title: nil, columns: ["year", "province", "indicator", "stored", "new", "source"],
      rows: bySize.prefix(Self.limit).map { replacement in
        let stored = replacement.stored
        return [
          Cell(stored.year), .text(names[stored.province] ?? stored.province),
          .text(stored.indicator), .number(stored.value),
          Cell(replacement.new?.value), .text(replacement.new?.source ?? "no longer there"),
        ]
      })
    let more = replacements.count - Self.limit
    return TextTable(table).text + (more > 0 ? "… and \(more) more\n" : "")
  }

  private var bySize: [FileChanges.Replacement] {
    replacements.enumerated().sorted { one, other in
      let sizes = (Self.size(of: one.element), Self.size(of: other.element))
      return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : one.offset < other.offset
    }.map(\.element)
  }

  private static func size(of replacement: FileChanges.Replacement) -> Double {
    guard let new = replacement.new?.value else { return .infinity }
    let stored = replacement.stored.value
    return abs(new - stored) / max(abs(new), abs(stored), .leastNormalMagnitude)
  }

  private var figures: String {
    replacements.count == 1 ? "1 figure" : "\(replacements.count) figures"
  }
}
