import CKernels

/// The door to the sums of products in twice the working precision (`CKernels/compensated.h`).
///
/// Shapes are checked by the callers. The order of the operations is fixed: every processor gives the
/// same bits.
internal enum Compensated {
  /// Numbers, each with the part of it that does not fit into a double.
  internal struct Expansion {
    internal var heads: [Double]
    internal var tails: [Double]

    internal init(zeros count: Int) {
      heads = [Double](repeating: 0, count: count)
      tails = heads
    }

    /// Adds a number to one of these, keeping what the rounding loses.
    internal mutating func add(_ number: Double, at index: Int) {
      let head = heads[index]
      let total = head + number
      let part = total - head
      let tail = tails[index] + ((head - (total - part)) + (number - part))
      heads[index] = total + tail
      tails[index] = tail - (heads[index] - total)
    }
  }

  /// A matrix as the kernels take it: stored numbers times a power of two for each column, and weights.
  internal struct Design {
    internal let rows: Int
    internal let columns: Int
    internal let storage: [Double]
    internal let factors: [Double]
    internal let weights: [Double]?
  }

  /// Returns response − X b.
  internal static func remainder(
    of response: [Double], after coefficients: Expansion, on design: Design
  ) -> [Double] {
    unsafe [Double](unsafeUninitializedCapacity: design.rows) { buffer, count in
      count = design.rows
      var scratch = [Double](repeating: 0, count: 16 * design.columns)
      unsafe compensated_sweep(
        design.rows, design.columns, design.storage, design.factors, nil, response,
        coefficients.heads, coefficients.tails, buffer.baseAddress, nil, nil, &scratch)
    }
  }

  /// Returns XᵀW(response − X b), rounded once at the end.
  internal static func products(
    of response: [Double], after coefficients: Expansion, on design: Design
  ) -> [Double] {
    var products = [Double](repeating: 0, count: design.columns)
    var lost = products
    var scratch = [Double](repeating: 0, count: 16 * design.columns)
    unsafe withPointer(to: design.weights) { weights in
      unsafe compensated_sweep(
        design.rows, design.columns, design.storage, design.factors, weights, response,
        coefficients.heads, coefficients.tails, nil, &products, &lost, &scratch)
    }
    return products
  }

  /// Returns the upper triangle of XᵀWX, column by column.
  internal static func gram(of design: Design) -> Expansion {
    let cells = design.columns * design.columns
    var gram = Expansion(zeros: cells)
    var scratch = [Double](repeating: 0, count: 16 * cells)
    unsafe withPointer(to: design.weights) { weights in
      unsafe compensated_gram(
        design.rows, design.columns, design.storage, design.factors, weights, &gram.heads,
        &gram.tails, &scratch)
    }
    return gram
  }

  /// Returns the power of two just above the greatest number of a part of an array, by its exponent.
  ///
  /// - Returns: nil when a number is infinite or undefined; zero's exponent where all are zero.
  internal static func exponent(of values: [Double], in range: Range<Int>) -> Int? {
    let bits = unsafe values.withUnsafeBufferPointer { buffer in
      unsafe compensated_magnitude(
        range.count, buffer.baseAddress.map { unsafe $0 + range.lowerBound })
    }
    let greatest = Double(bitPattern: bits)
    guard greatest.isFinite else { return nil }
    return greatest == 0 ? 0 : Int(greatest.exponent)
  }

  /// Lends numbers to the kernels, or a null pointer for none.
  internal static func withPointer(
    to numbers: [Double]?, _ body: (UnsafePointer<Double>?) -> Void
  ) {
    guard let numbers else { return body(nil) }
    unsafe numbers.withUnsafeBufferPointer { unsafe body($0.baseAddress) }
  }
}
