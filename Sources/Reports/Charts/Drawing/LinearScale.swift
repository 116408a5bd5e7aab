/// Where numbers stand along an axis: a straight line from figures to places.
struct LinearScale: Sendable, Hashable {
  /// The figures at the start and at the end of the axis; the first may be the greater.
  let start: Double
  let end: Double
  /// The places they stand at.
  let first: Double
  let last: Double

  /// Joins two figures to two places.
  ///
  /// - Precondition: All are finite and the figures differ.
  init(from start: Double, to end: Double, at first: Double, _ last: Double) {
    precondition(
      start.isFinite && end.isFinite && first.isFinite && last.isFinite && start != end,
      "an axis runs between two figures that differ, not from \(start) to \(end)")
    (self.start, self.end, self.first, self.last) = (start, end, first, last)
  }

  /// The place of a figure, also of one beyond the ends.
  func place(_ figure: Double) -> Double {
    // Each end by itself, so that no rounding moves it.
    if figure == start { return first }
    if figure == end { return last }
    return first + (figure - start) / (end - start) * (last - first)
  }

  /// Round figures along the axis, at most as many as wanted, in rising order.
  ///
  /// Steps are 1, 2 or 5 times a power of ten (Heckbert 1990, “Nice numbers for graph labels”,
  /// *Graphics Gems*, p. 61). Every figure is the nearest `Double` to its decimal text.
  ///
  /// - Parameter count: how many there may be, two at the least.
  /// - Returns: the figures.
  func ticks(_ count: Int) -> [Double] {
    let (low, high) = (min(start, end), max(start, end))
    let step = RoundStep(atLeast: (high - low) / Double(max(1, count - 1)))
    // A figure that misses the end by rounding alone is still on the axis.
    let slack = (high - low) * 1e-9
    let from = ((low - slack) / step.size).rounded(.up)
    let to = ((high + slack) / step.size).rounded(.down)
    guard from <= to, to - from < 1000 else { return [] }
    return (Int(from)...Int(to)).map(step.multiple)
  }

  /// The range widened to round figures, for an axis that is to begin and end with them.
  static func round(_ low: Double, _ high: Double, count: Int = 5) -> (low: Double, high: Double) {
    let (low, high) = apart(low, high)
    let step = RoundStep(atLeast: (high - low) / Double(count))
    let slack = 1e-9
    return (
      step.multiple(Int((low / step.size + slack).rounded(.down))),
      step.multiple(Int((high / step.size - slack).rounded(.up)))
    )
  }

  /// Two figures that differ: equal ones are moved apart by one, or by what counts at their size.
  static func apart(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
    guard low == high else { return (low, high) }
    let half = max(0.5, abs(low) * 0.05)
    return (low - half, high + half)
  }
}

/// A step between round figures: 1, 2 or 5 times a power of ten.
private struct RoundStep {
  let digit: Double
  let exponent: Int

  init(atLeast least: Double) {
    precondition(
      least > 1e-290 && least < 1e290, "the figures of an axis are too near or too far apart")
    var exponent = 0
    while RoundStep.power(exponent) > least { exponent -= 1 }
    while RoundStep.power(exponent + 1) <= least { exponent += 1 }
    let ratio = least / RoundStep.power(exponent)
    // What is one, two or five but for rounding is taken for it.
    let slack = 1 + 1e-9
    if ratio <= slack {
      self.digit = 1
    } else if ratio <= 2 * slack {
      self.digit = 2
    } else if ratio <= 5 * slack {
      self.digit = 5
    } else {
      self.digit = 1
      exponent += 1
    }
    self.exponent = exponent
  }

  var size: Double { multiple(1) }

  /// A multiple of the step: dividing by a whole power rounds once, as reading the decimal does.
  func multiple(_ count: Int) -> Double {
    let digits = Double(count) * digit
    return exponent < 0 ? digits / Self.power(-exponent) : digits * Self.power(exponent)
  }

  static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }
}
