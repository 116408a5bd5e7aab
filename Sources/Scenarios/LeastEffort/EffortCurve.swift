/// The least effort of every total gain, where effort is in proportion to each change.
///
/// Levers are pulled in the order of gain for effort, each to its end before the next (the fractional
/// knapsack: Dantzig 1957, doi:10.1287/opre.5.2.266): so the curve is convex, made of one straight piece for
/// each lever. What levers must be changed at least comes first, whatever it gains. Where there are many
/// goals the order is found once.
public struct EffortCurve: Sendable {
  /// The levers in the order in which they are pulled.
  public let order: [Int]
  /// The gain once so many levers of the order have been pulled; one more than there are levers.
  public let gains: [Double]
  /// The effort of that.
  public let efforts: [Double]
  private let levers: [Lever]

  /// Orders levers.
  ///
  /// Levers of the same gain for effort are pulled in the order given.
  ///
  /// - Parameter levers: any number; grids, fixed efforts and the number of levers changed are left out of
  ///   account, so that the curve lies nowhere above the least effort that counts them.
  public init(_ levers: [Lever]) {
    var order = Array(levers.indices)
    let rates = levers.map { $0.gain / $0.effort }
    // A dozen levers are soonest put in order one by one.
    for lever in levers.indices {
      var place = lever
      while place > 0, rates[order[place - 1]] < rates[lever] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = lever
    }
    var gain = 0.0
    var effort = 0.0
    for index in levers.indices {
      gain += levers[index].gain * levers[index].least
      effort += levers[index].effort * levers[index].least
    }
    var (gains, efforts): ([Double], [Double]) = ([], [])
    gains.reserveCapacity(levers.count + 1)
    efforts.reserveCapacity(levers.count + 1)
    gains.append(gain)
    efforts.append(effort)
    for index in order {
      let lever = levers[index]
      let change = lever.most - lever.least
      gain += lever.gain * change
      effort += lever.effort * change
      gains.append(gain)
      efforts.append(effort)
    }
    self.order = order
    self.gains = gains
    self.efforts = efforts
    self.levers = levers
  }

  /// The most that can be gained.
  public var mostGain: Double { gains[gains.count - 1] }

  /// The number of levers pulled before the goal is reached, and whether it is reached at all.
  ///
  /// The last lever may have to be pulled to its very end: then only rounding is missing.
  private func place(of goal: Double) -> Int? {
    if let place = gains.firstIndex(where: { $0 >= goal }) { return place }
    return goal - mostGain <= Self.rounding * max(1, goal) ? gains.count - 1 : nil
  }

  /// What sums of gains may miss a goal by and still reach it, for a goal of one or of its own size.
  internal static let rounding = 1e-12

  /// The least effort of a gain.
  ///
  /// - Parameter goal: the gain.
  /// - Returns: the effort; nil where no changes gain so much.
  public func effort(of goal: Double) -> Double? {
    guard let place = place(of: goal) else { return nil }
    guard place > 0 else { return efforts[0] }
    let lever = levers[order[place - 1]]
    return min(
      efforts[place], efforts[place - 1] + (goal - gains[place - 1]) / lever.gain * lever.effort)
  }

  /// The changes of least effort for a gain.
  ///
  /// - Parameter goal: the gain.
  /// - Returns: one change per lever; all at their ends where no changes gain so much.
  public func changes(for goal: Double) -> [Double] {
    let place = place(of: goal)
    var changes = levers.map(\.least)
    for position in 0..<(place ?? order.count) {
      let lever = levers[order[position]]
      changes[order[position]] =
        position + 1 == place
        ? min(lever.most, lever.least + max(0, goal - gains[position]) / lever.gain) : lever.most
    }
    return changes
  }

  /// What every solution must cost at least, by the dual program; nil where there is no solution.
  ///
  /// At the price of gain that the last lever sets, no changes can cost less.
  ///
  /// - Parameter goal: the gain.
  /// - Returns: price × goal less what the levers are worth more than they cost.
  public func dualBound(of goal: Double) -> Double? {
    guard let place = place(of: goal) else { return nil }
    let last = place > 0 ? levers[order[place - 1]] : nil
    let price = last.map { $0.effort / $0.gain } ?? 0
    return levers.reduce(price * max(0, goal)) { bound, lever in
      let worth = price * lever.gain - lever.effort
      return bound - worth * (worth > 0 ? lever.most : lever.least)
    }
  }
}
