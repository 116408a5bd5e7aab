extension TableError {
  /// Why the file of a statistics program cannot be read.
  public enum StatisticalFault: Sendable, Equatable, CustomStringConvertible {
    /// The file holds no bytes.
    case empty
    /// The file is neither of Stata nor of SPSS.
    case unknownFormat
    /// The version of the file's format is not known.
    case unsupportedVersion
    /// The file is damaged.
    case damaged(String)
    /// The file has more cells than can be held.
    case tooManyCells(limit: Int)
    /// The texts of the file are longer than can be held.
    case tooMuchText(limit: Int)
    /// A text is not in the encoding that was told, or that the file tells.
    case undecodable
    /// The encoding that the file tells is not known.
    case unknownEncoding

    /// The fault and its remedy, to stand after the file's name.
    public var description: String {
      switch self {
      case .empty:
        "is empty; copy or download it again"
      case .unknownFormat:
        "is neither a Stata .dta nor an SPSS .sav file; check that it is the right file"
      case .unsupportedVersion:
        "is of a version that cannot be read; save it as Stata 13 to 17, or as SPSS .sav"
      case .damaged(let reason):
        "is damaged or cut short (\(reason)); copy or download it again"
      case .tooManyCells(let limit):
        "has more than \(limit) cells; keep fewer variables or rows"
      case .tooMuchText(let limit):
        "has more than \(limit >> 20) MiB of text; keep fewer variables or rows"
      case .undecodable:
        "has text that is not in its encoding; tell the right one"
      case .unknownEncoding:
        "is in an encoding that is not known; tell the right one"
      }
    }
  }
}
