/// Branch and bound on the fractional knapsack, for programs without conditions.
///
/// A lever is open, used or out. Of an open one the fixed effort is spread over its whole range, which costs
/// no more than the truth anywhere and the truth at both ends; what is left is a fractional knapsack, whose
/// value bounds all plans below a node. The limit on the number of levers enters the bound with a price of
/// its own (Lagrange: with μ ≥ 0 on each lever used, less μ times the number allowed, a bound stays one),
/// found at the root. All orders are fixed: the same program gives the same answer.
internal struct EffortSearch {
  /// What is settled of a lever.
  private enum Standing { case open, used, out }

  private let program: EffortProgram
  private let count: Int
  private let nodeLimit: Int
  private var standing: [Standing]
  /// The ends of what a lever may be changed while it is used; least and most of all while it is open.
  private var low: [Double]
  private var high: [Double]
  /// The price of using a lever at all, beside its fixed effort.
  private var price = 0.0
  /// The knapsack of the last node: the order of the levers, their rates and changes.
  private var order: [Int]
  private var rates: [Double]
  private var changes: [Double]

  /// The best changes found, and their effort.
  internal private(set) var best: [Double]?
  private(set) var bestEffort = Double.infinity
  /// The lowest bound of all nodes that were left when the limit was reached.
  private var openBound = Double.infinity
  private var nodes = 0

  /// Searches.
  ///
  /// - Parameters:
  ///   - program: what is asked.
  ///   - nodes: after how many nodes the search is broken off.
  /// - Precondition: the program has no conditions.
  internal init(_ program: EffortProgram, nodes: Int) {
    precondition(program.conditions.isEmpty, "conditions are not for this search")
    let levers = program.levers
    self.program = program
    count = program.atMost ?? levers.count
    nodeLimit = nodes
    standing = levers.map { $0.most == 0 ? .out : $0.least > 0 ? .used : .open }
    low = levers.map(\.least)
    high = levers.map(\.most)
    order = []
    order.reserveCapacity(levers.count)
    rates = levers.map { _ in 0 }
    changes = rates
    if count < levers.count { price = bestPrice() }
    explore()
  }

  /// Whether the search went to its end.
  internal var isComplete: Bool { openBound == .infinity }

  /// What no plan costs less than; infinite where there is no plan.
  internal var lowerBound: Double { min(bestEffort, openBound) }

  /// Plans whose efforts differ by less than this share are as good as each other.
  private static let precision = 1e-9

  private func isWorthwhile(_ bound: Double) -> Bool {
    best == nil || bound < bestEffort - Self.precision * max(1, bestEffort)
  }

  /// The price of using a lever at which the bound of the root is highest: it is concave in the price.
  private mutating func bestPrice() -> Double {
    // A price above what every lever costs in full changes nothing more.
    var (lower, upper) = (0.0, program.levers.reduce(0) { max($0, $1.effort(of: $1.most)) })
    let third = (3 - 5.0.squareRoot()) / 2
    for _ in 0..<16 {
      let (left, right) = (lower + third * (upper - lower), upper - third * (upper - lower))
      price = left
      let first = bound() ?? 0
      price = right
      let second = bound() ?? 0
      if first < second { lower = left } else { upper = right }
    }
    return (lower + upper) / 2
  }

  /// Solves the knapsack of a node; nil where even it cannot reach the goal.
  private mutating func bound() -> Double? {
    let levers = program.levers
    var missing = program.goal
    var effort = 0.0
    var used = 0
    var hasOpen = false
    order.removeAll(keepingCapacity: true)
    for index in levers.indices {
      let lever = levers[index]
      changes[index] = low[index]
      switch standing[index] {
      case .out: continue
      case .used:
        missing -= lever.gain * low[index]
        effort += lever.fixedEffort + lever.effort * low[index]
        used += 1
        rates[index] = lever.effort / lever.gain
      case .open:
        hasOpen = true
        rates[index] = (lever.effort + (lever.fixedEffort + price) / high[index]) / lever.gain
      }
      var place = order.count
      order.append(index)
      while place > 0, rates[order[place - 1]] > rates[index] {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = index
    }
    if used > count { return nil }
    if hasOpen { effort -= price * Double(count - used) }
    for index in order where missing > 0 {
      let room = high[index] - low[index]
      let part = min(room, missing / levers[index].gain)
      changes[index] += part
      missing = part < room ? 0 : missing - levers[index].gain * room
      effort += rates[index] * levers[index].gain * part
    }
    return missing <= program.tolerance ? effort : nil
  }

  /// Whether the largest gains of as many levers as are left suffice.
  private func canReach() -> Bool {
    var gain = 0.0
    var open: [Double] = []
    var used = 0
    for index in program.levers.indices where standing[index] != .out {
      let full = program.levers[index].gain * high[index]
      if standing[index] == .used {
        gain += full
        used += 1
      } else {
        open.append(full)
      }
    }
    guard used + open.count > count else { return true }
    open.sort(by: >)
    gain += open.prefix(max(0, count - used)).reduce(0, +)
    return gain >= program.goal - program.tolerance
  }

  /// Searches the plans below a node.
  private mutating func explore() {
    nodes += 1
    guard let bound = bound(), isWorthwhile(bound) else { return }
    guard count == program.levers.count || canReach() else { return }
    guard nodes <= nodeLimit else {
      openBound = min(openBound, bound)
      return
    }
    // The knapsack is overwritten by the nodes below.
    let relaxed = changes
    tryPlan(near: relaxed)
    guard isWorthwhile(bound) else { return }
    if let broken = brokenSet(relaxed) {
      leaveOut(broken)
      return
    }
    guard let lever = branching(on: relaxed) else { return }
    if standing[lever] == .open {
      let range = (low[lever], high[lever])
      standing[lever] = .used
      low[lever] = program.levers[lever].grid?.first ?? 0
      explore()
      standing[lever] = .out
      (low[lever], high[lever]) = (0, 0)
      explore()
      standing[lever] = .open
      (low[lever], high[lever]) = range
    } else if let grid = program.levers[lever].grid {
      let (end, start) = (high[lever], low[lever])
      low[lever] = grid.change(above: relaxed[lever])
      explore()
      low[lever] = start
      high[lever] = grid.change(below: relaxed[lever])
      explore()
      high[lever] = end
    }
  }

  /// The lever that the knapsack treats worst: one open and neither left nor pulled whole, then one between
  /// two changes of its grid, then any open one while a price stands for what is not settled.
  private func branching(on relaxed: [Double]) -> Int? {
    let levers = program.levers
    let partly = levers.indices.filter { relaxed[$0] > low[$0] && relaxed[$0] < high[$0] }
    let asOpen = partly.first {
      standing[$0] == .open && (levers[$0].fixedEffort > 0 || price > 0 || levers[$0].grid != nil)
    }
    if let asOpen { return asOpen }
    let between = partly.first { index in
      levers[index].grid.map {
        $0.change(above: relaxed[index]) != $0.change(below: relaxed[index])
      } ?? false
    }
    if let between { return between }
    guard count < levers.count else { return nil }
    let open = levers.indices.filter { standing[$0] == .open }
    return open.first { relaxed[$0] > 0 } ?? (price > 0 ? open.first : nil)
  }

  /// A set to be avoided whose levers the knapsack changes all.
  private func brokenSet(_ relaxed: [Double]) -> Set<Int>? {
    program.avoided.first { set in
      set.allSatisfy { standing[$0] != .out && relaxed[$0] > 0 }
    }
  }

  /// Leaves out the levers of a set in turn; those already used cannot be, having been left out elsewhere.
  private mutating func leaveOut(_ set: Set<Int>) {
    for lever in set.sorted() where standing[lever] == .open {
      let range = (low[lever], high[lever])
      standing[lever] = .out
      (low[lever], high[lever]) = (0, 0)
      explore()
      standing[lever] = .open
      (low[lever], high[lever]) = range
    }
  }

  /// Takes the knapsack's changes for a plan, what lies between two changes of a grid put up to the next.
  private mutating func tryPlan(near relaxed: [Double]) {
    var plan = relaxed
    for index in plan.indices {
      guard let grid = program.levers[index].grid else { continue }
      plan[index] = min(program.levers[index].most, grid.change(above: plan[index]))
    }
    guard plan.count(where: { $0 > 0 }) <= count,
      program.gain(of: plan) >= program.goal - program.tolerance,
      program.avoided.allSatisfy({ set in set.contains { plan[$0] == 0 } })
    else { return }
    let effort = program.effort(of: plan)
    if effort < bestEffort {
      bestEffort = effort
      best = plan
    }
  }
}
