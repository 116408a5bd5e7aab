extension [UInt8] {
  /// Returns the number that stands at an offset, its least byte first.
  func number<Number: FixedWidthInteger & UnsignedInteger>(
    _ type: Number.Type, at offset: Int
  ) throws(XLSFault) -> Number {
    let size = MemoryLayout<Number>.size
    guard offset >= 0, offset <= count - size else {
      throw .malformed("it ends where byte \(offset) should follow")
    }
    var number: Number = 0
    for index in (offset..<(offset + size)).reversed() {
      number = (number << 8) | Number(self[index])
    }
    return number
  }
}
