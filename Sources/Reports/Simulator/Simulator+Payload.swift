import FoundationEssentials

extension Simulator {
  /// The figures for the script, by the name under which it looks for them.
  public var payload: Page.NamedPayload {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Every number was found finite when it came in, and nothing else can go wrong.
    guard let bytes = try? encoder.encode(Contents(self)) else {
      preconditionFailure("a simulator has numbers that are finite")
    }
    return Page.NamedPayload(
      id: "simulator-data", Payload(json: String(decoding: bytes, as: UTF8.self)))
  }

  /// What the script reads; its names are those of the script.
  private struct Contents: Encodable {
    struct Row: Encodable {
      let code: String
      let weight, lower, upper, worst, best: Double
      let isRising: Bool
      let today: Double
      let plan: Double?
      let from, to, step: Double
      let decimals: Int
      let isPercentage: Bool
      let suffix: String
      let rivals: [Double]

      init(_ indicator: Indicator) {
        code = indicator.code
        weight = indicator.weight
        (lower, upper) = (indicator.range.lowerBound, indicator.range.upperBound)
        (worst, best) = (indicator.scale.lowerBound, indicator.scale.upperBound)
        isRising = indicator.isRising
        today = indicator.today
        plan = indicator.plan
        (from, to) = (indicator.bounds.lowerBound, indicator.bounds.upperBound)
        step = indicator.step
        decimals = indicator.format.decimals
        isPercentage = indicator.format.isPercentage
        suffix = indicator.format.suffix
        rivals = indicator.rivals
      }
    }

    struct Export: Encodable {
      let province: String
      let rule: Int
      let fileName: String
    }

    let indicators: [Row]
    let tolerance: Double
    let isMoving: Bool
    let scenario: Export
    let mark: String
    let words: [String: String]

    init(_ simulator: Simulator) {
      indicators = simulator.indicators.map(Row.init)
      tolerance = simulator.tolerance
      isMoving = simulator.isMoving
      scenario = Export(
        province: simulator.scenario.province, rule: simulator.scenario.rule,
        fileName: simulator.scenario.fileName)
      mark = String(simulator.decimalMark)
      words = Dictionary(
        uniqueKeysWithValues: simulator.words.texts.map { ($0.key.rawValue, $0.value) })
    }
  }
}
