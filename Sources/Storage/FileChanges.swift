public import Panels

/// What a file would change in a store.
public struct FileChanges: Sendable, Hashable {
  /// A figure that is not the same in store and file.
  public struct Replacement: Sendable, Hashable {
    /// The figure in the store.
    public let stored: Figure
    /// The figure in the file; nil where the file was searched for every province and has none.
    public let new: Figure?

    /// Sets two figures side by side.
    public init(stored: Figure, new: Figure?) {
      self.stored = stored
      self.new = new
    }
  }

  /// Whether the store knows the file.
  public internal(set) var isKnown: Bool
  /// Figures where the store has none.
  public internal(set) var added: [Figure] = []
  /// Figures to be replaced or taken out.
  ///
  /// Somebody should have agreed before they are.
  public internal(set) var replaced: [Replacement] = []
  /// The number of figures that another file gave before, with the same values.
  ///
  /// They keep their source.
  public internal(set) var agreeing = 0
  /// The number of figures of this same file that others have taken the place of since.
  ///
  /// They are left alone.
  public internal(set) var settled = 0
  /// Whether what is worth knowing of a known file is to be kept anew.
  public internal(set) var renewsRemarks = false

  /// Whether the store would stay as it is.
  public var isEmpty: Bool { isKnown && added.isEmpty && replaced.isEmpty && !renewsRemarks }
}
