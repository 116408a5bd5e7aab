/// A point where as many conditions hold with equality as there are levers.
internal struct RobustVertex: Sendable {
  /// What holds with equality.
  internal enum Tie: Sendable, Hashable {
    /// The goal is just reached in a future.
    case future(Int)
    /// A lever is changed as little, or as much, as it can be.
    case least(Int)
    case most(Int)
  }

  internal private(set) var ties: [Tie]
  /// The inverse of the normals of the ties, row by row: column k is the direction that leaves tie k alone.
  private var inverse: [Double]
  internal private(set) var changes: [Double]
  internal private(set) var margins: [Double]
  /// How many futures are covered.
  internal private(set) var covered: Int
  internal private(set) var effort: Double

  /// The vertex of some ties; nil where they have no single point in common.
  internal init?(_ ties: [Tie], on surface: RobustSurface) {
    let count = ties.count
    var rows = ties.map { tie -> [Double] in
      (0..<count).map { lever in
        switch tie {
        case .future(let future): surface.gain(lever, future)
        case .least(let own): own == lever ? 1 : 0
        case .most(let own): own == lever ? -1 : 0
        }
      }
    }
    let sides = ties.map { tie in
      switch tie {
      case .future(let future): surface.need(future)
      case .least(let lever): surface.least[lever]
      case .most(let lever): -surface.most[lever]
      }
    }
    guard let inverse = Self.inverse(of: &rows) else { return nil }
    let changes = (0..<count).map { lever in
      let exact = sides.indices.reduce(0) { $0 + inverse[lever * count + $1] * sides[$1] }
      return min(max(exact, surface.least[lever]), surface.most[lever])
    }
    var margins = surface.margins(at: changes)
    for case .future(let future) in ties { margins[future] = 0 }
    self.ties = ties
    self.inverse = inverse
    self.changes = changes
    covered = margins.count { $0 >= -surface.tolerance }
    self.margins = margins
    effort = zip(surface.efforts, changes).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The direction that leaves one tie for its inside and keeps all others.
  internal func direction(leaving tie: Int) -> [Double] {
    let count = ties.count
    return (0..<count).map { inverse[$0 * count + tie] }
  }

  /// The same with one tie exchanged for another.
  internal func exchanging(_ tie: Int, for other: Tie, on surface: RobustSurface) -> Self? {
    var ties = ties
    ties[tie] = other
    return Self(ties, on: surface)
  }

  /// The inverse by elimination with the largest pivot of each column; nil where there is none.
  private static func inverse(of rows: inout [[Double]]) -> [Double]? {
    let count = rows.count
    for row in 0..<count {
      rows[row] += (0..<count).map { $0 == row ? 1 : 0 }
    }
    for column in 0..<count {
      var pivot = column
      for row in column..<count where abs(rows[row][column]) > abs(rows[pivot][column]) {
        pivot = row
      }
      guard abs(rows[pivot][column]) > smallestPivot else { return nil }
      rows.swapAt(pivot, column)
      let scale = 1 / rows[column][column]
      for place in column..<2 * count { rows[column][place] *= scale }
      let own = rows[column]
      for row in 0..<count where row != column && rows[row][column] != 0 {
        let factor = rows[row][column]
        for place in column..<2 * count { rows[row][place] -= factor * own[place] }
      }
    }
    return rows.flatMap { $0[count...] }
  }

  /// Normals are of the size of gains; one less than this is a tie that says nothing new.
  private static let smallestPivot = 1e-12
}
