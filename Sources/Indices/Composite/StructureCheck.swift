import Panels
import Tables

/// Checks that elements make a tree that ends in one index, step by step.
struct StructureCheck {
  private let elements: [IndexStructure.Element]
  private let places: [Location?]

  /// Takes elements, and where in a file they stand.
  init(_ elements: [IndexStructure.Element], _ places: [Location?]) {
    self.elements = elements
    self.places = places
  }

  private func refuse(_ number: Int?, _ reason: String) -> CompositeError {
    .badStructure(number.flatMap { places.indices.contains($0) ? places[$0] : nil }, reason)
  }

  /// The number of each element, by code.
  func numbers() throws(CompositeError) -> [String: Int] {
    guard !elements.isEmpty else { throw refuse(nil, "an index needs at least one indicator") }
    var numbers: [String: Int] = [:]
    for (number, element) in elements.enumerated() {
      if numbers.updateValue(number, forKey: element.code) != nil {
        throw refuse(number, "\(Quotation.of(element.code)) stands twice")
      }
    }
    return numbers
  }

  /// The numbers of the children of each element.
  func children(_ numbers: [String: Int]) throws(CompositeError) -> [[Int]] {
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
    return children
  }

  /// All elements, each after its children.
  func ascending(
    _ children: [[Int]], _ numbers: [String: Int]
  ) throws(CompositeError) -> [Int] {
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
    var descending: [Int] = []
    var waiting = [root]
    while let number = waiting.popLast() {
      descending.append(number)
      waiting += children[number]
    }
    guard descending.count == elements.count else {
      // Whoever is not below the root has the circle above, and is in it after enough steps up.
      var caught = Set(elements.indices).subtracting(descending).min() ?? 0
      for _ in elements.indices {
        caught = elements[caught].parent.flatMap { numbers[$0] } ?? caught
      }
      throw refuse(
        caught,
        "the parents of \(elements[caught].code) turn in a circle and never reach "
          + elements[root].code)
    }
    return descending.reversed()
  }

  /// The level of each element: as given, or one above its children.
  func levels(_ ascending: [Int], _ children: [[Int]]) throws(CompositeError) -> [Int] {
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
    return levels
  }

  /// The share of each element among the children of its parent.
  func shares(_ children: [[Int]]) throws(CompositeError) -> [Double] {
    var shares = [Double](repeating: 1, count: elements.count)
    for siblings in children {
      let sum = siblings.reduce(0) { $0 + elements[$1].weight }
      guard sum.isFinite else {
        throw refuse(siblings.first, "the weights of one parent add up to more than can be counted")
      }
      for number in siblings { shares[number] = elements[number].weight / sum }
    }
    return shares
  }
}
