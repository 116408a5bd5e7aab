/// A number as most are written: a sign or none, digits, a mark, a few decimals.
///
/// What it reads is what `Double(decimalBytes:mark:)` reads, only sooner: mantissa and power of ten
/// are exact, so that the one division rounds correctly.
struct PlainDecimal {
  let value: Double
  /// The index after the last digit.
  let end: Int

  /// Reads `[-] digits [mark digits]` from an index on, or nothing where more than 18 digits or
  /// something else stands there.
  ///
  /// - Precondition: a byte that is no digit follows.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, from start: Int, mark: UInt8) {
    var index = start
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let first = index
    var mantissa: UInt64 = 0
    Self.takeDigits(bytes, &index, &mantissa)
    var digits = index - first
    var decimals = 0
    if bytes[index] == mark {
      index += 1
      let start = index
      Self.takeDigits(bytes, &index, &mantissa)
      decimals = index - start
      guard decimals > 0 else { return nil }
      digits += decimals
    }
    // More digits may have run over.
    guard digits > 0, digits <= 18, mantissa <= 1 << 53 else { return nil }
    let magnitude = Double(Int64(mantissa)) / powersOfTen[decimals]
    value = isNegative ? -magnitude : magnitude
    end = index
  }

  @inline(__always)
  private static func takeDigits(
    _ bytes: Span<UInt8>, _ index: inout Int, _ mantissa: inout UInt64
  ) {
    while true {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      index += 1
    }
  }
}
