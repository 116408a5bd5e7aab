public import Panels
public import Tables

/// Who answers for an indicator.
public struct Assignment: Sendable, Hashable {
  /// The agencies that lead.
  public let lead: [String]
  /// The agencies that support them.
  public let support: [String]

  /// Nobody.
  public static let none = Assignment(lead: [], support: [])

  /// Names agencies.
  public init(lead: [String], support: [String]) {
    self.lead = lead
    self.support = support
  }

  /// Reads the columns lead and support, names in a cell separated by `|`.
  internal init(_ record: Record) {
    func names(_ column: String) -> [String] {
      (record.optionalText(column) ?? "").split(separator: "|").map { String($0).withSingleSpaces }
        .filter { !$0.isEmpty }
    }
    self.init(lead: names("lead"), support: names("support"))
  }

  /// Names as one cell of a file holds them.
  internal static func cell(_ names: [String]) -> Cell {
    names.isEmpty ? .empty : .text(names.joined(separator: "|"))
  }
}

/// The agencies that answer for each indicator.
public struct Agencies: Sendable, Hashable {
  private let assignments: [String: Assignment]
  /// The codes of the indicators, in the order of the file.
  public let indicators: [String]

  /// Nobody for anything.
  public init() {
    assignments = [:]
    indicators = []
  }

  /// Reads a table with the columns indicator, lead and support; any others are passed over.
  ///
  /// Indicators go by code or name. Several agencies of a cell are separated by `|`.
  ///
  /// - Throws: `TableError`, `PanelError` or `PlanError`, naming the place: an unknown indicator, or one that
  ///   stands twice.
  public init(reading table: Table, codebook: Codebook) throws {
    var seen = FirstRows()
    var assignments: [String: Assignment] = [:]
    var indicators: [String] = []
    for record in try Records(
      vietnameseOrEnglish: table, required: ["indicator", "lead", "support"])
    {
      let code = try record.indicator(in: codebook).code
      try seen.note(code, as: code, at: record.location("indicator"))
      assignments[code] = Assignment(record)
      indicators.append(code)
    }
    self.assignments = assignments
    self.indicators = indicators
  }

  /// Who answers for an indicator; nobody where the file does not say.
  public subscript(indicator: String) -> Assignment { assignments[indicator] ?? .none }

  /// Every agency that leads an indicator or supports, in the order of their first mention.
  public var names: [String] {
    var seen: Set<String> = []
    return indicators.flatMap { self[$0].lead + self[$0].support }.filter {
      seen.insert($0).inserted
    }
  }

  /// The agencies that support others but lead nothing.
  public var supportingOnly: [String] {
    let leaders = Set(indicators.flatMap { self[$0].lead })
    return names.filter { !leaders.contains($0) }
  }

  /// Which of some indicators nobody leads, in their order.
  public func unled(of codes: [String]) -> [String] { codes.filter { self[$0].lead.isEmpty } }
}
