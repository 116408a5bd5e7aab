import ArgumentParsing

/// Which of the replicates a run draws: all, or those of one part.
struct SplitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw these replicates alone, counted from zero, and write a part that 'minhbach merge' joins with the "
        + "others: 0:50000 or '0..<50000'. The part goes to --output.", valueName: "range"))
  var replicates: ReplicateRange?

  static let untold = ValidationError(
    "--replicates is joined by reading the figures again: name a file instead of standard input.")

  /// Checks that there are such replicates, and that nothing is said of the form of an answer.
  ///
  /// - Parameters:
  ///   - draws: how many there are in all.
  ///   - output: how an answer would be written.
  /// - Throws: `ValidationError` where there are not, or something is.
  func check(draws: Int, output: OutputOptions) throws {
    guard let range = replicates?.range else {
      guard output.output?.hasSuffix(".part") != true else {
        throw ValidationError("The ending .part is for parts of a run: add --replicates.")
      }
      return
    }
    guard range.upperBound <= draws else {
      throw ValidationError(
        "--replicates ends at \(range.upperBound), beyond --draws \(draws).")
    }
    guard output.format == nil, !output.isExcelCSV, output.lang == .en else {
      throw ValidationError(
        "--replicates writes a part, not an answer: give --format, --excel-csv and --lang to "
          + "'minhbach merge'.")
    }
  }
}

/// Numbers of replicates, from the first to the one before the last.
struct ReplicateRange: ExpressibleByArgument {
  let range: Range<Int>

  init?(argument: String) {
    let text = argument.replacing("..<", with: ":", maxReplacements: 1)
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let first = ends[0], let end = ends[1], first >= 0, first < end else {
      return nil
    }
    range = first..<end
  }
}
