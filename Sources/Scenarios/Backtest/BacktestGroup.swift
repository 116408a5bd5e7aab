/// Which improvements are counted.
enum BacktestGroup: Equatable {
  /// All.
  case all
  /// Those of indicators with a past of their own.
  case own
  /// Those of indicators whose past was borrowed.
  case borrowed
  /// Of `own`: those of provinces in the lower, middle and upper third of the indicator.
  case low, middle, high
  /// Those of one indicator.
  case indicator(String)

  /// What it is called in tables for programs.
  var name: String {
    switch self {
    case .all: "all"
    case .own: "own"
    case .borrowed: "borrowed"
    case .low: "low"
    case .middle: "middle"
    case .high: "high"
    case .indicator(let code): code
    }
  }

  /// Whether the improvement of an indicator belongs to it.
  func contains(_ place: Int, of one: BacktestCase) -> Bool {
    let isOwn = one.answer.goodAnywhere[place] != nil
    let position = one.answer.position[place]
    return switch self {
    case .all: true
    case .own: isOwn
    case .borrowed: !isOwn
    case .low: isOwn && position < 1.0 / 3
    case .middle: isOwn && (1.0 / 3...2.0 / 3).contains(position)
    case .high: isOwn && position > 2.0 / 3
    case .indicator(let code): one.indicators[place] == code
    }
  }
}
