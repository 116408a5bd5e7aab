extension Matrix {
  /// What is left of a vector after this matrix times the coefficients is taken away.
  ///
  /// Each difference is summed in twice the working precision (Ogita, Rump & Oishi 2005,
  /// doi:10.1137/030601818, algorithm Dot2), since a residual is the small difference of large numbers.
  public func residual(of vector: [Double], coefficients: [Double]) -> [Double] {
    precondition(vector.count == rows && coefficients.count == columns, "the sizes do not match")
    return (0..<rows).map { row in
      var sum = vector[row]
      var lost = 0.0
      for column in 0..<columns {
        let factor = -storage[column * rows + row]
        let product = factor * coefficients[column]
        let productLost = (-product).addingProduct(factor, coefficients[column])
        let total = sum + product
        let part = total - sum
        lost += (sum - (total - part)) + (product - part) + productLost
        sum = total
      }
      return sum + lost
    }
  }
}
