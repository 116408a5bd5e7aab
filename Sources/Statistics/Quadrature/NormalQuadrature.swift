import Glibc

/// Integrals of functions of a standard normal variable, to about 1e-13.
///
/// Where a function changes over no less than a quarter of a standard deviation at any one place, by equal
/// steps, whose error falls with the square of their number in the exponent (Trefethen & Weideman 2014,
/// doi:10.1137/130932132). Where it changes faster somewhere, or stops, by Gauss's rule on panels
/// that are as narrow as the change is near it. Either way the steps are halved until the result stands.
struct NormalQuadrature {
  /// A place where a function changes as Φ((t − place) / width) does; of width zero it jumps.
  struct Edge {
    let place: Double
    let width: Double
  }

  private let range: ClosedRange<Double>
  private let edges: [Edge]
  /// The first step of equal ones; nil where there are panels.
  private let step: Double?

  /// Beyond this the normal distribution has 2e-17 left.
  static let end = 8.5
  /// A difference between two results that leaves an error far below 1e-13 in the later one, since an
  /// error e becomes e² or less when the steps are halved.
  private static let standing = 1e-7
  private static let refinements = 8

  /// Prepares an integral.
  ///
  /// - Parameters:
  ///   - range: where the function is not zero; the infinite line by default.
  ///   - edges: where it changes.
  init(over range: ClosedRange<Double> = -end...end, edges: [Edge]) {
    self.range = range.clamped(to: -Self.end...Self.end)
    self.edges = edges
    let narrowest = edges.reduce(1) { min($0, $1.width) }
    let isSmooth = narrowest >= 0.25 && self.range == -Self.end...Self.end
    // An edge smoothed by the normal density has the width w / √(1 + w²).
    step = isSmooth ? 0.8 * narrowest / (1 + narrowest * narrowest).squareRoot() : nil
  }

  /// Integrates.
  ///
  /// - Parameter sums: the function's values at points, summed up with their weights; as many
  ///   numbers each time it is asked.
  /// - Returns: the integrals.
  func integrals(_ sums: (_ points: [Double], _ weights: [Double]) -> [Double]) -> [Double] {
    var result = integrals(0, after: nil, sums)
    for refinement in 1...Self.refinements {
      let finer = integrals(refinement, after: result, sums)
      let change = zip(result, finer).reduce(0) { max($0, abs($1.0 - $1.1)) }
      result = finer
      if change < Self.standing { break }
    }
    return result
  }

  /// The integrals with steps halved so many times.
  private func integrals(
    _ refinement: Int, after before: [Double]?, _ sums: ([Double], [Double]) -> [Double]
  ) -> [Double] {
    guard let step else {
      let (points, weights) = panels(parts: 1 << refinement)
      return sums(points, weights)
    }
    let size = step / Double(1 << refinement)
    let half = Int((Self.end / size).rounded(.up))
    // The points of the steps before are every other one of these.
    let points = (-half...half).lazy.filter { before == nil || !$0.isMultiple(of: 2) }
      .map { Double($0) * size }
    let added = sums(Array(points), points.map { size * Self.density($0) })
    return before.map { zip($0, added).map { $0 / 2 + $1 } } ?? added
  }

  private static func density(_ x: Double) -> Double { NormalDistribution().density(x) }

  /// Points and weights of Gauss's rule on panels, each cut into parts.
  private func panels(parts: Int) -> ([Double], [Double]) {
    var ends: Set<Double> = [range.lowerBound, range.upperBound]
    for whole in -8...8 { ends.insert(Double(whole)) }
    for edge in edges where edge.width < 0.5 {
      ends.insert(edge.place)
      var distance = 1.5 * edge.width
      while distance > 0, distance < 2 {
        ends.insert(edge.place - distance)
        ends.insert(edge.place + distance)
        distance = distance < 6 * edge.width ? distance + 1.5 * edge.width : 2 * distance
      }
    }
    let ordered = ends.filter { range.contains($0) }.sorted()
    var (points, weights): ([Double], [Double]) = ([], [])
    for (start, end) in zip(ordered, ordered.dropFirst()) {
      let half = (end - start) / Double(2 * parts)
      for part in 0..<parts {
        let centre = start + half * Double(2 * part + 1)
        for (node, weight) in Self.gauss {
          let point = centre + half * node
          points.append(point)
          weights.append(half * weight * Self.density(point))
        }
      }
    }
    return (points, weights)
  }

  /// Points and weights of Gauss's rule with 16 points on −1...1, ascending.
  ///
  /// The roots of Legendre's polynomial, by Newton's method from Tricomi's approximation.
  static let gauss: [(point: Double, weight: Double)] = {
    let order = 16
    return (1...order).map { k in
      var x = -cos(.pi * (Double(k) - 0.25) / (Double(order) + 0.5))
      var slope = 1.0
      for _ in 0..<8 {
        var (previous, value) = (1.0, x)
        for n in 2...order {
          (previous, value) = (
            value, (Double(2 * n - 1) * x * value - Double(n - 1) * previous) / Double(n)
          )
        }
        slope = Double(order) * (x * value - previous) / (x * x - 1)
        x -= value / slope
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }()
}
