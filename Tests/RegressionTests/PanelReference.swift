import Regression
import Tables
import TestSupport
import Testing

/// One panel of `Reference/diagnostics` regressed in one way, with what other programs say of it.
struct PanelReference: Sendable, CustomTestStringConvertible {
  let dataset: String
  let model: String
  let effect: String
  let weights: String
  let figures: [Figure]

  /// A figure of another program.
  struct Figure: Sendable {
    let statistic: String
    let value: Double
    /// How far the program itself is from the formula.
    let looseness: Double
    let tool: String
  }

  var testDescription: String { "\(dataset) \(model) \(effect) \(weights)" }

  /// All of them, in the order of the file.
  static let all: [PanelReference] = {
    do { return try load() } catch { preconditionFailure("\(error)") }
  }()

  private static func load() throws -> [PanelReference] {
    let records = try Records(
      CSVReader().table(contentsOf: reference("diagnostics/expected.csv")))
    var order: [[String]] = []
    var figures: [[String]: [Figure]] = [:]
    for record in records {
      let key = try ["dataset", "model", "effect", "weights"].map(record.text)
      if figures[key] == nil { order.append(key) }
      figures[key, default: []].append(
        Figure(
          statistic: try record.text("statistic"), value: try record.number("value"),
          looseness: try record.optionalNumber("formula_difference") ?? 0,
          tool: try record.text("tool")))
    }
    return order.map {
      PanelReference(
        dataset: $0[0], model: $0[1], effect: $0[2], weights: $0[3], figures: figures[$0] ?? [])
    }
  }

  /// The columns of the panel.
  var columns: (response: String, regressors: [String], unit: String) {
    dataset.hasPrefix("grunfeld")
      ? ("inv", ["value", "capital"], "firm")
      : (
        "transparency",
        ["planning_documents", "predictability", "business_associations", "website_score"],
        "province"
      )
  }

  /// The name of a coefficient as the file has it.
  func term(_ name: String) -> String { name == "intercept" ? "(Intercept)" : name }

  func observations() throws -> Observations {
    try Observations(
      TableSource(CSVReader().table(contentsOf: reference("diagnostics/\(dataset).csv"))),
      unit: columns.unit, time: "year")
  }

  /// The columns of `unit`, `time`, `unit+time` and `none`.
  func groups(_ text: String) -> [String] {
    text.split(separator: "+").map { $0 == "unit" ? columns.unit : "year" }
      .filter { _ in text != "none" }
  }

  func estimation(model: Specification.Model? = nil, hasIntercept: Bool = true) throws -> Estimation
  {
    let chosen: Specification.Model =
      model
      ?? [
        "random": .random, "between": .between, "differences": .firstDifference,
        "differences_without_intercept": .firstDifference,
      ][self.model] ?? .pooled
    return try Estimation(
      Specification(
        response: .column(columns.response), regressors: columns.regressors.map(Term.column),
        model: chosen,
        hasIntercept: hasIntercept && self.model != "differences_without_intercept",
        effects: chosen == .pooled ? groups(effect) : [],
        weights: weights == "none" ? nil : weights),
      of: observations())
  }
}
