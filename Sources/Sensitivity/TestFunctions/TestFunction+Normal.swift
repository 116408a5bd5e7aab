extension TestFunction {
  /// x₁ + 2 x₂ + … + 5 x₅ of standard normal inputs.
  public static var linear: TestFunction {
    let slopes = (1...5).map(Double.init)
    return TestFunction(
      name: "linear", source: "x1 + 2 x2 + … + 5 x5: a sum has the variances of its terms",
      inputs: (1...5).map { Input("x\($0)", .normal(mean: 0, deviation: 1)) },
      model: FunctionModel { x in zip(slopes, x).reduce(0) { $0 + $1.0 * $1.1 } },
      exact: Exact(
        sumOf: slopes.enumerated().map { Product($0.element, [$0.offset]) },
        means: slopes.map { _ in 0 }, variances: slopes.map { _ in 1 }))
  }

  /// x₁x₃ + x₂x₄ of normal inputs: prices of two papers and how much is held of each.
  public static var portfolio: TestFunction {
    let (means, deviations) = ([0.0, 0, 250, 400], [4.0, 2, 200, 300])
    return TestFunction(
      name: "portfolio",
      source: "Kucherenko, Tarantola & Annoni (2012), doi:10.1016/j.cpc.2011.12.020, x1 x3 + x2 x4 "
        + "without correlations",
      inputs: means.indices.map {
        Input("x\($0 + 1)", .normal(mean: means[$0], deviation: deviations[$0]))
      },
      model: FunctionModel { x in x[0] * x[2] + x[1] * x[3] },
      exact: Exact(
        sumOf: [Product(1, [0, 2]), Product(1, [1, 3])], means: means,
        variances: deviations.map { $0 * $0 }))
  }
}
