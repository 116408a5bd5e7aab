extension Double {
  /// The shortest decimal text that reads back to the same number.
  ///
  /// Whole numbers carry no point, and magnitudes from 1e-6 up to 1e15 no exponent. Infinities
  /// are written `inf` and `-inf`.
  var shortestDecimal: String {
    let text = description
    guard isFinite else { return text }
    if text.hasSuffix(".0") { return String(text.dropLast(2)) }
    let size = magnitude
    guard size < 1e-4, size >= 1e-6 else {
      // "1.0e+16" does not occur, but "1e+16" does and stays.
      return text
    }
    return withoutExponent(text)
  }

  /// Rewrites a text such as 1.25e-05 with leading zeros instead of its exponent.
  private func withoutExponent(_ text: String) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]), exponent < 0 else { return text }
    let digits = parts[0].filter { $0 != "." && $0 != "-" }
    let zeros = String(repeating: "0", count: -exponent - 1)
    return (sign == .minus ? "-0." : "0.") + zeros + digits
  }
}
