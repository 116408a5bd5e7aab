extension TestFunction {
  /// The product of (3 x² + 1) / 2 over three inputs uniform from 0 to 1.
  public static var sudret: TestFunction {
    TestFunction(
      name: "sudret",
      source: "Sudret (2008), doi:10.1016/j.ress.2007.04.002, the product of (3 x^2 + 1) / 2",
      inputs: inputs(3, 0...1),
      model: FunctionModel { x in x.reduce(1) { $0 * (3 * $1 * $1 + 1) / 2 } },
      exact: Exact(
        sumOf: [Product(1, 0..<3)], means: [1, 1, 1], variances: [0.2, 0.2, 0.2]))
  }

  /// −x₁ + x₁x₂ − x₁x₂x₃ + … over ten inputs uniform from 0 to 1.
  public static var bratley: TestFunction {
    let count = 10
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
        sumOf: (1...count).map { Product($0 % 2 == 0 ? 1 : -1, 0..<$0) },
        means: [Double](repeating: 0.5, count: count),
        variances: [Double](repeating: 1.0 / 12, count: count)))
  }
}
