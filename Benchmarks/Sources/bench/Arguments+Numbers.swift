import Foundation

extension Arguments {
  /// The numbers of a file of 64-bit numbers, lowest byte first.
  ///
  /// - Parameter name: a file in the folder of data.
  /// - Returns: the numbers.
  /// - Throws: what is wrong with the file.
  func numbers(_ name: String) throws -> [Double] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(data)/\(name)"))
    return unsafe bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map { place in
        unsafe Double(
          bitPattern: UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self)))
      }
    }
  }
}
