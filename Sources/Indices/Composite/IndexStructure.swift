public import Panels
import Tables

/// What a composite index is made of: indicators below, one index above, aggregates between.
///
/// A tree of any depth, each element with its weight among those of the same parent. A structure
/// that can be made is sound: it has one root, every aggregate has children, no chain of parents
/// turns back on itself, and levels rise from child to parent.
public struct IndexStructure: Sendable, Hashable {
  /// An indicator or an aggregate.
  public struct Element: Sendable, Hashable {
    /// The code; that of an indicator names its column.
    public let code: String
    /// The code of the aggregate it counts in; nil for the index itself.
    public let parent: String?
    /// The weight among the children of the parent, in any unit.
    public let weight: Double
    /// The level, 1 for indicators; nil for one more than the highest of the children.
    public let level: Int?
    /// Whether more is better; an aggregate is always positive.
    public let direction: Direction
    /// The column an indicator is divided by.
    public let denominator: String?
    /// The value an indicator should reach.
    public let target: Double?
    /// The lower of the values an indicator is scored between.
    public let lower: Double?
    /// The upper of the values an indicator is scored between.
    public let upper: Double?

    /// Describes an element.
    public init(
      code: String, parent: String?, weight: Double = 1, level: Int? = nil,
      direction: Direction = .positive, denominator: String? = nil, target: Double? = nil,
      lower: Double? = nil, upper: Double? = nil
    ) {
      self.code = code
      self.parent = parent
      self.weight = weight
      self.level = level
      self.direction = direction
      self.denominator = denominator
      self.target = target
      self.lower = lower
      self.upper = upper
    }
  }

  /// The elements, in the order they were given.
  public let elements: [Element]
  /// The level of each element.
  public let levels: [Int]
  /// The share of each element among the children of its parent; those of a parent add up to one.
  public let shares: [Double]
  /// The numbers of the children of each element, in order; none for an indicator.
  let children: [[Int]]
  /// The numbers of the indicators, in order.
  let indicatorNumbers: [Int]
  /// The numbers of the aggregates by level, each after its children; the index comes last.
  let aggregateNumbers: [Int]
  /// Whether the index itself was given, and not added above elements without parents.
  public let namesIndex: Bool

  /// The code of the index that is added where no element names a parent.
  public static let addedIndex = "index"

  /// Checks elements and puts them together.
  ///
  /// Where no element names a parent all are children of an index that is added.
  ///
  /// - Throws: `CompositeError.badStructure` saying which element is at fault.
  public init(_ elements: [Element]) throws(CompositeError) {
    try self.init(elements, at: elements.map { _ in nil })
  }

  /// Checks elements that stand in given places of a file.
  init(_ given: [Element], at places: [Location?]) throws(CompositeError) {
    namesIndex = given.contains { $0.parent != nil }
    let elements =
      namesIndex || given.isEmpty
      ? given
      : given.map { $0.with(parent: Self.addedIndex) } + [
        Element(code: Self.addedIndex, parent: nil)
      ]
    let check = StructureCheck(elements, places)
    let numbers = try check.numbers()
    let children = try check.children(numbers)
    let ascending = try check.ascending(children, numbers)
    let levels = try check.levels(ascending, children)
    let shares = try check.shares(children)
    self.elements = elements
    self.levels = levels
    self.shares = shares
    self.children = children
    indicatorNumbers = elements.indices.filter { children[$0].isEmpty }
    aggregateNumbers = elements.indices.filter { !children[$0].isEmpty }
      .sorted { (levels[$0], $0) < (levels[$1], $1) }
  }
}
