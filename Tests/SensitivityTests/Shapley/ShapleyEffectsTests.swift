import Glibc
import Sensitivity
import Statistics
import TestSupport
import Testing

@Suite struct ShapleyEffectsTests {
  private static let methods: [ShapleyEffects.Method] = [.walks, .permutations(), .subsets]
  private let ishigami = FunctionModel { x in
    sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }
  private let angles = DependentInputs(
    independent: (1...3).map { Input("x\($0)", .uniform(-Double.pi...Double.pi)) })

  /// Ishigami & Homma (1990) with a = 7, b = 0.1: closed forms, evaluated at 30 digits.
  private let exact = [0.43574702317888532, 0.44241114479004081, 0.12184183203107387]
  private let firstOrder = [0.31390519114781145, 0.44241114479004081, 0]
  private let total = [0.55758885520995919, 0.44241114479004081, 0.24368366406214773]

  @Test(arguments: methods)
  func ishigamiComesOutWithinItsErrors(method: ShapleyEffects.Method) throws {
    let found = ShapleyEffects(method, evaluations: 60_000, replicates: Replicates(seed: 1))
      .estimates(of: ishigami, inputs: angles)
    #expect(abs(found.effects.reduce(0) { $0 + $1.value } - 1) < 1e-14)
    #expect(found.evaluations <= 60_000)
    #expect(found.effects.map(\.name) == ["x1", "x2", "x3"])
    for (effect, number) in zip(found.effects, exact) {
      let error = try #require(effect.standardError)
      #expect(error < 0.02)
      #expect(abs(effect.value - number) < 4 * error)
    }
    // 13.8445… in closed form; a variance of 20,000 values or so is right to 3 %.
    #expect(abs(found.variance / 13.844587940719257 - 1) < 0.05)
  }

  @Test func independentInputsLieBetweenFirstOrderAndTotal() {
    let found = ShapleyEffects(evaluations: 400_000, replicates: Replicates(seed: 2))
      .estimates(of: ishigami, inputs: angles)
    for (input, effect) in found.effects.enumerated() {
      let error = 4 * (effect.standardError ?? 0)
      #expect(effect.value > firstOrder[input] - error)
      #expect(effect.value < total[input] + error)
    }
  }

  /// Of y = Σ aᵢ xᵢ + Σ bᵢⱼ xᵢ xⱼ with independent standard normals, input i has the variance aᵢ² alone and
  /// half of bᵢⱼ² with each other: a closed form, between the first-order and the total index.
  @Test(arguments: methods)
  func interactionsAreSharedEqually(method: ShapleyEffects.Method) throws {
    var random = SplitMix64(seed: 21)
    for count in [2, 4, 7] {
      let alone = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
      let pairs = (0..<count).map { row in
        (0..<count).map { $0 < row ? Double.random(in: -1...1, using: &random) : 0 }
      }
      let model = FunctionModel { x in
        var sum = 0.0
        for row in x.indices {
          sum += alone[row] * x[row]
          for other in 0..<row { sum += pairs[row][other] * x[row] * x[other] }
        }
        return sum
      }
      let shares = (0..<count).map { input in
        alone[input] * alone[input]
          + (0..<count).reduce(0) { sum, other in
            let both = pairs[max(input, other)][min(input, other)]
            return sum + both * both / 2
          }
      }
      let inputs = DependentInputs(
        independent: alone.indices.map { Input("x\($0)", .normal(mean: 0, deviation: 1)) })
      let found = ShapleyEffects(method, evaluations: 10_000, replicates: Replicates(seed: 8))
        .estimates(of: model, inputs: inputs)
      for (effect, share) in zip(found.effects, shares) {
        let error = try #require(effect.standardError)
        #expect(error < 0.1)
        #expect(abs(effect.value - share / shares.reduce(0, +)) < 4 * error)
      }
    }
  }

  private func linear(_ count: Int) throws -> (inputs: DependentInputs, slopes: [Double]) {
    let slopes = (0..<count).map { 1 + 0.3 * Double($0) }
    let correlations = (0..<count).map { row in
      (0..<count).map { pow(0.6, Double(abs(row - $0))) }
    }
    let inputs = (0..<count).map { Input("x\($0)", .normal(mean: 3, deviation: 1)) }
    return (try DependentInputs(inputs, correlations: correlations), slopes)
  }

  @Test(arguments: methods, [2, 6])
  func dependentLinearInputsAgreeWithTheExactAnswer(
    method: ShapleyEffects.Method, count: Int
  ) throws {
    let (inputs, slopes) = try linear(count)
    let exact = try LinearGaussianShapley(slopes: slopes, covariance: inputs.correlations)
    // 10⁹ more in the output changes nothing but its last digits.
    let model = FunctionModel { point in zip(point, slopes).reduce(1e9) { $0 + $1.0 * $1.1 } }
    let found = ShapleyEffects(method, evaluations: 60_000, replicates: Replicates(seed: 3))
      .estimates(of: model, inputs: inputs)
    for (effect, number) in zip(found.effects, exact.effects) {
      let error = try #require(effect.standardError)
      #expect(error < 0.03)
      #expect(abs(effect.value - number) < 4 * error)
    }
  }

  /// A model that bends, jumps and in which dependent inputs meet: the three estimators share no step.
  @Test func theMethodsAgreeWhereInputsDependAndMeet() throws {
    let (inputs, _) = try linear(3)
    let model = FunctionModel { $0[0] * $0[1] + $0[2] * $0[2] * $0[2] / 3 + ($0[0] > 3 ? 4 : 0) }
    let found = Self.methods.map { method in
      ShapleyEffects(method, evaluations: 200_000, replicates: Replicates(seed: 4))
        .estimates(of: model, inputs: inputs).effects
    }
    for other in found.dropFirst() {
      for (one, two) in zip(found[0], other) {
        let error = hypot(one.standardError ?? 0, two.standardError ?? 0)
        #expect(abs(one.value - two.value) < 4 * error)
      }
    }
  }

  /// Intervals of 95 % over 200 seeds and three inputs: 570 of 600 hold on average.
  ///
  /// Effects of one study depend on one another, so that the share has an error of 0.0154 at most; three
  /// times that.
  @Test(arguments: methods)
  func intervalsHoldTheTrueEffectAsOftenAsTheySay(method: ShapleyEffects.Method) throws {
    let (inputs, slopes) = try linear(3)
    let exact = try LinearGaussianShapley(slopes: slopes, covariance: inputs.correlations)
    let model = FunctionModel { point in zip(point, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
    var held = 0
    for seed in 0..<200 as Range<UInt64> {
      let found = ShapleyEffects(method, evaluations: 1500, replicates: Replicates(seed: seed))
        .estimates(of: model, inputs: inputs)
      for (effect, number) in zip(found.effects, exact.effects) {
        if try #require(effect.interval).contains(number) { held += 1 }
      }
    }
    #expect(abs(Double(held) / 600 - 0.95) < 0.046)
  }

  @Test(arguments: methods)
  func oneThreadAndTwoGiveTheSame(method: ShapleyEffects.Method) throws {
    let (inputs, _) = try linear(6)
    let model = FunctionModel { $0[0] * $0[1] + $0[5] }
    let found = [1, 2].map { threads in
      ShapleyEffects(
        method, evaluations: 3000, replicates: Replicates(seed: 9, threads: threads)
      ).estimates(of: model, inputs: inputs)
    }
    #expect(found[0] == found[1])
  }

  @Test(arguments: methods)
  func noInputsOneInputAndNoVariance(method: ShapleyEffects.Method) {
    let study = ShapleyEffects(method, evaluations: 100, replicates: Replicates(seed: 1))
    let none = study.estimates(
      of: FunctionModel { _ in 1 }, inputs: DependentInputs(independent: []))
    #expect(none.effects.isEmpty && none.variance == 0)
    let one = DependentInputs(independent: [Input("x", .uniform(0...1))])
    let alone = study.estimates(of: FunctionModel { $0[0] }, inputs: one).effects[0]
    #expect(alone.value == 1 && (alone.standardError ?? 1) < 1e-15)
    let still = study.estimates(of: FunctionModel { _ in 1 }, inputs: one)
    #expect(still.effects[0].value == 0 && still.variance == 0)
  }

  @Test func anInputThatNothingDependsOnHasNoEffect() {
    let inputs = DependentInputs(
      independent: (1...4).map { Input("x\($0)", .normal(mean: 0, deviation: 1)) })
    let found = ShapleyEffects(evaluations: 2000, replicates: Replicates(seed: 1))
      .estimates(of: FunctionModel { $0[0] * $0[2] }, inputs: inputs)
    #expect(found.effects[1].value == 0 && found.effects[3].value == 0)
    #expect(found.effects[1].standardError == 0)
  }

  @Test func fifteenInputsHaveTooManySets() async {
    await #expect(processExitsWith: .failure) {
      let inputs = (0..<15).map { Input("x\($0)", .uniform(0...1)) }
      _ = ShapleyEffects(.subsets, replicates: Replicates(seed: 1))
        .estimates(of: FunctionModel { $0[0] }, inputs: DependentInputs(independent: inputs))
    }
  }
}
