import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct NormalsTests {
  /// The numbers of a table of `Sources/CKernels/ziggurat.h`, as that file spells them.
  private func table(_ name: String) throws -> [Double] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/CKernels/ziggurat.h")
    let text = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(text.range(of: "\(name)[1025] = {"))
    let end = try #require(text.range(of: "};", range: start.upperBound..<text.endIndex))
    return text[start.upperBound..<end.lowerBound]
      .split { ", \n".contains($0) }.compactMap { Double($0) }
  }

  @Test func theLayersCoverEqualAreasUnderTheDensity() throws {
    let (edges, heights) = (try table("ziggurat_edges"), try table("ziggurat_heights"))
    #expect(edges.count == 1025 && heights.count == 1025)
    #expect(edges[1024] == 0 && heights[1024] == 1)
    for (edge, height) in zip(edges, heights) {
      // Rounding of the square and of the exponential function.
      #expect(abs(exp(-edge * edge / 2) - height) < 1e-15)
    }
    let normal = NormalDistribution()
    let root = (2 * Double.pi).squareRoot()
    let area = edges[0] * heights[1]
    // The lowest layer has the rectangle and the tail; rounding of both.
    #expect(abs(edges[1] * heights[1] + normal.upperTail(edges[1]) * root - area) < 1e-17)
    for layer in 1..<1024 {
      // Heights are rounded to 1e-16, widths reach 4: of areas of 1.2e-3.
      #expect(abs(edges[layer] * (heights[layer + 1] - heights[layer]) - area) < 5e-16)
    }
  }

  @Test func aNumberIsThatOfTheGeneratorStretchedToItsLayer() throws {
    let edges = try table("ziggurat_edges")
    let replicates = Replicates(seed: 0x0123_4567_89ab_cdef)
    let first = 0x5_0000_0003
    let count = 101
    let numbers = replicates.normals(first..<first + 20, count: count)
    var settled = 0
    for replicate in 0..<20 {
      var random = replicates.generator(first + replicate)
      for place in 0..<count {
        let bits = random.next()
        let layer = Int(bits & 1023)
        let number = (Double(bits >> 12) * 0x1p-51 - 1) * edges[layer]
        if abs(number) < edges[layer + 1] {
          #expect(numbers[replicate * count + place] == number)
        } else {
          settled += 1
        }
      }
    }
    // One in 600 by the areas between the layers: 3 of 2020.
    #expect(settled > 0 && settled < 15)
  }

  @Test func theFirstNumbersStayWhatTheyAre() {
    // As first drawn, for whoever repeats a study by its seed.
    #expect(
      Replicates(seed: 7).normals(0..<2, count: 2) == [
        0.7313350125844695, -1.182336516657687, -1.137950172025268, -0.5588610055148904,
      ])
  }

  @Test(arguments: [0, 1, 2, 63, 64, 819])
  func numbersDependOnNothingButSeedReplicateAndPlace(_ count: Int) {
    let all = Replicates(seed: 5, threads: 1).normals(0..<37, count: 820)
    for threads in [1, 2] {
      let replicates = Replicates(seed: 5, threads: threads)
      let some = replicates.normals(11..<30, count: count)
      #expect(some.count == 19 * count)
      for replicate in 0..<19 {
        let start = (replicate + 11) * 820
        #expect(
          some[replicate * count..<(replicate + 1) * count] == all[start..<start + count])
      }
    }
    #expect(Replicates(seed: 5).normals(3..<3, count: count) == [])
  }

  @Test func momentsTailsAndDistributionAreThoseOfTheNormal() throws {
    let count = 1 << 20
    let groups = 10
    let edges = (1..<1000).map { NormalDistribution().quantile(Double($0) / 1000) }
    var below = [Int](repeating: 0, count: 1000)
    var sums = [Double](repeating: 0, count: 5)
    var largest = 0.0
    for group in 0..<groups {
      let numbers = Replicates(seed: 99).normals(group * 1024..<(group + 1) * 1024, count: 1024)
      for number in numbers {
        var power = 1.0
        for k in 0..<5 {
          sums[k] += power
          power *= number
        }
        largest = max(largest, abs(number))
        var (low, high) = (0, 999)
        while low < high {
          let middle = (low + high) / 2
          if number <= edges[middle] { high = middle } else { low = middle + 1 }
        }
        below[low] += 1
      }
    }
    let n = Double(groups * count)
    #expect(sums[0] == n)
    // The standard errors of the moments are √(m₂ₖ − mₖ²) / √n: four of each.
    for (k, moment, variance) in [(1, 0, 1.0), (2, 1, 2), (3, 0, 15), (4, 3, 96)] {
      #expect(abs(sums[k] / n - Double(moment)) < 4 * (variance / n).squareRoot())
    }
    // Kolmogorov's statistic at 999 quantiles is exceeded with a probability below 1e-3 at 1.95.
    var (passed, distance) = (0, 0.0)
    for (place, number) in below.dropLast().enumerated() {
      passed += number
      distance = max(distance, abs(Double(passed) / n - Double(place + 1) / 1000))
    }
    #expect(distance * n.squareRoot() < 1.95)
    // Of 10⁷ the largest is beyond 4.95 with probability 0.9994, and beyond 6.5 with 8e-4.
    #expect(largest > 4.95 && largest < 6.5)
  }

  @Test func numbersDoNotRepeat() {
    let numbers = Replicates(seed: 3).normals(0..<1000, count: 100)
    // 52 bits and 1024 widths: by chance two of 10⁵ are equal with a probability of 1e-6.
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func mistakesTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = Replicates(seed: 1).normals(-1..<3, count: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = Replicates(seed: 1).normals(0..<3, count: -1)
    }
  }
}
