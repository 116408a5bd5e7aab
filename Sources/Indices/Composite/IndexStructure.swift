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
    func refuse(_ number: Int?, _ reason: String) -> CompositeError {
      .badStructure(number.flatMap { places.indices.contains($0) ? places[$0] : nil }, reason)
    }
    guard !given.isEmpty else {
      throw refuse(nil, "an index needs at least one indicator")
    }
    namesIndex = given.contains { $0.parent != nil }
    let elements =
      namesIndex
      ? given
      : given.map { $0.with(parent: Self.addedIndex) } + [
        Element(code: Self.addedIndex, parent: nil)
      ]

    var numbers: [String: Int] = [:]
    for (number, element) in elements.enumerated() {
      if numbers.updateValue(number, forKey: element.code) != nil {
        throw refuse(number, "\(Quotation.of(element.code)) stands twice")
      }
    }
    var children = [[Int]](repeating: [], count: elements.count)
    for (number, element) in elements.enumerated() {
      guard let parent = element.parent else { continue }
      guard let above = numbers[parent] else {
        throw refuse(
          number,
          "the parent \(Quotation.of(parent)) of \(element.code) is no element itself; "
            + "add a row for it")
      }
      guard element.weight > 0, element.weight.isFinite else {
        throw refuse(number, "the weight of \(element.code) is not above zero")
      }
      children[above].append(number)
    }
    let roots = elements.indices.filter { elements[$0].parent == nil }
    guard let root = roots.first else {
      throw refuse(nil, "every element has a parent; the index itself has none")
    }
    guard roots.count == 1 else {
      throw refuse(
        roots[1],
        "\(Quotation.list(roots.map { elements[$0].code })) have no parent; only the index has none"
      )
    }
    let ascending = Self.ascending(from: root, children)
    guard ascending.count == elements.count else {
      // Whoever is not below the root has the circle above, and is in it after enough steps up.
      var caught = Set(elements.indices).subtracting(ascending).min() ?? 0
      for _ in elements.indices {
        caught = elements[caught].parent.flatMap { numbers[$0] } ?? caught
      }
      throw refuse(
        caught,
        "the parents of \(elements[caught].code) turn in a circle and never reach "
          + elements[root].code)
    }
    var levels = [Int](repeating: 0, count: elements.count)
    for number in ascending {
      let element = elements[number]
      let below = children[number].map { levels[$0] }.max() ?? 0
      let level = element.level ?? below + 1
      levels[number] = level
      if children[number].isEmpty, level != 1 {
        throw refuse(
          number,
          "\(element.code) stands on level \(level) and has no children; "
            + "indicators stand on level 1")
      }
      guard level > below else {
        throw refuse(
          number, "\(element.code) stands on level \(level), which is not above its children's")
      }
      guard children[number].isEmpty || element.direction == .positive else {
        throw refuse(number, "\(element.code) is an aggregate, and of those more is always better")
      }
    }
    var shares = [Double](repeating: 1, count: elements.count)
    for siblings in children {
      let sum = siblings.reduce(0) { $0 + elements[$1].weight }
      guard sum.isFinite else {
        throw refuse(siblings.first, "the weights of one parent add up to more than can be counted")
      }
      for number in siblings { shares[number] = elements[number].weight / sum }
    }
    self.elements = elements
    self.levels = levels
    self.shares = shares
    self.children = children
    indicatorNumbers = elements.indices.filter { children[$0].isEmpty }
    aggregateNumbers = elements.indices.filter { !children[$0].isEmpty }
      .sorted { (levels[$0], $0) < (levels[$1], $1) }
  }

  /// The elements under the root, each after its children; those of a circle are never reached.
  private static func ascending(from root: Int, _ children: [[Int]]) -> [Int] {
    var descending: [Int] = []
    var waiting = [root]
    while let number = waiting.popLast() {
      descending.append(number)
      waiting += children[number]
    }
    return descending.reversed()
  }
}
