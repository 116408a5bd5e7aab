import Statistics

/// What stands in for a missing figure.
public enum Imputation: String, Sendable, Hashable, CaseIterable {
  /// Nothing: an aggregate is made of what is there, and weights are shared out among that.
  case none
  /// The mean of the units that have the indicator.
  case mean
  /// Their median.
  case median
  /// The mean of the units of the same group.
  case groupMean = "group-mean"
  /// The median of the units of the same group.
  case groupMedian = "group-median"

  /// Whether units need groups.
  public var needsGroups: Bool { self == .groupMean || self == .groupMedian }

  /// Fills the gaps of a column.
  ///
  /// A group in which no unit has the indicator takes the figure of all units.
  ///
  /// - Parameters:
  ///   - column: a figure for each unit, NaN where missing; at least one is there.
  ///   - groups: the group of each unit, where figures are taken by group.
  /// - Returns: the column, and the units in whose place figures of all units were taken for lack of
  ///   any in their group.
  func filled(_ column: [Double], groups: [String]?) -> (column: [Double], withoutGroup: [Int]) {
    guard self != .none else { return (column, []) }
    let overall = typical(column.filter { !$0.isNaN })
    var ofGroup: [String: Double] = [:]
    if needsGroups, let groups {
      var members: [String: [Double]] = [:]
      for (value, group) in zip(column, groups) where !value.isNaN {
        members[group, default: []].append(value)
      }
      ofGroup = members.mapValues(typical)
    }
    var filled = column
    var withoutGroup: [Int] = []
    for unit in column.indices where column[unit].isNaN {
      if needsGroups, let groups {
        if let value = ofGroup[groups[unit]] {
          filled[unit] = value
          continue
        }
        withoutGroup.append(unit)
      }
      filled[unit] = overall
    }
    return (filled, withoutGroup)
  }

  private func typical(_ values: [Double]) -> Double {
    switch self {
    case .none: .nan
    case .mean, .groupMean: values.mean ?? .nan
    case .median, .groupMedian: values.median ?? .nan
    }
  }
}
