import CKernels

/// Sums of products by cluster, from which those of any draw of clusters are made.
///
/// The blocks of clusters are kept. Those of many single rows would fill the memory: they are made a
/// panel at a time, whenever draws need them.
struct ImportanceBlocks: Sendable {
  /// What the clusters are; nil for single rows.
  let name: String?
  /// The number of clusters with rows.
  let count: Int
  /// How many draws are best summed at once; it depends on the number of clusters alone.
  let drawsAtOnce: Int
  private let data: ImportanceData
  private let stored: ImportanceMoments?
  /// The block of each cluster, or row, as it was counted first.
  private let blocks: [Int?]

  /// The most numbers that are kept: 64 MB of them.
  private static let mostStored = 1 << 23
  /// The rows of a panel: their products stay in the cache nearest to memory.
  private static let panel = 1024

  /// Sorts rows into clusters.
  ///
  /// - Parameters:
  ///   - data: the rows.
  ///   - clusters: which rows are drawn together; nil for the units that have effects, and for single
  ///     rows where none have.
  /// - Throws: `splitUnit`.
  /// - Precondition: every row has a cluster.
  init(_ data: ImportanceData, clusters: Grouping?) throws(ImportanceError) {
    let units = data.common.units
    let grouping = clusters ?? units
    self.data = data
    name = grouping?.name
    var present = [Bool](repeating: false, count: grouping?.count ?? (data.rows.last ?? 0) + 1)
    for row in data.rows { present[grouping.map { Int($0.codes[row]) } ?? row] = true }
    var next = 0
    blocks = present.map { isPresent in
      guard isPresent else { return nil }
      defer { next += 1 }
      return next
    }
    count = next
    drawsAtOnce = max(1, min(64, Self.mostStored / max(next, 1)))
    if let units, let clusters { try Self.check(units, within: clusters, rows: data.rows) }
    if let grouping {
      let blocks = blocks
      let codes = data.rows.map { Int32(blocks[Int(grouping.codes[$0])] ?? 0) }
      stored = ImportanceMoments(data, codes: codes, count: next)
    } else if next * ImportanceMoments.width(of: data) <= Self.mostStored {
      stored = ImportanceMoments(data, rows: 0..<data.rowCount)
    } else {
      stored = nil
    }
  }

  private static func check(
    _ units: Grouping, within clusters: Grouping, rows: [Int]
  ) throws(ImportanceError) {
    var cluster = [Int32?](repeating: nil, count: units.count)
    for row in rows {
      let unit = Int(units.codes[row])
      guard cluster[unit] ?? clusters.codes[row] == clusters.codes[row] else {
        throw .splitUnit(unit: units.labels[unit], clusters: clusters.name)
      }
      cluster[unit] = clusters.codes[row]
    }
  }

  /// The block of a cluster, or of a row, as it was counted first; nil where it has no row in use.
  func block(ofCluster cluster: Int) -> Int? {
    precondition(cluster >= 0, "clusters count from zero")
    return blocks.indices.contains(cluster) ? blocks[cluster] : nil
  }

  /// The sums of products of draws.
  ///
  /// - Parameters:
  ///   - weights: how often each cluster is in each draw: draws × clusters.
  ///   - sets: the number of draws.
  /// - Returns: a block for each draw.
  func sums(weights: [Double], sets: Int) -> [[Double]] {
    let width = ImportanceMoments.width(of: data)
    var sums = [Double](repeating: 0, count: sets * width)
    if let stored {
      unsafe minhbach_weighted_sums(stored.blocks, count, width, weights, sets, &sums)
    } else {
      for start in stride(from: 0, to: count, by: Self.panel) {
        let rows = start..<min(start + Self.panel, count)
        let panel = ImportanceMoments(data, rows: rows)
        let parts = (0..<sets).flatMap {
          weights[$0 * count + start..<$0 * count + rows.upperBound]
        }
        unsafe minhbach_weighted_sums(panel.blocks, rows.count, width, parts, sets, &sums)
      }
    }
    return (0..<sets).map { Array(sums[$0 * width..<($0 + 1) * width]) }
  }
}
