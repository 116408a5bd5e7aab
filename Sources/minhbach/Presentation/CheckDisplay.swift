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
        title: "check", columns: ["severity", "year", "indicator", "message"],
        rows: shown.map { remark in
          [
            .text(remark.severity.rawValue), Cell(remark.year.map(Double.init)),
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

  private var summary: [String] {
    let counts = Remark.Severity.allCases.compactMap { severity -> String? in
      let count = shown.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let found = counts.isEmpty ? "Nothing to remark." : counts.joined(separator: ", ") + "."
    return [hidden == 0 ? found : found + " \(hidden) of less weight: see --severity note."]
  }
}
