extension TestFunction {
  /// The product of (|4 x − 2| + a) / (1 + a) over eight inputs uniform from 0 to 1.
  public static var sobolG: TestFunction {
    let a = [0, 1, 4.5, 9, 99, 99, 99, 99]
    return TestFunction(
      name: "sobol-g",
      source: "Saltelli & Sobol' (1995), doi:10.1016/0951-8320(95)00099-2, with a = "
        + "0, 1, 4.5, 9, 99, 99, 99, 99",
      inputs: inputs(a.count, 0...1),
      model: FunctionModel { x in
        var product = 1.0
        for (value, a) in zip(x, a) { product *= (abs(4 * value - 2) + a) / (1 + a) }
        return product
      },
      exact: Exact(
        sumOf: [Product(1, a.indices)], means: a.map { _ in 1 },
        variances: a.map { 1 / (3 * (1 + $0) * (1 + $0)) }))
  }

  /// The product of (3 (2 x − 1)² + a) / (1 + a) over ten inputs uniform from 0 to 1.
  ///
  /// The sixth function of table 5 of the source, which moves x by a random shift, modulo 1, that no index
  /// depends on; there is none here.
  public static var sobolGStar: TestFunction {
    let a = [0, 0.1, 0.2, 0.3, 0.4, 0.8, 1, 2, 3, 4]
    return TestFunction(
      name: "sobol-g-star",
      source: "Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018, G*6: alpha = 2, a = "
        + "0, 0.1, 0.2, 0.3, 0.4, 0.8, 1, 2, 3, 4, no shift",
      inputs: inputs(a.count, 0...1),
      model: FunctionModel { x in
        var product = 1.0
        for (value, a) in zip(x, a) {
          product *= (3 * (2 * value - 1) * (2 * value - 1) + a) / (1 + a)
        }
        return product
      },
      exact: Exact(
        sumOf: [Product(1, a.indices)], means: a.map { _ in 1 },
        variances: a.map { 0.8 / ((1 + $0) * (1 + $0)) }))
  }
}
