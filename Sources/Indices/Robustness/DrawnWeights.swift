/// The weights of a structure under one draw.
internal struct DrawnWeights {
  private let parents: [Int?]
  private let given: [Double]
  private let equal: [Double]
  private let indicators: [Int]
  /// The aggregates, each after its children.
  private let aggregates: [Int]
  private let root: Int
  /// The weight of each element before it is shared out among those of its parent; zero for what is
  /// left out.
  internal private(set) var elements: [Double]
  private var sums: [Double]
  /// What each element counts in the index where all levels are put together in one way.
  private var products: [Double]

  internal init(_ structure: IndexStructure) {
    var parents = structure.elements.map { _ in Int?.none }
    for (parent, children) in structure.children.enumerated() {
      for child in children { parents[child] = parent }
    }
    self.parents = parents
    given = structure.shares
    equal = structure.elements.map { _ in 1 }
    indicators = structure.indicatorNumbers
    aggregates = structure.aggregateNumbers
    root = structure.indexNumber
    elements = given
    sums = given
    products = given
  }

  /// Takes the weights of a draw.
  internal mutating func set(_ draw: MethodDraw) {
    let start = draw.isEqual ? equal : given
    for element in elements.indices {
      elements[element] = start[element] * draw.factors[element]
      sums[element] = 0
    }
    if let leftOut = draw.leftOut { elements[indicators[leftOut]] = 0 }
    for indicator in indicators { add(indicator) }
    for aggregate in aggregates where aggregate != root {
      // An aggregate all of whose children are left out goes with them.
      if sums[aggregate] == 0 { elements[aggregate] = 0 }
      add(aggregate)
    }
    products[root] = 1
    for aggregate in aggregates.reversed() where aggregate != root { share(aggregate) }
    for indicator in indicators { share(indicator) }
  }

  /// What an indicator counts, by its number among the indicators.
  internal subscript(indicator: Int) -> Double { products[indicators[indicator]] }

  private mutating func add(_ element: Int) {
    guard let parent = parents[element] else { return }
    sums[parent] += elements[element]
  }

  private mutating func share(_ element: Int) {
    guard let parent = parents[element] else { return }
    products[element] =
      elements[element] == 0 ? 0 : products[parent] * (elements[element] / sums[parent])
  }
}
