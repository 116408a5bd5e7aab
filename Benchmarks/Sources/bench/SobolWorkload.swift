import Indices
import Panels
import Sensitivity
import Statistics
import Tables

/// W7: how much of the variance of a province's rank each of its values makes, ranges taken anew at every point.
///
/// The province is Cà Mau, or the last of a table without it.
///
/// Cases: given, points of a file; native, scrambled Sobol' points of our own.
struct SobolWorkload {
  let arguments: Arguments
  private static let count = 1 << 14
  private static let province = "Cà Mau"

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let structure = try IndexStructure(
      reading: CSVReader().table(contentsOf: "\(arguments.data)/meta.csv"))
    let table = try IndicatorPanel(
      reading: CSVReader().table(contentsOf: "\(arguments.data)/cross_63.csv"),
      columns: structure.columns, layout: .init(unit: "unit")
    ).tables[0]
    let index = try index(structure, table)
    let ranges = try ranges()
    let clock = ContinuousClock()
    let start = clock.now
    let base = arguments.name == "native" ? [] : try arguments.numbers("w7_base_16384x26.f64")
    let loading = (clock.now - start) / .seconds(1)
    let replicates = Replicates(seed: 1, threads: arguments.threads)
    let (found, seconds) = Report.timing(arguments) { () -> Found? in
      let design =
        base.isEmpty
        ? PickFreezeDesign(
          zip(index.inputs, ranges).map { Input($0.name, .uniform($1)) }, count: Self.count,
          replicates)
        : design(base, ranges, index)
      let sample = PickFreezeSample(design, of: index, replicates)
      var options = SobolIndices.Options()
      options.isControlled = false
      let resampled = SobolIndices(sample, options: options, replicates)
      options.estimator = .jansen
      options.resamples = 0
      let jansen = SobolIndices(sample, options: options, replicates)
      return resampled.flatMap { one in
        jansen.map { Found(sample: sample, indices: one, jansen: $0) }
      }
    }
    guard let found else { throw Arguments.Mistake("the rank never changes") }
    return Report(seconds: seconds, loading: loading, answers: found.answers)
  }

  private func index(_ structure: IndexStructure, _ table: IndicatorTable) throws -> RankedIndex {
    guard let own = table.units.firstIndex(of: Self.province) ?? table.units.indices.last else {
      throw Arguments.Mistake("cross_63.csv holds no unit")
    }
    let rivals = table.units.indices.filter { $0 != own }
    return RankedIndex(
      inputs: structure.indicators.map { indicator in
        let values = rivals.map { table[$0, indicator.code] ?? .nan }
        let range = (values.min() ?? .nan)...(values.max() ?? .nan)
        return RankedIndex.Input(
          name: indicator.code, value: values[0], rivals: values, range: range,
          weight: indicator.weight, output: 1...10, isRising: indicator.direction == .positive)
      }, ranges: .moving, ranking: Ranking(tolerance: 0))
  }

  private func ranges() throws -> [ClosedRange<Double>] {
    let table = try CSVReader().table(contentsOf: "\(arguments.data)/w7_ranges.csv")
    return try table.rows.dropFirst().map { row in
      guard let low = Double(row[1].description), let high = Double(row[2].description) else {
        throw Arguments.Mistake("w7_ranges.csv holds a range that is none")
      }
      return low...high
    }
  }

  /// The points of the file, scaled to the ranges.
  private func design(
    _ base: [Double], _ ranges: [ClosedRange<Double>], _ index: RankedIndex
  ) -> PickFreezeDesign {
    let width = 2 * ranges.count
    func points(_ offset: Int) -> Points {
      Points(
        columns: ranges.enumerated().map { column, range in
          let length = range.upperBound - range.lowerBound
          return (0..<Self.count).map {
            range.lowerBound + base[$0 * width + offset + column] * length
          }
        })
    }
    return PickFreezeDesign(
      names: index.inputs.map(\.name), first: points(0), second: points(ranges.count))
  }

  private struct Found {
    let sample: PickFreezeSample
    let indices: SobolIndices
    let jansen: SobolIndices

    var answers: [(name: String, json: String)] {
      let (a, b, exchanged) = (sample.first, sample.second, sample.exchanged)
      let weights = a.indices.map { Double($0 % 97 + 1) }
      func weighted(_ column: [Double]) -> Double {
        zip(column, weights).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let check = exchanged.enumerated().reduce(weighted(a) + 2 * weighted(b)) {
        $0 + weighted($1.element) * Double($1.offset + 3)
      }
      let all = [a, b] + exchanged
      func array(_ part: [EffectEstimate], _ value: (EffectEstimate) -> Double) -> String {
        Report.json(part.map(value))
      }
      func ends(_ part: [EffectEstimate]) -> String {
        "[\(array(part) { $0.interval?.lowerBound ?? .nan }), \(array(part) { $0.interval?.upperBound ?? .nan })]"
      }
      let head = (0..<5).map { row in
        "[" + all.map { "\(Int($0[row]))" }.joined(separator: ", ") + "]"
      }
      return [
        ("s1_saltelli_centred", array(indices.first, \.value)),
        ("s1_jansen", array(jansen.first, \.value)), ("st_jansen", array(indices.total, \.value)),
        ("s1_boot_sd", array(indices.first) { $0.standardError ?? .nan }),
        ("st_boot_sd", array(indices.total) { $0.standardError ?? .nan }),
        ("s1_boot_q", ends(indices.first)), ("st_boot_q", ends(indices.total)),
        ("y_sum", "\(Int(all.joined().reduce(0, +)))"), ("y_check", "\(Int(check))"),
        ("y_head", "[" + head.joined(separator: ", ") + "]"),
      ]
    }
  }
}
