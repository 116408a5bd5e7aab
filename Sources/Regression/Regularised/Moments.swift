/// Sums, squares and products of regressors and response over some rows.
internal struct Moments: Sendable {
  /// The number of regressors.
  let columns: Int
  /// The sum of the weights; the number of rows where all count the same.
  let weight: Double
  /// The sums of the regressors.
  let sums: [Double]
  /// The sum of the response.
  let responseSum: Double
  /// The products of the regressors, `stride` numbers to a row, with zeros at its end.
  let products: [Double]
  /// The products of each regressor with the response.
  let responseProducts: [Double]
  /// The sum of squares of the response.
  let responseSquares: Double

  /// How far apart the rows of a matrix of so many columns are: whole vectors of eight numbers.
  static func stride(of columns: Int) -> Int { (columns + 7) / 8 * 8 }

  /// Takes apart a matrix of products whose upper panels hold regressors, response and ones.
  init(packed: [Double], stride: Int, columns: Int) {
    func entry(_ row: Int, _ column: Int) -> Double {
      packed[min(row, column) * stride + max(row, column)]
    }
    let (response, ones) = (columns, columns + 1)
    let own = Self.stride(of: columns)
    var products = [Double](repeating: 0, count: columns * own)
    for row in 0..<columns {
      for column in row..<columns {
        products[row * own + column] = entry(row, column)
        products[column * own + row] = entry(row, column)
      }
    }
    self.init(
      columns: columns, weight: entry(ones, ones), sums: (0..<columns).map { entry($0, ones) },
      responseSum: entry(response, ones), products: products,
      responseProducts: (0..<columns).map { entry($0, response) },
      responseSquares: entry(response, response))
  }

  private init(
    columns: Int, weight: Double, sums: [Double], responseSum: Double, products: [Double],
    responseProducts: [Double], responseSquares: Double
  ) {
    self.columns = columns
    self.weight = weight
    self.sums = sums
    self.responseSum = responseSum
    self.products = products
    self.responseProducts = responseProducts
    self.responseSquares = responseSquares
  }

  func adding(_ other: Moments) -> Moments {
    func sum(_ left: [Double], _ right: [Double]) -> [Double] {
      var result = left
      for index in result.indices { result[index] += right[index] }
      return result
    }
    return Moments(
      columns: columns, weight: weight + other.weight, sums: sum(sums, other.sums),
      responseSum: responseSum + other.responseSum, products: sum(products, other.products),
      responseProducts: sum(responseProducts, other.responseProducts),
      responseSquares: responseSquares + other.responseSquares)
  }

  var isFinite: Bool {
    // Every number has its square on the diagonal.
    responseSquares.isFinite
      && (0..<columns).allSatisfy { products[$0 * Self.stride(of: columns) + $0].isFinite }
  }

  /// The mean of a regressor, from where it is measured.
  func mean(_ column: Int) -> Double { sums[column] / weight }

  /// The mean of the response, from where it is measured.
  var responseMean: Double { responseSum / weight }

  /// The standard deviation of a regressor, dividing by the sum of the weights.
  func deviation(_ column: Int) -> Double {
    let square = products[column * Self.stride(of: columns) + column] / weight
    return max(0, square - mean(column) * mean(column)).squareRoot()
  }
}
