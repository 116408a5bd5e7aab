import Sensitivity
import Statistics
import Testing

@Suite struct MorrisScreeningTests {
  private func inputs(_ count: Int) -> [Input] {
    (1...max(count, 1)).prefix(count).map { Input("x\($0)", .uniform(0...1)) }
  }

  /// The function of Morris (1991), §5, with the small coefficients that Morris draws at random set to
  /// (−1)ⁱ and (−1)ⁱ⁺ʲ, as Saltelli, Chan & Scott (2000) do.
  private static func morris(_ x: [Double]) -> Double {
    let w = x.enumerated().map { place, share in
      [2, 4, 6].contains(place) ? 2 * (1.1 * share / (share + 0.1) - 0.5) : 2 * (share - 0.5)
    }
    func sign(_ sum: Int) -> Double { sum.isMultiple(of: 2) ? 1 : -1 }
    var y = 0.0
    for i in 0..<20 {
      y += (i < 10 ? 20 : sign(i + 1)) * w[i]
      for j in i + 1..<max(20, i + 1) {
        y += (j < 6 ? -15 : sign(i + j)) * w[i] * w[j]
        guard j < 5 else { continue }
        for l in j + 1..<max(5, j + 1) {
          y += -10 * w[i] * w[j] * w[l]
          guard l < 4 else { continue }
          for s in l + 1..<max(4, l + 1) { y += 5 * w[i] * w[j] * w[l] * w[s] }
        }
      }
    }
    return y
  }

  @Test func morrisFindsTheThreeGroupsOfMorris() {
    let screening = MorrisScreening(
      trajectories: 16, candidates: 40, replicates: Replicates(seed: 7))
    let effects = screening.effects(of: FunctionModel(Self.morris), inputs: inputs(20))
    #expect(effects.evaluations == 16 * 21)
    let sizes = effects.indices.map(\.meanAbsolute.value)
    let least = sizes.prefix(10).min() ?? 0
    let greatest = sizes.suffix(10).max() ?? 0
    #expect(least > 2 * greatest)
    // Of the ten that matter, the last three neither bend nor meet others: a slope of 40 per range.
    for index in effects.indices[7..<10] {
      #expect(abs(index.mean - 40) < 8)
      #expect((index.deviation ?? 0) < 15)
    }
    // The first six meet one another.
    for index in effects.indices[..<6] { #expect((index.deviation ?? 0) > 15) }
  }

  @Test func aLinearModelHasItsSlopesForEffects() {
    let model = FunctionModel { 1e9 + 3 * $0[0] - 2 * $0[1] + 0 * $0[2] }
    let laws: [InputLaw] = [.uniform(0...2), .uniform(-1...3), .normal(mean: 0, deviation: 1)]
    let inputs = laws.enumerated().map { Input("x\($0)", $1) }
    let effects = MorrisScreening(
      trajectories: 5, candidates: 10, replicates: Replicates(seed: 1)
    ).effects(of: model, inputs: inputs)
    let means = effects.indices.map(\.mean)
    // At 10⁹ numbers are 1.2e-7 apart, and a step is half a range or more.
    #expect(abs(means[0] - 6) < 1e-6 && abs(means[1] + 8) < 1e-6 && means[2] == 0)
    #expect(effects.indices.allSatisfy { ($0.deviation ?? 1) < 1e-6 })
  }

  @Test func oneThreadAndTwoGiveTheSame() {
    let model = FunctionModel(Self.morris)
    let results = [1, 2].map { threads in
      MorrisScreening(
        trajectories: 4, candidates: 20, replicates: Replicates(seed: 5, threads: threads)
      ).effects(of: model, inputs: inputs(20))
    }
    #expect(results[0].indices == results[1].indices)
  }

  @Test func noInputsHaveNoEffects() {
    let effects = MorrisScreening(replicates: Replicates(seed: 1))
      .effects(of: FunctionModel { _ in 1 }, inputs: [])
    #expect(effects.indices.isEmpty)
  }
}
