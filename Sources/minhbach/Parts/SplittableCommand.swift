import ArgumentParsing
import Statistics
import Tables

/// A command whose replicates can be drawn by several processes, and joined to the answer of one.
protocol SplittableCommand: ParsableCommand {
  /// What it was given.
  var given: GivenArguments { get }
  /// How the answer, or the part, is written.
  var output: OutputOptions { get set }
  /// Where it is written.
  var streams: StandardStreams { get set }
  /// The number of replicates in all.
  var draws: Int { get }
  /// What everything drawn is repeated by.
  var seed: UInt64 { get }

  /// Answers by the replicates of parts.
  ///
  /// - Parameter parts: parts of this command's run that hold all replicates, in their order.
  /// - Throws: what the command throws; `PartError` where a part was drawn from other figures.
  func answer(joining parts: [PartFile]) throws
}

extension SplittableCommand {
  /// Writes what some of the replicates come to.
  ///
  /// - Parameters:
  ///   - rows: what they come to.
  ///   - range: their numbers.
  ///   - figures: all numbers that draws are made from.
  /// - Throws: where it cannot be written.
  func write(_ rows: [NumberRow], of range: Range<Int>, figures: [Double]) throws {
    let text = PartFile.text(rows)
    let header = PartHeader(
      version: MinhBach.configuration.version, arguments: given.words(without: Self.changeNothing),
      seed: seed, draws: draws, range: range, figures: PartFile.digest(of: figures),
      rows: FileDigest(of: text[...]).hexadecimal)
    let bytes = try header.line() + [UInt8(ascii: "\n")] + text
    if let path = output.output {
      try WholeFile.write(bytes, to: path)
    } else {
      try streams.writeOutput(bytes: bytes)
    }
  }

  /// What is in parts, as the command reads it.
  ///
  /// - Parameters:
  ///   - parts: the parts.
  ///   - figures: all numbers that draws are made from.
  ///   - read: reads one part.
  /// - Returns: what was read, part by part.
  /// - Throws: `PartError` where a part was drawn from other figures, or is not what was written.
  func contents<Content>(
    of parts: [PartFile], figures: [Double], _ read: (PartFile) throws -> Content
  ) throws -> [Content] {
    let digest = PartFile.digest(of: figures)
    return try parts.map { part in
      guard part.header.figures == digest else { throw PartError.otherFigures(part.path) }
      do {
        return try read(part)
      } catch let error as PartialResultError {
        throw PartError.unfit(part.path, reason: "\(error)")
      }
    }
  }

  /// The options that change no figure.
  private static var changeNothing: Set<String> {
    [
      "--replicates", "--all-draws", "--threads", "--format", "--output", "--lang", "--excel-csv",
      "--quiet",
    ]
  }
}
