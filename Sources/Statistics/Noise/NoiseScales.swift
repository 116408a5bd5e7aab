import CKernels

extension RankNoise {
  /// The numbers of all indicators as the kernel reads them.
  struct Scales: Sendable {
    /// Values, indicator by indicator.
    let values: [Double]
    /// Their standard errors.
    let errors: [Double]
    /// Whether an indicator has an error above zero.
    let isNoisy: [UInt8]
    /// What the whole range is worth.
    let spans: [Double]
    /// What the lowest value gives.
    let starts: [Double]
    /// What all get where the range is empty.
    let middles: [Double]

    /// The least sum of scores that there can be.
    var lowest: Double { zip(starts, spans).reduce(0) { $0 + $1.0 + min($1.1, 0) } }

    /// The greatest sum of scores that there can be.
    var highest: Double { zip(starts, spans).reduce(0) { $0 + $1.0 + max($1.1, 0) } }

    init(_ indicators: [Indicator]) {
      values = indicators.flatMap(\.values)
      errors = indicators.flatMap(\.errors)
      isNoisy = indicators.map { $0.errors.contains { $0 > 0 } ? 1 : 0 }
      spans = indicators.map {
        let width = $0.weight * ($0.output.upperBound - $0.output.lowerBound)
        return $0.isRising ? width : -width
      }
      starts = indicators.map {
        $0.weight * ($0.isRising ? $0.output.lowerBound : $0.output.upperBound)
      }
      middles = indicators.map {
        $0.weight * (($0.output.lowerBound + $0.output.upperBound) / 2)
      }
    }

    /// The scores without errors.
    func scores(of indicators: [Indicator], units: Int) -> [Double] {
      var scores = [Double](repeating: 0, count: units)
      for (number, indicator) in indicators.enumerated() {
        guard let lowest = indicator.values.min(), let highest = indicator.values.max() else {
          continue
        }
        for unit in 0..<units {
          scores[unit] +=
            lowest < highest
            ? spans[number] / (highest - lowest) * (indicator.values[unit] - lowest)
              + starts[number] : middles[number]
        }
      }
      return scores
    }

    /// Lends the numbers to the kernel.
    func withNoise(_ body: (UnsafePointer<minhbach_noise>) -> Void) {
      unsafe values.withUnsafeBufferPointer { values in
        unsafe errors.withUnsafeBufferPointer { errors in
          unsafe isNoisy.withUnsafeBufferPointer { isNoisy in
            unsafe spans.withUnsafeBufferPointer { spans in
              unsafe starts.withUnsafeBufferPointer { starts in
                unsafe middles.withUnsafeBufferPointer { middles in
                  var noise = unsafe minhbach_noise(
                    indicators: spans.count, values: values.baseAddress,
                    errors: errors.baseAddress, is_noisy: isNoisy.baseAddress,
                    spans: spans.baseAddress, starts: starts.baseAddress,
                    middles: middles.baseAddress)
                  unsafe body(&noise)
                }
              }
            }
          }
        }
      }
    }
  }
}
