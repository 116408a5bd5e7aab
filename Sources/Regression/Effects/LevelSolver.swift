/// How the effects of the levels are found from their sums.
enum LevelSolver: Sendable {
  /// There are no levels: the means of the units are all.
  case none
  /// Each unit has each level once: an effect is the sum over the number of units.
  case balanced(units: Double)
  /// The equations are factored.
  case direct(LevelEquations)
  /// The equations are applied, again and again.
  case iterative

  /// Chooses the solver.
  init(_ rows: UnitRows, groupings: [Grouping], directLimit: Int, knowsBalance: Bool) {
    if rows.others.isEmpty {
      self = .none
    } else if knowsBalance && rows.isBalanced {
      self = .balanced(units: Double(rows.units))
    } else if rows.levelWeights.count <= directLimit {
      self = .direct(
        LevelEquations(rows, redundant: Self.redundantLevels(rows, groupings: groupings)))
    } else {
      self = .iterative
    }
  }

  /// How many columns are worked on at once.
  var blockLength: Int {
    switch self {
    case .none, .balanced, .direct: 1
    case .iterative: BlockDemeaning.width
    }
  }

  /// The first level of each part of the sample that shares no group with the rest.
  private static func redundantLevels(_ rows: UnitRows, groupings: [Grouping]) -> [Bool] {
    var isRedundant = [Bool](repeating: false, count: rows.levelWeights.count)
    for (offset, other) in zip(rows.offsets, rows.others) {
      let parts = groupings[rows.principal].components(with: groupings[other])
      var isSeen = [Bool](repeating: false, count: parts.count)
      for (level, part) in parts.others.enumerated() where !isSeen[Int(part)] {
        isSeen[Int(part)] = true
        isRedundant[offset + level] = true
      }
    }
    return isRedundant
  }
}
