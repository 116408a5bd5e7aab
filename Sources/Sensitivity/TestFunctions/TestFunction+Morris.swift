import Glibc

extension TestFunction {
  /// Morris's function of twenty inputs, of which ten matter.
  ///
  /// The coefficients that Morris drew at random are (−1)ⁱ and (−1)ⁱ⁺ʲ here, so that there is one function.
  public static var morris: TestFunction {
    let bent = [2, 4, 6]
    let count = 20
    let logarithm = log(11.0)
    return TestFunction(
      name: "morris",
      source:
        "Morris (1991), doi:10.1080/00401706.1991.10484804, small coefficients (−1)ⁱ, (−1)ⁱ⁺ʲ",
      inputs: inputs(count, 0...1), model: FunctionModel(morris(of:)),
      // Of a bent term, x / (x + 0.1) has the mean 1 − 0.1 ln 11 and the variance 1 / 11 − (0.1 ln 11)².
      exact: Exact(
        sumOf: morrisProducts,
        means: (0..<count).map { bent.contains($0) ? 1.2 - 0.22 * logarithm : 0 },
        variances: (0..<count).map {
          bent.contains($0) ? 4.84 * (1.0 / 11 - 0.01 * logarithm * logarithm) : 1.0 / 3
        }))
  }

  private static func single(_ i: Int) -> Double { i < 10 ? 20 : i % 2 == 0 ? -1 : 1 }

  private static func pair(_ i: Int, _ j: Int) -> Double {
    j < 6 ? -15 : (i + j) % 2 == 0 ? 1 : -1
  }

  /// The products of up to four inputs that the function is the sum of.
  private static var morrisProducts: [Product] {
    var products: [Product] = []
    for i in 0..<20 {
      products.append(Product(single(i), [i]))
      for j in i + 1..<20 {
        products.append(Product(pair(i, j), [i, j]))
        for l in j + 1..<max(5, j + 1) {
          products.append(Product(-10, [i, j, l]))
          for s in l + 1..<max(4, l + 1) { products.append(Product(5, [i, j, l, s])) }
        }
      }
    }
    return products
  }

  private static func morris(of x: [Double]) -> Double {
    let w = x.enumerated().map { place, value in
      [2, 4, 6].contains(place) ? 2 * (1.1 * value / (value + 0.1) - 0.5) : 2 * (value - 0.5)
    }
    var sum = 0.0
    for i in w.indices {
      sum += single(i) * w[i]
      for j in w.indices.dropFirst(i + 1) {
        sum += pair(i, j) * w[i] * w[j]
        for l in w.indices.dropFirst(j + 1).prefix(while: { $0 < 5 }) {
          sum -= 10 * w[i] * w[j] * w[l]
          for s in w.indices.dropFirst(l + 1).prefix(while: { $0 < 4 }) {
            sum += 5 * w[i] * w[j] * w[l] * w[s]
          }
        }
      }
    }
    return sum
  }
}
