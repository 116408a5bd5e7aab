import Indices
import Scenarios
import Sensitivity
import Tables

extension Drivers {
  /// The most pairs that are shown to people.
  private static let mostPairs = 20

  /// The pairs as people read them: the first of those that gain more together than alone.
  func display(of pairs: [InputPair], _ names: Names) -> Table {
    let more = pairs.filter { $0.extra > 0 }
    let left = more.count - Self.mostPairs
    return Table(
      title: names.words(
        "\(heading(names)). Pairs that gain more together, by a good year each"),
      columns: names.words.columns(
        "first", "second", "change", "change", "alone", "alone", "together", "extra"),
      rows: more.prefix(Self.mostPairs).map { pair in
        let codes = (index.inputs[pair.first].name, index.inputs[pair.second].name)
        return [
          .text(names.indicator(codes.0)), .text(names.indicator(codes.1)),
          .text(names.change(goodChange(of: pair.first), of: codes.0)),
          .text(names.change(goodChange(of: pair.second), of: codes.1)),
          .text(.signed(pair.firstPlaces)), .text(.signed(pair.secondPlaces)),
          .text(.signed(pair.placesTogether)), .text(.signed(pair.extra)),
        ]
      },
      notes: pairNotes(of: pairs, naming: names.indicator)
        + (left > 0
          ? [Phrase("\(left) more are left out here; --format csv lists all pairs.")] : []))
  }
}
