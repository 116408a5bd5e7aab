import Foundation
import Sensitivity
import Statistics
import Testing

@Suite struct SobolIndicesTests {
  private func indices(
    _ function: TestFunction, points: Int, seed: UInt64 = 1, shift: Double = 0,
    _ options: SobolIndices.Options = quick
  ) throws -> SobolIndices {
    let replicates = Replicates(seed: seed)
    let design = PickFreezeDesign(function.inputs, count: points, replicates)
    let sample = PickFreezeSample(design, of: function.model, replicates)
    return try #require(SobolIndices(sample.mapped { $0 + shift }, options: options, replicates))
  }

  private static var quick: SobolIndices.Options {
    var options = SobolIndices.Options()
    options.resamples = 0
    return options
  }

  @Test(arguments: [(1, 0.0), (2, 0), (3, 0), (1, 1e9)] as [(UInt64, Double)])
  func ishigamiToFiveDigits(seed: UInt64, shift: Double) throws {
    let found = try indices(.ishigami, points: 1 << 17, seed: seed, shift: shift)
    let exact = try #require(TestFunction.ishigami.exact)
    for (one, other) in zip(found.first.map(\.value) + found.total.map(\.value), exact.first + exact.total) {
      print(seed, shift, one - other)
    }
  }
  @Test(arguments: [1, 2, 3] as [UInt64])
  func sobolG(seed: UInt64) throws {
    let found = try indices(.sobolG, points: 1 << 17, seed: seed)
    let exact = try #require(TestFunction.sobolG.exact)
    for (one, other) in zip(found.first.map(\.value) + found.total.map(\.value), exact.first + exact.total) {
      print("G", seed, one - other)
    }
  }
}
