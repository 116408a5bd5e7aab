extension IndexStructure {
  /// The indicators, in the order they were given.
  public var indicators: [Element] { indicatorNumbers.map { elements[$0] } }

  /// The aggregates by level, each after its children; the index comes last.
  public var aggregates: [Element] { aggregateNumbers.map { elements[$0] } }

  /// The levels of the aggregates, in the same order.
  public var aggregateLevels: [Int] { aggregateNumbers.map { levels[$0] } }

  /// The index itself.
  public var index: Element { elements[indexNumber] }

  /// The number of the index.
  var indexNumber: Int { aggregateNumbers[aggregateNumbers.count - 1] }

  /// The columns that figures are needed of: the indicators', then those they are divided by.
  public var columns: [String] {
    var columns = indicators.map(\.code)
    for denominator in indicators.compactMap(\.denominator) where !columns.contains(denominator) {
      columns.append(denominator)
    }
    return columns
  }

  /// What an indicator counts in the index where all aggregates are weighted arithmetic means.
  ///
  /// The product of the shares on the way up; nil for a code that is no indicator's.
  public func weight(of indicator: String) -> Double? {
    guard var number = indicatorNumbers.first(where: { elements[$0].code == indicator }) else {
      return nil
    }
    var weight = 1.0
    while let parent = elements[number].parent {
      weight *= shares[number]
      guard let above = elements.firstIndex(where: { $0.code == parent }) else { break }
      number = above
    }
    return weight
  }

  /// The same structure with other weights.
  ///
  /// - Parameter weights: new weights by code; elements without one keep theirs.
  /// - Returns: a structure whose shares are taken anew.
  /// - Throws: `CompositeError.badStructure` for a weight that is not above zero.
  public func reweighted(_ weights: [String: Double]) throws(CompositeError) -> IndexStructure {
    let given = namesIndex ? elements : elements.dropLast().map { $0.with(parent: nil) }
    return try IndexStructure(given.map { $0.with(weight: weights[$0.code] ?? $0.weight) })
  }
}

extension IndexStructure.Element {
  func with(weight: Double) -> Self { with(parent: parent, weight: weight) }

  func with(parent: String?) -> Self { with(parent: parent, weight: weight) }

  private func with(parent: String?, weight: Double) -> Self {
    Self(
      code: code, parent: parent, weight: weight, level: level, direction: direction,
      denominator: denominator, target: target, lower: lower, upper: upper)
  }
}
