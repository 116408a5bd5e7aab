public import Statistics

/// Walks through a grid in which every input moves once: the design of Morris's screening.
///
/// The grid has p levels per input, 0 to p − 1, and p is even. A step is half the grid, p / 2 levels: up
/// from the lower half and down from the upper, so that every level is as likely before a step as after
/// it. In shares of the range a step is p / (2 (p − 1)).
///
/// Source: Morris (1991), doi:10.1080/00401706.1991.10484804.
public struct MorrisTrajectories: Sendable, Hashable {
  /// One walk.
  public struct Trajectory: Sendable, Hashable {
    /// The level that each input starts at.
    public let start: [Int]
    /// The inputs in the order in which they move.
    public let order: [Int]

    /// Describes a walk.
    ///
    /// - Parameters:
    ///   - start: the level that each input starts at.
    ///   - order: the inputs in the order in which they move.
    /// - Precondition: every input is in the order once.
    public init(start: [Int], order: [Int]) {
      precondition(order.sorted() == Array(start.indices), "every input moves once")
      self.start = start
      self.order = order
    }
  }

  /// The number of inputs.
  public let inputs: Int
  /// The number of levels of the grid.
  public let levels: Int
  /// The walks.
  public let trajectories: [Trajectory]

  /// Collects walks.
  ///
  /// - Parameters:
  ///   - trajectories: any number of them.
  ///   - inputs: the number of inputs.
  ///   - levels: the number of levels of the grid.
  /// - Precondition: the number of levels is even, and all walks stay on the grid.
  public init(_ trajectories: [Trajectory], inputs: Int, levels: Int = 4) {
    precondition(levels >= 2 && levels.isMultiple(of: 2), "the number of levels is even")
    precondition(inputs >= 0, "the number of inputs is not negative")
    precondition(
      trajectories.allSatisfy { walk in
        walk.start.count == inputs && walk.start.allSatisfy { (0..<levels).contains($0) }
      }, "every input starts on the grid")
    self.inputs = inputs
    self.levels = levels
    self.trajectories = trajectories
  }

  /// Draws walks: every start and every order alike.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - inputs: the number of inputs.
  ///   - levels: the number of levels of the grid; even.
  ///   - replicates: walk k is drawn by replicate k.
  public init(random count: Int, inputs: Int, levels: Int = 4, replicates: Replicates) {
    precondition(count >= 0, "the number of trajectories is not negative")
    let drawn = replicates.map(0..<count) { _, random in
      Trajectory(
        start: (0..<inputs).map { _ in Int.random(in: 0..<levels, using: &random) },
        order: Array(0..<inputs).shuffled(using: &random))
    }
    self.init(drawn, inputs: inputs, levels: levels)
  }

  /// Draws walks and keeps those that are the farthest from one another.
  ///
  /// - Parameters:
  ///   - count: how many are kept.
  ///   - candidates: how many are drawn.
  ///   - inputs: the number of inputs.
  ///   - levels: the number of levels of the grid; even.
  ///   - replicates: walk k is drawn by replicate k.
  /// - Precondition: no more are kept than drawn.
  public init(
    spread count: Int, of candidates: Int, inputs: Int, levels: Int = 4, replicates: Replicates
  ) {
    precondition(count <= candidates, "no more trajectories can be kept than are drawn")
    let drawn = MorrisTrajectories(
      random: candidates, inputs: inputs, levels: levels, replicates: replicates)
    guard count < candidates else {
      self = drawn
      return
    }
    let spread = TrajectorySpread(drawn, threads: replicates.threads)
    self.init(
      spread.mostSpread(count).map { drawn.trajectories[$0] }, inputs: inputs, levels: levels)
  }

  /// The level of an input after its step.
  ///
  /// - Parameter level: the level before.
  /// - Returns: the level half the grid away.
  func moved(_ level: Int) -> Int { level < levels / 2 ? level + levels / 2 : level - levels / 2 }

  /// The points of all walks, one walk after the other, as shares of what each input can be.
  ///
  /// Level l is the share l / (p − 1) of a range, so that the grid reaches both ends. Of other laws the ends are
  /// infinite, or the farthest that happened: level l is then the share (l + ½) / p, the middle of the lth
  /// of p parts of equal probability, and a step is a share of ½.
  ///
  /// - Parameter inputs: the inputs.
  /// - Returns: a point more per walk than there are inputs.
  /// - Precondition: there are as many inputs as the walks have.
  public func shares(of inputs: [Input]) -> Points {
    precondition(inputs.count == self.inputs, "there are walks of \(self.inputs) inputs")
    let count = trajectories.count * (inputs.count + 1)
    let columns = inputs.enumerated().map { number, input in
      let share = (0..<levels).map { level in
        input.law.hasOrdinaryEnds
          ? Double(level) / Double(levels - 1) : (Double(level) + 0.5) / Double(levels)
      }
      var column: [Double] = []
      column.reserveCapacity(count)
      for walk in trajectories {
        var level = walk.start[number]
        column.append(share[level])
        for moving in walk.order {
          if moving == number { level = moved(level) }
          column.append(share[level])
        }
      }
      return column
    }
    return Points(columns: columns, count: count)
  }
}
