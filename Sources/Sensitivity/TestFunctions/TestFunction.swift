import Glibc

/// A published function on which methods are tried.
public struct TestFunction: Sendable {
  /// The exact indices, where they have a closed form.
  public struct Exact: Sendable, Hashable {
    /// The variance of the output.
    public let variance: Double
    /// The first-order index of each input.
    public let first: [Double]
    /// The total index of each input.
    public let total: [Double]
  }

  /// What it is called on a command line.
  public let name: String
  /// Where it was published.
  public let source: String
  /// The inputs.
  public let inputs: [Input]
  /// The function.
  public let model: FunctionModel
  /// The exact indices; nil where there is no closed form.
  public let exact: Exact?

  /// All functions there are.
  public static let all = [ishigami, sobolG, bratley, linear, morris]

  /// The function of a name.
  ///
  /// - Parameter name: as on a command line.
  public static func named(_ name: String) -> TestFunction? { all.first { $0.name == name } }

  /// Uniform inputs x1, x2, ….
  private static func inputs(_ count: Int, _ range: ClosedRange<Double>) -> [Input] {
    (1...count).map { Input("x\($0)", .uniform(range)) }
  }

  /// sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ with inputs uniform from −π to π.
  public static var ishigami: TestFunction {
    let (a, b) = (7.0, 0.1)
    let (fourth, eighth) = (b * pow(.pi, 4), b * b * pow(.pi, 8))
    let own = [0.5 * (1 + fourth / 5) * (1 + fourth / 5), a * a / 8, 0]
    let both = eighth * 8 / 225
    let variance = own.reduce(both, +)
    return TestFunction(
      name: "ishigami",
      source: "Ishigami & Homma (1990), doi:10.1109/ISUMA.1990.151285, with a = 7, b = 0.1",
      inputs: inputs(3, -Double.pi...Double.pi),
      model: FunctionModel { x in
        let square = x[2] * x[2]
        return sin(x[0]) * (1 + b * square * square) + a * sin(x[1]) * sin(x[1])
      },
      exact: Exact(
        variance: variance, first: own.map { $0 / variance },
        total: [own[0] + both, own[1], both].map { $0 / variance }))
  }

  /// The product of (|4 x − 2| + a) / (1 + a) over eight inputs uniform from 0 to 1.
  public static var sobolG: TestFunction {
    let a = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let own = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = own.reduce(1) { $0 * (1 + $1) }
    return TestFunction(
      name: "sobol-g",
      source: "Saltelli & Sobol' (1995), doi:10.1016/0951-8320(95)00099-2, with a = "
        + "0, 1, 4.5, 9, 99, 99, 99, 99",
      inputs: inputs(8, 0...1),
      model: FunctionModel { x in
        zip(x, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
      },
      exact: Exact(
        variance: product - 1, first: own.map { $0 / (product - 1) },
        total: own.map { $0 * product / (1 + $0) / (product - 1) }))
  }

  /// −x₁ + x₁x₂ − x₁x₂x₃ + … over ten inputs uniform from 0 to 1.
  public static var bratley: TestFunction {
    let count = 10
    // The mean of two products of the first m and n inputs, with some input left out of both.
    func mean(_ m: Int, _ n: Int, without left: Int) -> Double {
      pow(1.0 / 3, Double(min(m, n) - left)) * pow(0.5, Double(abs(m - n)))
    }
    func sign(_ m: Int) -> Double { m % 2 == 0 ? 1 : -1 }
    let terms = 1...count
    let expected = terms.reduce(0) { $0 + sign($1) * pow(0.5, Double($1)) }
    let square = terms.reduce(0) { sum, m in
      sum + terms.reduce(0) { $0 + sign(m + $1) * mean(m, $1, without: 0) }
    }
    let variance = square - expected * expected
    return TestFunction(
      name: "bratley",
      source: "Bratley, Fox & Niederreiter (1992), doi:10.1145/146382.146385, of ten inputs",
      inputs: inputs(count, 0...1),
      model: FunctionModel { x in
        var (sum, product) = (0.0, 1.0)
        for value in x {
          product *= -value
          sum += product
        }
        return sum
      },
      exact: Exact(
        variance: variance,
        first: terms.map { i in
          let slope = (i...count).reduce(0) { $0 + sign($1) * pow(0.5, Double($1 - 1)) }
          return slope * slope / 12 / variance
        },
        total: terms.map { i in
          let slope = (i...count).reduce(0) { sum, m in
            sum + (i...count).reduce(0) { $0 + sign(m + $1) * mean(m, $1, without: 1) }
          }
          return slope / 12 / variance
        }))
  }

  /// x₁ + 2 x₂ + … + 5 x₅ of standard normal inputs.
  public static var linear: TestFunction {
    let slopes = (1...5).map(Double.init)
    let variance = slopes.reduce(0) { $0 + $1 * $1 }
    let shares = slopes.map { $0 * $0 / variance }
    return TestFunction(
      name: "linear", source: "a sum has the variances of its terms",
      inputs: (1...5).map { Input("x\($0)", .normal(mean: 0, deviation: 1)) },
      model: FunctionModel { x in zip(slopes, x).reduce(0) { $0 + $1.0 * $1.1 } },
      exact: Exact(variance: variance, first: shares, total: shares))
  }

  /// Morris's function of twenty inputs, of which ten matter.
  ///
  /// The coefficients that Morris drew at random are (−1)ⁱ and (−1)ⁱ⁺ʲ here, so that there is one function.
  public static var morris: TestFunction {
    TestFunction(
      name: "morris",
      source: "Morris (1991), doi:10.1080/00401706.1991.10484804, small coefficients (−1)ⁱ, (−1)ⁱ⁺ʲ",
      inputs: inputs(20, 0...1), model: FunctionModel(morris(of:)), exact: nil)
  }

  private static func morris(of x: [Double]) -> Double {
    let w = x.enumerated().map { place, value in
      [2, 4, 6].contains(place) ? 2 * (1.1 * value / (value + 0.1) - 0.5) : 2 * (value - 0.5)
    }
    var sum = 0.0
    for i in w.indices {
      sum += (i < 10 ? 20 : i % 2 == 0 ? -1 : 1) * w[i]
      for j in w.indices.dropFirst(i + 1) {
        sum += (j < 6 ? -15 : (i + j) % 2 == 0 ? 1 : -1) * w[i] * w[j]
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
