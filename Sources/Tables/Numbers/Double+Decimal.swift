extension Double {
  /// Creates the number that a decimal text stands for.
  ///
  /// The grammar is `[+|-] digits [. digits] [(e|E) [+|-] digits]`, where the digits before the
  /// point may be left out if some follow it, and where spaces and no-break spaces may surround
  /// the whole. Refused are therefore the empty text, nan, inf, hexadecimal digits, thousands
  /// separators, the decimal comma and a point without a digit after it. Also refused is a number
  /// too large for a `Double`; one too small becomes zero.
  ///
  /// Every result is the nearest `Double`, ties to even.
  public init?(decimal text: some StringProtocol) {
    let text = String(text)
    self.init(decimalBytes: text.utf8Span.span)
  }

  /// Reads bytes by the same grammar, with the given mark in the point's place.
  init?(decimalBytes bytes: Span<UInt8>, mark: UInt8 = UInt8(ascii: ".")) {
    let range = bytes.withoutOuterSpaces
    guard let number = DecimalNumber(bytes, in: range, mark: mark) else { return nil }
    if let value = number.exactValue ?? number.quotientValue {
      self = value
      return
    }
    // The standard library rounds correctly at any length; the grammar is already checked.
    var checked = ""
    for index in range {
      let byte = bytes[index]
      checked.unicodeScalars.append(byte == mark ? "." : Unicode.Scalar(byte))
    }
    guard let value = Double(checked), value.isFinite else { return nil }
    self = value
  }
}

/// A decimal text taken apart: ± mantissa · 10^exponent.
private struct DecimalNumber {
  var isNegative = false
  /// The significant digits, unless there are too many to hold.
  var mantissa: UInt64 = 0
  var significantDigits = 0
  var exponent = 0

  init?(_ bytes: Span<UInt8>, in range: Range<Int>, mark: UInt8) {
    var index = range.lowerBound
    let end = range.upperBound
    isNegative = Self.takeSign(bytes, &index, end)

    let wholeDigits = takeDigits(bytes, &index, end)
    if index < end, bytes[index] == mark {
      index += 1
      let decimals = takeDigits(bytes, &index, end)
      guard decimals > 0 else { return nil }
      exponent = -decimals
    } else if wholeDigits == 0 {
      return nil
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      guard let written = Self.takeExponent(bytes, &index, end) else { return nil }
      exponent += written
    }
    guard index == end else { return nil }
  }

  /// The value where one division or multiplication of exact numbers gives it.
  ///
  /// A mantissa up to 2⁵³ and a power of ten up to 10²² are exact, so that the single rounding
  /// of the operation is the correct one (Clinger 1990, doi:10.1145/93542.93557).
  var exactValue: Double? {
    guard significantDigits <= 19, mantissa <= 1 << 53 else { return nil }
    let magnitude: Double
    switch exponent {
    case 0: magnitude = Double(mantissa)
    case 1...22: magnitude = Double(mantissa) * powersOfTen[exponent]
    case -22 ... -1: magnitude = Double(mantissa) / powersOfTen[-exponent]
    default: return nil
    }
    return isNegative ? -magnitude : magnitude
  }

  /// The value where the mantissa is known whole and decimals follow, as in most long numbers.
  ///
  /// With e decimals the value is m / 5ᵉ / 2ᵉ. Both operands of the first division are shifted to
  /// 64 bits, so that the quotient has 63 bits or more; a remainder, kept in its last bit, is all
  /// the conversion to 53 bits must know besides. 5²⁷ is the last power below 2⁶⁴.
  var quotientValue: Double? {
    guard significantDigits <= 19, mantissa > 0, (-27...0).contains(exponent) else { return nil }
    var divisor: UInt64 = 1
    for _ in 0..<(-exponent) { divisor *= 5 }
    let shift = mantissa.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let dividend = mantissa << UInt64(shift)
    let (quotient, remainder) = (divisor << UInt64(divisorShift))
      .dividingFullWidth((high: dividend >> 1, low: dividend << 63))
    let significand = Double(quotient | (remainder == 0 ? 0 : 1))
    let magnitude = Double(
      sign: .plus, exponent: divisorShift - shift - 63 + exponent, significand: significand)
    return isNegative ? -magnitude : magnitude
  }

  private mutating func takeDigits(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Int {
    let start = index
    while index < end, let digit = Self.digit(bytes[index]) {
      if significantDigits > 0 || digit > 0 {
        significantDigits += 1
        if significantDigits <= 19 { mantissa = mantissa * 10 + UInt64(digit) }
      }
      index += 1
    }
    return index - start
  }

  private static func takeExponent(
    _ bytes: Span<UInt8>, _ index: inout Int, _ end: Int
  ) -> Int? {
    let isNegative = takeSign(bytes, &index, end)
    let start = index
    var exponent = 0
    while index < end, let digit = digit(bytes[index]) {
      // Beyond this every result is zero or too large, however many digits follow.
      if exponent < 1_000_000 { exponent = exponent * 10 + Int(digit) }
      index += 1
    }
    guard index > start else { return nil }
    return isNegative ? -exponent : exponent
  }

  private static func takeSign(_ bytes: Span<UInt8>, _ index: inout Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    let isMinus = bytes[index] == UInt8(ascii: "-")
    if isMinus || bytes[index] == UInt8(ascii: "+") { index += 1 }
    return isMinus
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? digit : nil
  }
}

let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]

extension Span<UInt8> {
  /// The range without ASCII white space and no-break spaces at either end.
  fileprivate var withoutOuterSpaces: Range<Int> {
    var start = 0
    var end = count
    while start < end {
      let width = spaceWidth(startingAt: start, before: end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      if isASCIISpace(self[end - 1]) {
        end -= 1
      } else if end - start >= 2, spaceWidth(startingAt: end - 2, before: end) == 2 {
        end -= 2
      } else if end - start >= 3, spaceWidth(startingAt: end - 3, before: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// The number of bytes of the space at an index, or 0 where there is none.
  private func spaceWidth(startingAt index: Int, before end: Int) -> Int {
    let first = self[index]
    if isASCIISpace(first) { return 1 }
    // U+00A0, the no-break space.
    if first == 0xC2, index + 1 < end, self[index + 1] == 0xA0 { return 2 }
    // U+202F, the narrow no-break space.
    if first == 0xE2, index + 2 < end, self[index + 1] == 0x80, self[index + 2] == 0xAF { return 3 }
    return 0
  }

  private func isASCIISpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
