import Indices
import Statistics
import Tables

extension IndexAnswer {
  /// What scores and index mean.
  var methodNote: Phrase { .sentences([scoring, putting]) }

  private var scoring: Phrase {
    let among =
      time != nil && scaling == .pooled ? Phrase("units of all times") : Phrase("these units")
    switch index.normalisation {
    case .none:
      return Phrase("Figures are put together as they are, less being better with a minus sign.")
    case .minMax(let range):
      return Phrase(
        "An indicator scores from \(ends(range)), the worst to the best of \(among).")
    case .zScore(let mean, let deviation):
      return Phrase(
        """
        The mean of \(among) scores \(digits(mean)), one standard deviation better \
        \(digits(deviation)) more.
        """)
    case .goalposts(let range, _):
      return Phrase("An indicator scores from \(ends(range)) between its bounds.")
    case .distanceToTarget(let range, _):
      return Phrase(
        "An indicator scores from \(ends(range)), the worst of \(among) to its target.")
    case .distanceToReference(let unit, let range):
      let reference = unit.map(Phrase.init(verbatim:)) ?? Phrase("the best")
      return Phrase(
        "An indicator scores from \(ends(range)), the worst of \(among) to \(reference).")
    case .rank:
      return Phrase("An indicator scores 1 for the worst, and as many as there are for the best.")
    case .percentile(let range):
      return Phrase(
        "An indicator scores from \(ends(range)) by the share of units that are worse.")
    }
  }

  private func ends(_ range: ClosedRange<Double>) -> Phrase {
    Phrase("\(digits(range.lowerBound)) to \(digits(range.upperBound))")
  }

  /// A setting with all its digits, in the language.
  private func digits(_ number: Double) -> String {
    Cell.number(number).description.replacing(".", with: words.catalogue.mark.rawValue)
  }

  private var putting: Phrase {
    let levels = Set(index.structure.aggregateLevels).sorted()
    let ways = Set(levels.map { index.aggregation(onLevel: $0) })
    if let way = ways.first, ways.count == 1 { return Phrase("Aggregates: \(Self.name(way)).") }
    let named = levels.map {
      Phrase("\(Self.name(index.aggregation(onLevel: $0))) on level \($0)")
    }
    return Phrase("Aggregates: \(named).")
  }

  private static func name(_ aggregation: Aggregation) -> Phrase {
    switch aggregation {
    case .arithmetic: Phrase("weighted means")
    case .geometric: Phrase("weighted geometric means")
    case .harmonic: Phrase("weighted harmonic means")
    case .median: Phrase("weighted medians")
    case .copeland: Phrase("units beaten less units beaten by")
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
