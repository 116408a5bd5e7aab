public import Tables

/// Questions that were asked of the firms alone that said yes to another one.
public struct FollowUps: Sendable {
  private let firstQuestions: [String: String]

  /// None at all.
  public init() { firstQuestions = [:] }

  /// Reads a table with the columns indicator and answered_yes, codes both, the latter of a share.
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place: an unknown code, one that stands twice, or
  ///   a first question that is no share.
  public init(reading table: Table, codebook: Codebook) throws {
    var firstQuestions: [String: String] = [:]
    for record in try Records(table, required: ["indicator", "answered_yes"]) {
      for column in ["indicator", "answered_yes"] where codebook[try record.text(column)] == nil {
        let code = try record.text(column)
        throw PanelError.unknownIndicatorAt(
          record.location(column), code, nearest: codebook.nearest(to: code))
      }
      let first = try record.text("answered_yes")
      guard codebook[first]?.unit == .share else {
        throw PanelError.badEntry(record.location("answered_yes"), "the code of a share of firms")
      }
      let code = try record.text("indicator")
      guard firstQuestions.updateValue(first, forKey: code) == nil else {
        throw PanelError.badEntry(record.location("indicator"), "each indicator once")
      }
    }
    self.firstQuestions = firstQuestions
  }

  /// The share of the firms that said yes, and were asked for an indicator; nil if it is no follow-up.
  public func firstQuestion(of indicator: String) -> String? { firstQuestions[indicator] }
}
