public import Panels

/// A figure that a store held until another file took its place.
public struct SupersededFigure: Sendable, Hashable {
  /// Which replacement it was, counted from one over the life of the store.
  ///
  /// All figures that one file replaced at once have the same number.
  public let revision: Int
  /// The figure as it was, with the source it had.
  public let figure: Figure
  /// The file it came from.
  public let file: StoredFile
  /// The file that holds another value in its place, or none.
  public let replacement: StoredFile

  /// Records a figure that was replaced.
  public init(revision: Int, figure: Figure, file: StoredFile, replacement: StoredFile) {
    self.revision = revision
    self.figure = figure
    self.file = file
    self.replacement = replacement
  }
}
