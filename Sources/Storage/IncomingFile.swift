public import Panels
public import Tables

/// A file with all that was read from it, ready for a store.
public struct IncomingFile: Sendable {
  /// The file's name, without its folders.
  public let name: String
  /// The SHA-256 of its bytes.
  public let digest: FileDigest
  /// What was read from it.
  public let readings: [Reading]

  /// Collects what was read from a file.
  ///
  /// - Precondition: no two readings are of one sub-index and year, and no figure is given twice.
  public init(name: String, digest: FileDigest, readings: [Reading]) {
    let places = Set(readings.map { "\($0.subindex) \($0.year)" })
    precondition(places.count == readings.count, "each sub-index of a year is given once")
    let figures = readings.flatMap(\.figures)
    precondition(Set(figures.map(FigureKey.init)).count == figures.count, "a figure is given once")
    self.name = name
    self.digest = digest
    self.readings = readings
  }
}
