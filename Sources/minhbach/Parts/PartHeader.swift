import FoundationEssentials

/// What a part of a run belongs to: the first line of its file, in JSON.
struct PartHeader: Codable, Hashable {
  /// Which form the file has.
  var format = Self.format
  /// The program's version.
  let version: String
  /// The command with its options, those excepted that change no figure.
  let arguments: [String]
  /// What everything drawn is repeated by.
  let seed: UInt64
  /// The number of replicates in all.
  let draws: Int
  /// The first of this part.
  let first: Int
  /// The one after its last.
  let end: Int
  /// The SHA-256 of the numbers that the draws are made from.
  let figures: String
  /// The SHA-256 of all that follows the line.
  let rows: String

  /// The form that is written, and the only one that is read.
  static let format = "minhbach part 1"

  /// The replicates of this part.
  var range: Range<Int> { first..<end }

  /// Reads a line; fails where it is no such line, or says what cannot be.
  ///
  /// - Parameter line: without its end.
  init?(line: ArraySlice<UInt8>) {
    guard let header = try? JSONDecoder().decode(PartHeader.self, from: Data(line)),
      header.format == Self.format, header.first >= 0, header.first < header.end,
      header.end <= header.draws
    else { return nil }
    self = header
  }

  init(
    version: String, arguments: [String], seed: UInt64, draws: Int, range: Range<Int>,
    figures: String, rows: String
  ) {
    (self.version, self.arguments, self.seed, self.draws) = (version, arguments, seed, draws)
    (first, end) = (range.lowerBound, range.upperBound)
    (self.figures, self.rows) = (figures, rows)
  }

  /// The line, without its end.
  func line() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self))
  }
}
