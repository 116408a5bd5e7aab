import ArgumentParsing

/// What keeps parts of a run from being joined.
enum PartError: Error, CustomStringConvertible {
  /// The file was not written by --replicates.
  case notAPart(String)
  /// The file is not the whole of what was written.
  case damaged(String)
  /// A row of the file is not one of its command.
  case unfit(String, reason: String)
  /// The file was written by another version of the program.
  case otherVersion(String, version: String, own: String)
  /// The file calls a command that cannot be split, or with options that there are not.
  case badCommand(String, words: String)
  /// Two files are of different runs.
  case differ(String, String, what: String, String, String)
  /// Two files hold some of the same replicates.
  case overlap(String, String, Range<Int>)
  /// No file holds some of the replicates.
  case gap(Range<Int>, before: String?, after: String?, draws: Int)
  /// The file was drawn from other figures.
  case otherFigures(String)

  var description: String {
    switch self {
    case .notAPart(let path):
      "\(path) is no part of a run: name files that --replicates has written"
    case .damaged(let path):
      "\(path) is cut off, or was changed: write it again with --replicates"
    case .unfit(let path, let reason):
      "\(path) is not what its command writes (\(reason)): write it again with --replicates"
    case .otherVersion(let path, let version, let own):
      "\(path) was written by minhbach \(version), and this is \(own): join parts by the version that wrote them"
    case .badCommand(let path, let words):
      "\(path) is of a command that cannot be joined: minhbach \(words)"
    case .differ(let one, let other, let what, let first, let second):
      "\(one) and \(other) are of different runs: their \(what) is \(first), and \(second)"
    case .overlap(let one, let other, _) where one == other: "\(one) is named twice: name it once"
    case .overlap(let one, let other, let range):
      "\(one) and \(other) both hold the replicates \(Self.text(range)): leave out one, or write it with others"
    case .gap(let range, let before, let after, let draws):
      "no part holds the replicates \(Self.text(range)) of \(draws), "
        + Self.place(before, after) + ": write it with --replicates \(Self.text(range))"
    case .otherFigures(let path):
      "\(path) was drawn from other figures than those found here: join it beside the same datasets, store and "
        + "files, on the same kind of processor"
    }
  }

  private static func text(_ range: Range<Int>) -> String {
    "\(range.lowerBound):\(range.upperBound)"
  }

  private static func place(_ before: String?, _ after: String?) -> String {
    switch (before, after) {
    case (let before?, let after?): "between \(before) and \(after)"
    case (let before?, nil): "after \(before)"
    case (nil, let after?): "before \(after)"
    case (nil, nil): "as none was named"
    }
  }
}

extension PartError: ExitCodeProviding {
  var exitCode: ExitCode { ExitCode(65) }
}
