import Indices
import Panels
import Tables

extension RankGap {
  /// The parts as people read them, the largest first.
  func display(_ names: Names) -> Table {
    let other =
      switch other {
      case .province(let province): names.province(province)
      case .median: "the median"
      }
    return Table(
      title: "\(names.province(province)) → \(other), \(rule.year): \(gap.headline)",
      columns: ["with the other's", names.province(province), other, "gap", "score", "places"],
      rows: gap.partsBySize.map { row($0, names) } + [
        [
          .text("All"), .empty, .empty, .empty, Decomposition.score(gap.score),
          Decomposition.places(Double(gap.places)),
        ]
      ],
      notes: notes() + [Decomposition.samplingNote])
  }

  private func row(_ part: Decomposition.Part, _ names: Names) -> [Cell] {
    var values: [Cell] = [.empty, .empty, .empty]
    if let code = part.cause.indicator, let both = part.values {
      values = [
        .text(names.value(both.from, of: code)), .text(names.value(both.to, of: code)),
        .text(names.change(both.to - both.from, of: code)),
      ]
    }
    return [.text(part.cause.title(names, rule: rule.year))] + values + [
      Decomposition.score(part.score), Decomposition.places(part.places),
    ]
  }
}
