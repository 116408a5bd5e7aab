internal import CKernels
internal import LinearAlgebra

/// The products of clusters in the order in which the kernel sums them up.
struct PairsTiles: Sendable {
  /// The columns that are solved for, and the response.
  let columns: Int
  /// How many of them are effects.
  let effects: Int
  /// The number of effects that are not among the columns, since they are orthogonal in every cluster.
  let orthogonal: Int
  /// The tiles.
  let values: [Double]
  /// The numbers of the tiles of one cluster.
  let count: Int

  private static let tileLength = Int(MINHBACH_PAIRS_TILE)

  /// Effects whose products in two clusters differ by less than this part are alike.
  private static let likeness = 1e-12

  /// Takes all columns as they are.
  init(_ products: ClusterProducts) {
    let size = products.columns
    self.init(
      columns: size, effects: products.effects, orthogonal: 0, clusters: products.clusters,
      count: size * (size + 1) / 2
    ) { cluster, numbers in
      for row in 0..<size {
        for column in 0...row {
          numbers.append(products.values[(cluster * size + row) * size + column])
        }
      }
    }
  }

  /// Turns effects that are alike in all clusters into orthogonal ones; nil where they are not.
  ///
  /// In a balanced panel the products of the effects of years are the same in every cluster, T, or a
  /// multiple c of T. With T = L L', the effects times L'⁻¹ have the products c I, so that in every
  /// replicate they are taken out by one division.
  init?(orthogonal products: ClusterProducts) {
    let (size, effects) = (products.columns, products.effects)
    guard effects > 0 else { return nil }
    func product(_ cluster: Int, _ row: Int, _ column: Int) -> Double {
      products.values[(cluster * size + row) * size + column]
    }
    let sum = products.sum
    var scales: [Double] = []
    for cluster in 0..<products.clusters {
      let scale = product(cluster, 0, 0) / sum[0, 0]
      for row in 0..<effects {
        for column in 0...row {
          let difference = product(cluster, row, column) - scale * sum[row, column]
          guard abs(difference) <= Self.likeness * scale * sum[0, 0] else { return nil }
        }
      }
      scales.append(scale)
    }
    guard let factor = ScaledCholesky(sum, size: effects) else { return nil }
    let left = size - effects
    self.init(
      columns: left, effects: 0, orthogonal: effects, clusters: products.clusters,
      count: left * (left + 1) / 2 + effects * left + 1
    ) { cluster, numbers in
      for row in effects..<size {
        for column in effects...row { numbers.append(product(cluster, row, column)) }
      }
      let solved = (effects..<size).map { column in
        factor.halfSolve((0..<effects).map { product(cluster, $0, column) })
      }
      for effect in 0..<effects {
        for column in 0..<left { numbers.append(solved[column][effect]) }
      }
      numbers.append(scales[cluster])
    }
  }

  /// Deals the products of each cluster to tiles.
  private init(
    columns: Int, effects: Int, orthogonal: Int, clusters: Int, count products: Int,
    _ append: (Int, inout [Double]) -> Void
  ) {
    let tiles = (products + Self.tileLength - 1) / Self.tileLength
    var values = [Double](repeating: 0, count: tiles * clusters * Self.tileLength)
    var numbers: [Double] = []
    for cluster in 0..<clusters {
      numbers.removeAll(keepingCapacity: true)
      append(cluster, &numbers)
      precondition(numbers.count == products, "the products of a cluster are not all there")
      for tile in 0..<tiles {
        let start = tile * Self.tileLength
        for place in start..<min(start + Self.tileLength, products) {
          values[(tile * clusters + cluster) * Self.tileLength + place - start] = numbers[place]
        }
      }
    }
    self.columns = columns
    self.effects = effects
    self.orthogonal = orthogonal
    self.values = values
    self.count = tiles * Self.tileLength
  }
}
