/// Spearman's correlation of ranks, ties sharing the mean rank.
///
/// Source: Spearman (1904), doi:10.2307/1412159.
///
/// - Parameters:
///   - first: numbers.
///   - second: as many others.
/// - Returns: from −1 to 1; nil where either does not vary.
/// - Precondition: there are as many of both.
public func rankCorrelation(_ first: [Double], _ second: [Double]) -> Double? {
  precondition(first.count == second.count, "a correlation is of pairs")
  let ranking = Ranking(tolerance: 0)
  let (a, b) = (
    ranking.ranks(of: first, ties: .average), ranking.ranks(of: second, ties: .average)
  )
  guard let meanA = a.mean, let meanB = b.mean else { return nil }
  var (cross, squareA, squareB) = (0.0, 0.0, 0.0)
  for (x, y) in zip(a, b) {
    cross += (x - meanA) * (y - meanB)
    squareA += (x - meanA) * (x - meanA)
    squareB += (y - meanB) * (y - meanB)
  }
  let size = (squareA * squareB).squareRoot()
  return size > 0 ? cross / size : nil
}
