/// Whether more of an indicator is better.
public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
  /// A higher value scores higher.
  case positive
  /// A lower value scores higher.
  case reversed

  /// +1 where higher is better, −1 where lower is.
  public var sign: Double { self == .positive ? 1 : -1 }
}

/// One sub-indicator, or a published score: a row of the codebook.
public struct Indicator: Sendable, Hashable, Identifiable {
  /// The part an indicator has in the index.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Measured; what sub-indices are made of.
    case indicator
    /// A composite inside a sub-index, published beside what it is made of.
    case dimension
    /// The score of a sub-index.
    case subindex
    /// The weighted total of the sub-indices.
    case total
    /// The rank by the total.
    case rank
    /// Published beside the index without a part in it.
    case context
  }

  /// The name in every table of ours, for example `website_use`.
  public let code: String
  /// The sub-index it belongs to, or `pci` for what is about the whole index.
  public let subindex: String
  /// Its part in the index.
  public let kind: Kind
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
  /// The years whose figures do not compare with those of the year before, though the definition stayed.
  public let breaks: [Int]
  /// The headings and variable codes under which published files hold it.
  public let headings: [String]

  public var id: String { code }

  /// The lowest and highest value a figure can have: of the fixed range, else of the unit.
  public var limits: ClosedRange<Double> { scale ?? unit.values }

  /// Whether this is the score of the sub-index itself.
  public var isScore: Bool { kind == .subindex }

  /// Whether figures of a year compare with those of the year before: one definition, and no break.
  public func isComparable(withYearBefore year: Int) -> Bool {
    years.contains(year) && years.contains(year - 1) && !breaks.contains(year)
  }

  /// Describes an indicator.
  ///
  /// - Precondition: the code is not empty.
  public init(
    code: String, subindex: String, kind: Kind = .indicator, nameVi: String, nameEn: String,
    unit: IndicatorUnit, direction: Direction, scale: ClosedRange<Double>? = nil,
    years: ClosedRange<Int>, breaks: [Int] = [], headings: [String] = []
  ) {
    precondition(!code.isEmpty, "an indicator needs a code")
    self.code = code
    self.subindex = subindex
    self.kind = kind
    self.nameVi = nameVi
    self.nameEn = nameEn
    self.unit = unit
    self.direction = direction
    self.scale = scale
    self.years = years
    self.breaks = breaks
    self.headings = headings
  }
}
