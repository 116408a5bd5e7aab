import CKernels

/// Takes means out of rows of numbers, by group or as a whole, and scales their columns.
struct RowCentring {
  /// The group of each row as it was counted first; nil where all are of one.
  let codes: [Int32]?
  /// The number of groups.
  let groups: Int
  /// The numbers the rows were counted by first.
  let rows: [Int]
  /// The weight of each row.
  let weights: [Double]
  /// The numbers from the start of a row to that of the next, a multiple of eight.
  let stride: Int

  /// What is left of a column after its mean is taken away is rounding below this part of its
  /// magnitude: a mean of 10⁶ numbers is known to about 1e-13 of it.
  private static let tolerance = 1e-12

  /// Subtracts the weighted mean of each group from its rows.
  ///
  /// Twice: the first means are rounded at the size of the numbers, the second at that of their
  /// distances.
  ///
  /// - Parameter values: the rows.
  func centre(_ values: inout [Double]) {
    let stride = stride
    for _ in 0..<2 {
      let means = means(of: values)
      unsafe values.withUnsafeMutableBufferPointer { values in
        unsafe means.withUnsafeBufferPointer { means in
          for (number, row) in rows.enumerated() {
            let (to, from) = (number * stride, (codes.map { Int($0[row]) } ?? 0) * stride)
            for column in 0..<stride { unsafe values[to &+ column] -= means[from &+ column] }
          }
        }
      }
    }
  }

  /// The weighted mean of each group; zeros for a group without rows.
  private func means(of values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: groups * stride)
    var totals = [Double](repeating: 0, count: groups)
    guard let codes else {
      unsafe minhbach_weighted_sums(values, rows.count, stride, weights, 1, &sums)
      let total = weights.reduce(0, +)
      return sums.map { $0 / total }
    }
    for (number, row) in rows.enumerated() {
      let group = Int(codes[row])
      totals[group] += weights[number]
      for column in 0..<stride {
        sums[group * stride + column] += weights[number] * values[number * stride + column]
      }
    }
    for group in 0..<groups where totals[group] > 0 {
      for column in 0..<stride { sums[group * stride + column] /= totals[group] }
    }
    return sums
  }

  /// A power of two that brings a magnitude between one and two: exact, and no square overflows.
  static func factor(for magnitude: Double) -> Double {
    // The factor of the smallest numbers is beyond what a double holds: they stay small.
    magnitude > 0
      ? Double(sign: .plus, exponent: min(-magnitude.exponent, 1023), significand: 1) : 0
  }

  /// Scales each column by a power of two to a largest magnitude between one and two.
  ///
  /// A column of which the means have left rounding alone becomes zero.
  ///
  /// - Parameter values: the rows, of magnitudes between one and two before they were centred.
  func scale(_ values: inout [Double]) {
    let stride = stride
    // Magnitudes are in the order of their bits, which are compared sooner.
    var largest = [UInt64](repeating: 0, count: stride)
    unsafe values.withUnsafeBufferPointer { values in
      unsafe largest.withUnsafeMutableBufferPointer { largest in
        for start in Swift.stride(from: 0, to: values.count, by: stride) {
          for column in 0..<stride {
            let bits = unsafe values[start &+ column].magnitude.bitPattern
            unsafe largest[column] = max(unsafe largest[column], bits)
          }
        }
      }
    }
    let factors = largest.map { bits in
      let magnitude = Double(bitPattern: bits)
      return magnitude > Self.tolerance ? Self.factor(for: magnitude) : 0
    }
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe factors.withUnsafeBufferPointer { factors in
        for start in Swift.stride(from: 0, to: values.count, by: stride) {
          for column in 0..<stride { unsafe values[start &+ column] *= factors[column] }
        }
      }
    }
  }
}
