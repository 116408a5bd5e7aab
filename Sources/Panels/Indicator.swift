/// Whether more of an indicator is better.
public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
  /// A higher value scores higher.
  case positive
  /// A lower value scores higher.
  case reversed

  /// +1 where higher is better, −1 where lower is.
  public var sign: Double { self == .positive ? 1 : -1 }
}

/// What one of an indicator's values counts.
public enum IndicatorUnit: String, Sendable, Hashable, CaseIterable {
  /// A share of firms, from 0 to 1.
  case share
  /// The mean of answers on a scale from 1 to 5.
  case mean
  /// Points given by a checklist.
  case points
  /// Days.
  case days
  /// A score of the index itself.
  case score
}

/// One sub-indicator, or the published score of a sub-index: a row of the codebook.
public struct Indicator: Sendable, Hashable, Identifiable {
  /// The name in every table of ours, for example `website_use`.
  public let code: String
  /// The sub-index it belongs to.
  public let subindex: String
  /// The Vietnamese name.
  public let nameVi: String
  /// The English name.
  public let nameEn: String
  /// What its values count.
  public let unit: IndicatorUnit
  /// Whether more is better, whatever a published header says.
  public let direction: Direction
  /// The lowest and highest value there can be, where the index fixes them.
  public let scale: ClosedRange<Double>?
  /// The years published under this definition.
  public let years: ClosedRange<Int>
  /// The headings and variable codes under which published files hold it.
  public let headings: [String]

  public var id: String { code }

  /// Whether this is the score of the sub-index itself.
  public var isScore: Bool { unit == .score }

  /// Describes an indicator.
  ///
  /// - Precondition: the code is not empty.
  public init(
    code: String, subindex: String, nameVi: String, nameEn: String, unit: IndicatorUnit,
    direction: Direction, scale: ClosedRange<Double>? = nil, years: ClosedRange<Int>,
    headings: [String] = []
  ) {
    precondition(!code.isEmpty, "an indicator needs a code")
    self.code = code
    self.subindex = subindex
    self.nameVi = nameVi
    self.nameEn = nameEn
    self.unit = unit
    self.direction = direction
    self.scale = scale
    self.years = years
    self.headings = headings
  }
}
