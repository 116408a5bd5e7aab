public import ArgumentParsing
public import Panels
import Tables

extension Remark.Severity: ExpressibleByArgument {}

/// Remarks, for programs and for people.
struct CheckDisplay {
  let shown: [Remark]
  /// The number of remarks that matter too little to be shown.
  let hidden: Int
  let data: LoadedData
  let words: Words

  func answer(settings: [(String, Cell)]) -> Answer {
    let notes = summary
    return data.answer(
      table: Table(
        title: "check",
        columns: ["severity", "year", "province", "indicator", "place", "message"],
        rows: shown.map { remark in
          [
            .text(remark.severity.rawValue), Cell(remark.year.map(Double.init)),
            name(of: remark.province), remark.indicator.map(Cell.text) ?? .empty,
            remark.place.isEmpty ? .empty : .text(remark.place), .text(remark.message),
          ]
        }, notes: notes),
      display: Table(
        title: words("check"), columns: words.columns("severity", "year", "indicator", "message"),
        rows: shown.map { remark in
          [
            .text(words(Phrase(code: remark.severity.rawValue))),
            Cell(remark.year.map(Double.init)),
            remark.indicator.map(Cell.text) ?? .empty, .text(remark.description),
          ]
        }, notes: notes),
      settings: settings)
  }

  private func name(of province: String?) -> Cell {
    guard let province else { return .empty }
    let found = data.gazetteer.provinces.first { $0.key == province }
    return .text(found?.nameVi ?? province)
  }

  private var summary: [Phrase] {
    let counts = Remark.Severity.allCases.compactMap { severity in
      severity.counted(shown.count { $0.severity == severity })
    }
    let found = counts.isEmpty ? Phrase("Nothing to remark.") : Phrase("\(counts).")
    return [
      hidden == 0
        ? found : .sentences([found, Phrase("\(hidden) of less weight: see --severity note.")])
    ]
  }
}

extension Remark.Severity {
  /// So many remarks of the severity; nil for none.
  func counted(_ count: Int) -> Phrase? {
    guard count > 0 else { return nil }
    return switch self {
    case .error: Phrase("\(counting: count, "error")")
    case .warning: Phrase("\(counting: count, "warning")")
    case .correction: Phrase("\(counting: count, "correction")")
    case .note: Phrase("\(counting: count, "note")")
    }
  }
}
