import ArgumentParsing
import Statistics
import Tables

@testable import Program

extension Reading {
  /// Reads the words of a command line, one a line, without running what they call.
  static func arguments(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let words = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    do {
      _ = try MinhBach.parseAsRoot(words)
    } catch {
      demand(!"\(error)".isEmpty)
    }
  }

  /// Reads a file of partial results, with its sum of the rows set right.
  static func part(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
    guard let header = PartHeader(line: bytes[..<end]) else { return }
    let rows = bytes[min(end + 1, bytes.endIndex)...]
    expectError {
      let right = PartHeader(
        version: MinhBach.configuration.version, arguments: header.arguments, seed: header.seed,
        draws: header.draws, range: header.range, figures: header.figures,
        rows: FileDigest(of: rows).hexadecimal)
      let whole = try right.line() + [UInt8(ascii: "\n")] + rows
      try withFile(whole) { path in
        let part = try PartFile(contentsOf: path)
        expectError { _ = try PartFile.run([part]) }
        _ = try? MinhBach.parseAsRoot(part.header.arguments)
        expectError { _ = try drawing.part(part.header.range, reading: part.rows) }
        expectError {
          var reader = NumberRowReader(part.rows)
          _ = try paths.part(
            part.header.range, of: part.header.draws, watching: [1], places: [], reading: &reader)
          try reader.end()
        }
      }
    }
  }

  private static let drawing: RankSetDraws = {
    var settings = RankConfidenceSets.Settings()
    settings.kind = .simultaneous
    guard let estimates = try? ScoreEstimates([1, 2], standardErrors: [1, 1]) else {
      fatalError("two scores with errors are estimates")
    }
    return RankSetDraws(of: estimates, settings: settings, draws: 100)
  }()

  private static let paths = RankPaths(
    [RankPaths.Indicator(weight: 1, isRising: true, range: 1...9, limits: -100...100)],
    law: PathLaw(
      values: [[1, 2]], years: 1, shocks: .normal(factor: [[1]]), commonChanges: [[0]]))
}
