/// A number packed into four bytes ([MS-XLS], RkNumber).
enum RKNumber {
  /// Returns the number that the bytes stand for.
  ///
  /// Bit 1 tells an integer of 30 bits from the first 30 bits of a double; bit 0 tells that the
  /// number was multiplied by 100.
  static func value(_ packed: UInt32) -> Double {
    let number =
      packed & 2 == 0
      ? Double(bitPattern: UInt64(packed & ~3) << 32)
      : Double(Int32(bitPattern: packed) >> 2)
    return packed & 1 == 0 ? number : number / 100
  }
}
