import Indices
import Reports
import Scenarios
import Sensitivity
import Tables

extension Drivers {
  /// The ladders as people read them: the values at which so many places are gained or lost.
  func display(of ladders: [Ladder], _ names: Names) -> Table {
    let (gains, losses) = ([1, 2, 3, 5, 10, 20], [1, 3, 5])
    return Table(
      title: names.words(
        "\(heading(names)). Where each indicator alone gains and loses places"),
      columns: names.words.columns("indicator", "value") + gains.map { "+\($0)" }
        + names.words.columns("most") + losses.map { "−\($0)" },
      rows: ladders.map { ladder in
        let most = ladder.upward.map(\.places).max().flatMap { $0 > 0 ? $0 : nil }
        return [
          .text(names.indicator(ladder.input.name)),
          .text(names.value(ladder.input.value, of: ladder.input.name)),
        ] + gains.map { cell(ladder.gaining($0), ladder, names) }
          + [.text(most.map { "+\($0)" } ?? "–")]
          + losses.map { cell(ladder.losing($0), ladder, names) }
      }, notes: ladderNotes(of: ladders, naming: names.indicator))
  }

  /// The value of a rung, rounded away from where the province stands.
  private func cell(_ rung: Ladder.Rung?, _ ladder: Ladder, _ names: Names) -> Cell {
    guard let rung else { return .text("–") }
    return .text(
      names.value(
        rung.value, of: ladder.input.name, rounding: rung.value > ladder.input.value ? .up : .down))
  }
}
