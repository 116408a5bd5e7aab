import Indices
import Statistics
import Tables

extension IndexAnswer {
  /// What scores and index mean.
  var methodNotes: [String] { [scoring + " " + putting] }

  private var scoring: String {
    let among = time != nil && scaling == .pooled ? "units of all times" : "these units"
    func ends(_ range: ClosedRange<Double>) -> String {
      "\(Cell.number(range.lowerBound)) to \(Cell.number(range.upperBound))"
    }
    switch index.normalisation {
    case .none: return "Figures are put together as they are, less being better with a minus sign."
    case .minMax(let range):
      return "An indicator scores from \(ends(range)), the worst to the best of \(among)."
    case .zScore(let mean, let deviation):
      return "The mean of \(among) scores \(Cell.number(mean)), one standard deviation better "
        + "\(Cell.number(deviation)) more."
    case .goalposts(let range, _):
      return "An indicator scores from \(ends(range)) between its bounds."
    case .distanceToTarget(let range, _):
      return "An indicator scores from \(ends(range)), the worst of \(among) to its target."
    case .distanceToReference(let unit, let range):
      return "An indicator scores from \(ends(range)), the worst of \(among) to "
        + "\(unit ?? "the best")."
    case .rank: return "An indicator scores 1 for the worst, and as many as there are for the best."
    case .percentile(let range):
      return "An indicator scores from \(ends(range)) by the share of units that are worse."
    }
  }

  private var putting: String {
    let levels = Set(index.structure.aggregateLevels).sorted()
    let ways = Set(levels.map { index.aggregation(onLevel: $0) })
    if let way = ways.first, ways.count == 1 { return "Aggregates: \(Self.name(way))." }
    return "Aggregates: "
      + levels.map { "\(Self.name(index.aggregation(onLevel: $0))) on level \($0)" }
      .joined(separator: ", ") + "."
  }

  private static func name(_ aggregation: Aggregation) -> String {
    switch aggregation {
    case .arithmetic: "weighted means"
    case .geometric: "weighted geometric means"
    case .harmonic: "weighted harmonic means"
    case .median: "weighted medians"
    case .copeland: "units beaten less units beaten by"
    }
  }

  /// The settings that the answer rests on.
  func settings(_ method: MethodOptions) -> [(String, Cell)] {
    var settings: [(String, Cell)] = [
      ("command", .text("index")), ("normalisation", .text(method.normalisation.rawValue)),
    ]
    if let range = method.range ?? method.normalisation.defaultRange {
      settings.append(("range", .text(range.defaultValueDescription)))
    }
    settings += [
      ("aggregation", .text(method.aggregation.defaultValueDescription)),
      ("imputation", .text(method.imputation.rawValue)),
      ("treatment", .text(method.treatment.rawValue)), ("ties", .text(method.ties.rawValue)),
    ]
    if time != nil { settings.append(("scaling", .text(scaling.rawValue))) }
    return settings
  }
}
