import Statistics

/// Descent from vertex to vertex, and walks that are kicked off the lowest one found.
///
/// From a vertex one edge leads away along each tie given up. Along an edge futures are lost and won, one by
/// one; wherever as many are covered as must be, there is a vertex that is allowed, and the farthest one in the
/// direction of less effort is the best. Unlike the simplex method an edge may pass points where too few
/// futures are covered: the allowed region is no convex set. A vertex whose edges lead to nothing better is
/// left by a few edges chosen at random, within a little more effort, and descended from anew.
internal struct RobustSearch {
  private let surface: RobustSurface
  private var room: CrossingRoom
  private var events: [(time: Double, future: Int)] = []

  internal init(_ surface: RobustSurface) {
    self.surface = surface
    room = CrossingRoom(surface)
  }

  /// How much of the effort an edge saves at most at a time, and adds at least; far vertices are seldom allowed.
  private static let reach = 0.02
  /// Effort that is saved must be worth the name.
  private static let precision = 1e-10

  /// Goes down until no edge leads to less effort.
  internal mutating func descend(from start: RobustVertex, reach: Double? = nil) -> RobustVertex {
    var vertex = start
    while let next = best(from: vertex, reach: reach ?? Self.reach * vertex.effort) {
      vertex = next
    }
    return vertex
  }

  /// The vertex of least effort along any edge; nil where there is none of less.
  private mutating func best(from vertex: RobustVertex, reach: Double) -> RobustVertex? {
    var saved = Self.precision * max(1, vertex.effort)
    var exchange: (tie: Int, other: RobustVertex.Tie)?
    for tie in vertex.ties.indices {
      var direction = vertex.direction(leaving: tie)
      var slope = zip(surface.efforts, direction).reduce(0) { $0 + $1.0 * $1.1 }
      var covered = vertex.covered
      if slope > 0 {
        // The bounds of a lever are never given up, a future may be.
        guard case .future = vertex.ties[tie] else { continue }
        direction = direction.map { -$0 }
        slope = -slope
        covered -= 1
      }
      guard slope < 0 else { continue }
      let end = end(along: direction, from: vertex, before: reach / -slope)
      guard end.time * -slope > saved else { continue }
      meet(along: direction, from: vertex, before: end.time)
      for event in events {
        let isWon = vertex.margins[event.future] < -surface.tolerance
        if covered + (isWon ? 1 : 0) >= surface.required, event.time * -slope > saved {
          saved = event.time * -slope
          exchange = (tie, .future(event.future))
        }
        covered += isWon ? 1 : -1
      }
      if let bound = end.bound, covered >= surface.required, end.time * -slope > saved {
        saved = end.time * -slope
        exchange = (tie, bound)
      }
    }
    guard let exchange,
      let next = vertex.exchanging(exchange.tie, for: exchange.other, on: surface),
      next.covered >= surface.required, next.effort < vertex.effort
    else { return nil }
    return next
  }

  /// Where a direction leaves the levers' ranges, if before a given time.
  private func end(
    along direction: [Double], from vertex: RobustVertex, before time: Double
  ) -> (time: Double, bound: RobustVertex.Tie?) {
    var end = (time: time, bound: RobustVertex.Tie?.none)
    for lever in direction.indices where abs(direction[lever]) > 1e-13 {
      let isFalling = direction[lever] < 0
      let bound: RobustVertex.Tie = isFalling ? .least(lever) : .most(lever)
      guard !vertex.ties.contains(bound) else { continue }
      let way = (isFalling ? surface.least[lever] : surface.most[lever]) - vertex.changes[lever]
      let time = max(0, way / direction[lever])
      if time < end.time { end = (time, bound) }
    }
    return end
  }

  /// The futures that are lost or won along a direction, in their order.
  private mutating func meet(
    along direction: [Double], from vertex: RobustVertex, before time: Double
  ) {
    let count = surface.crossings(along: direction, from: vertex, before: time, into: &room)
    events.removeAll(keepingCapacity: true)
    for place in 0..<count { events.append((room.times[place], room.futures[place])) }
    // A tie stays one along the edges of the others, whatever the rounding.
    events.removeAll { vertex.ties.contains(.future($0.future)) }
    events.sort { ($0.time, $0.future) < ($1.time, $1.future) }
  }

  /// Leaves a vertex by a few edges chosen at random; itself where no edge leads anywhere.
  private mutating func kicked(
    _ start: RobustVertex, _ random: inout ReplicateGenerator
  ) -> RobustVertex {
    var vertex = start
    for _ in 0..<2 + Int(random.next() % 4) {
      for _ in 0..<Self.tries {
        guard let next = neighbour(of: vertex, &random) else { continue }
        vertex = next
        break
      }
    }
    return vertex
  }

  private static let tries = 8

  /// A vertex along an edge, both chosen at random.
  private mutating func neighbour(
    of vertex: RobustVertex, _ random: inout ReplicateGenerator
  ) -> RobustVertex? {
    let tie = Int(random.next() % UInt64(vertex.ties.count))
    var direction = vertex.direction(leaving: tie)
    var covered = vertex.covered
    if random.next() % 2 == 1 {
      guard case .future = vertex.ties[tie] else { return nil }
      direction = direction.map { -$0 }
      covered -= 1
    }
    let slope = zip(surface.efforts, direction).reduce(0) { $0 + $1.0 * $1.1 }
    // Among few futures the next vertex is far.
    let reach = Self.reach * vertex.effort * Double(1 << (random.next() % 3 * 3))
    let end = end(along: direction, from: vertex, before: reach / max(abs(slope), 1e-3))
    meet(along: direction, from: vertex, before: end.time)
    var allowed: [RobustVertex.Tie] = []
    for event in events {
      let isWon = vertex.margins[event.future] < -surface.tolerance
      if covered + (isWon ? 1 : 0) >= surface.required { allowed.append(.future(event.future)) }
      covered += isWon ? 1 : -1
    }
    if allowed.isEmpty, let bound = end.bound, covered >= surface.required {
      allowed.append(bound)
    }
    guard !allowed.isEmpty else { return nil }
    let next = vertex.exchanging(
      tie, for: allowed[Int(random.next() % UInt64(allowed.count))], on: surface)
    return next.flatMap { $0.covered >= surface.required ? $0 : nil }
  }

  /// Kicks and descends a number of times, each time from the lowest vertex so far.
  internal mutating func walk(
    from start: RobustVertex, kicks: Int, _ random: inout ReplicateGenerator
  ) -> RobustVertex {
    var best = start
    for _ in 0..<kicks {
      let next = descend(from: kicked(best, &random))
      if next.effort < best.effort { best = next }
    }
    return descend(from: best, reach: .infinity)
  }
}
