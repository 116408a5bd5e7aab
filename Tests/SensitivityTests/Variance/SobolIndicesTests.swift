import Sensitivity
import Statistics
import Testing

@Suite struct SobolIndicesTests {
  private func sample(
    _ function: TestFunction, _ points: Int, seed: UInt64 = 1, pairs: Bool = false
  ) -> PickFreezeSample {
    let replicates = Replicates(seed: seed)
    let design = PickFreezeDesign(function.inputs, count: points, replicates)
    return PickFreezeSample(design, of: function.model, pairs: pairs, replicates)
  }

  private func indices(
    _ sample: PickFreezeSample, _ estimator: FirstOrderEstimator = .saltelli, resamples: Int = 0,
    isControlled: Bool = true
  ) throws -> SobolIndices {
    var options = SobolIndices.Options()
    options.estimator = estimator
    options.resamples = resamples
    options.isControlled = isControlled
    return try #require(SobolIndices(sample, options: options, Replicates(seed: 1)))
  }

  private func largestError(_ found: SobolIndices, of function: TestFunction) throws -> Double {
    let exact = try #require(function.exact)
    let errors =
      zip(found.first, exact.first).map { abs($0.value - $1) }
      + zip(found.total, exact.total).map { abs($0.value - $1) }
    return errors.max() ?? .infinity
  }

  @Test func ishigamiIsExactToTwoInAHundredThousandWhateverIsAddedToTheOutput() throws {
    let sample = sample(.ishigami, 1 << 17)
    let found = try indices(sample)
    // Three seeds erred by 3e-6 at most.
    #expect(try largestError(found, of: .ishigami) < 1e-5)
    let shifted = try indices(sample.mapped { $0 + 1e9 })
    // Numbers near 1e9 are 1.2e-7 apart, and errors of 131,072 of them hardly add up.
    for (one, other) in zip(found.first + found.total, shifted.first + shifted.total) {
      #expect(abs(one.value - other.value) < 1e-9)
    }
    #expect(abs(found.variance - 13.844587940719257) < 1e-4)
    #expect(abs(found.mean - 3.5) < 1e-4)
  }

  @Test(arguments: FirstOrderEstimator.allCases, ["ishigami", "sobol-g", "bratley", "linear"])
  func everyEstimatorFindsTheExactIndices(estimator: FirstOrderEstimator, name: String) throws {
    let function = try #require(TestFunction.named(name))
    let found = try indices(sample(function, 1 << 12), estimator)
    // Random points would err by about √(1/4096) = 0.016; scrambled ones by less than half that.
    #expect(try largestError(found, of: function) < 0.008)
    let exact = try #require(function.exact)
    #expect(abs(found.variance / exact.variance - 1) < 0.01)
  }

  @Test func polynomialsTakeMostOfTheErrorAway() throws {
    var (with, without) = (0.0, 0.0)
    for seed in 1...3 as ClosedRange<UInt64> {
      let sample = sample(.ishigami, 1 << 14, seed: seed)
      with += try largestError(indices(sample), of: .ishigami)
      without += try largestError(indices(sample, isControlled: false), of: .ishigami)
    }
    // A prototype in NumPy: a tenth of the error with 8 and 4 degrees.
    #expect(with < without / 4, "\(with) \(without)")
  }

  @Test func aFewOutputsFarOutMakeUpNoEffectsOfPairs() throws {
    // Five seeds erred by 4e-5 at most; with what a few products of normal tails made up, this one by 2.8e-4.
    let found = try indices(sample(.linear, 1 << 16))
    #expect(try largestError(found, of: .linear) < 1e-4)
  }

  @Test(arguments: [true, false]) func pairsOfIshigamiAreFound(isControlled: Bool) throws {
    let found = try indices(
      sample(.ishigami, 1 << 12, pairs: true), isControlled: isControlled)
    let pairs = try #require(found.pairs).map(\.value)
    // Closed form: 0.2437 of x1 with x3; errors of totals and first orders, 0.008 each, add up.
    for (pair, exact) in zip(pairs, [0, 0.24368366406214773, 0]) {
      #expect(abs(pair - exact) < 0.02, "\(pairs)")
    }
    #expect(found.evaluations == 8 << 12)
  }

  @Test func intervalsOfResamplesHoldTheExactIndices() throws {
    // Resamples take points for random, which scrambled ones are better than: intervals are too wide, not too narrow.
    var held = 0
    let exact = try #require(TestFunction.sobolG.exact)
    for seed in 1...40 as ClosedRange<UInt64> {
      let found = try indices(sample(.sobolG, 256, seed: seed), resamples: 200)
      let total = found.total[0]
      let interval = try #require(total.interval)
      #expect(interval.contains(total.value))
      #expect(try #require(total.standardError) > 0)
      held += interval.contains(exact.total[0]) ? 1 : 0
    }
    // 95 % of 40 less three standard errors.
    #expect(held >= 34, "\(held)")
  }

  @Test func anInputWithoutEffectHasNoTotalAndADummysFirstOrder() throws {
    let inputs = (1...3).map { Input("x\($0)", .uniform(0...1)) }
    let design = PickFreezeDesign(inputs, count: 512, Replicates(seed: 4))
    let sample = PickFreezeSample(
      design, of: FunctionModel { $0[0] * $0[1] }, Replicates(seed: 4))
    let found = try indices(sample, resamples: 200, isControlled: false)
    #expect(found.total[2].value == 0)
    #expect(found.first[2].value == 0)
    #expect(try #require(found.dummy.interval).contains(0))
    // The standard error of a correlation of 512 pairs is 0.044.
    #expect(abs(found.dummy.value) < 0.15)
  }

  @Test func oneInputMakesAllOfTheVariance() throws {
    let design = PickFreezeDesign([Input("x", .uniform(0...1))], count: 256, Replicates(seed: 1))
    let sample = PickFreezeSample(design, of: FunctionModel { 3 * $0[0] }, Replicates(seed: 1))
    for estimator in FirstOrderEstimator.allCases {
      let found = try indices(sample, estimator)
      // A straight line is a polynomial of degree one; its slope is found from 512 even points, to 1/512².
      #expect(abs(found.first[0].value - 1) < 4e-6)
      #expect(abs(found.total[0].value - 1) < 4e-6)
    }
  }

  @Test func anOutputThatDoesNotVaryHasNoIndices() {
    let design = PickFreezeDesign([Input("x", .uniform(0...1))], count: 64, Replicates(seed: 1))
    let constant = PickFreezeSample(design, of: FunctionModel { _ in 5 }, Replicates(seed: 1))
    #expect(SobolIndices(constant, Replicates(seed: 1)) == nil)
    let none = PickFreezeDesign([Input("x", .uniform(0...1))], count: 0, Replicates(seed: 1))
    let empty = PickFreezeSample(none, of: FunctionModel { $0[0] }, Replicates(seed: 1))
    #expect(SobolIndices(empty, Replicates(seed: 1)) == nil)
  }

  @Test func morePointsKeepWhatTheFirstOnesGave() throws {
    let replicates = Replicates(seed: 9)
    let inputs = TestFunction.ishigami.inputs
    let few = PickFreezeSample(
      PickFreezeDesign(inputs, count: 128, replicates), of: TestFunction.ishigami.model, replicates)
    let design = PickFreezeDesign(inputs, count: 512, replicates)
    let extended = PickFreezeSample(
      design, of: TestFunction.ishigami.model, extending: few, replicates)
    let anew = PickFreezeSample(design, of: TestFunction.ishigami.model, replicates)
    #expect(extended.first == anew.first && extended.second == anew.second)
    #expect(extended.exchanged == anew.exchanged)
  }

  @Test func bytesAreTheSameOnOneThreadAndTwo() throws {
    let found = [1, 2].map { threads in
      let replicates = Replicates(seed: 3, threads: threads)
      let design = PickFreezeDesign(TestFunction.sobolG.inputs, count: 3000, replicates)
      let sample = PickFreezeSample(design, of: TestFunction.sobolG.model, replicates)
      return SobolIndices(sample, replicates)
    }
    #expect(found[0]?.first == found[1]?.first)
    #expect(found[0]?.total == found[1]?.total)
    #expect(found[0]?.dummy == found[1]?.dummy)
  }
}
