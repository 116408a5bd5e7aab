import Glibc

extension TestFunction {
  /// sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ with inputs uniform from −π to π.
  public static var ishigami: TestFunction {
    let (a, b) = (7.0, 0.1)
    let (fourth, eighth) = (b * pow(.pi, 4), b * b * pow(.pi, 8))
    return TestFunction(
      name: "ishigami",
      source: "Ishigami & Homma (1990), doi:10.1109/ISUMA.1990.151285, with a = 7, b = 0.1",
      inputs: inputs(3, -Double.pi...Double.pi),
      model: FunctionModel { x in
        let square = x[2] * x[2]
        return sin(x[0]) * (1 + b * square * square) + a * sin(x[1]) * sin(x[1])
      },
      // The terms are sin x₁, 7 sin² x₂ and 1 + 0.1 x₃⁴.
      exact: Exact(
        sumOf: [Product(1, [0, 2]), Product(1, [1])], means: [0, a / 2, 1 + fourth / 5],
        variances: [0.5, a * a / 8, eighth * 16 / 225]))
  }
}
