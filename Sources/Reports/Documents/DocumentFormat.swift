/// The kind of file a document is written to.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  /// The document as it is filled; needs no converter.
  case html
  /// For Word.
  case docx
  /// For LibreOffice Writer.
  case odt
  /// For the printer.
  case pdf

  /// The kind that a file's ending names, in letters of either case; nil for any other.
  public init?(path: String) {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return nil
    }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }

  /// Whether a converter has to make it.
  public var needsConverter: Bool { self != .html }

  /// What LibreOffice calls the kind, with the filter that writes it.
  internal var filter: String {
    switch self {
    case .html: "html"
    case .docx: "docx:MS Word 2007 XML"
    case .odt: "odt:writer8"
    case .pdf: "pdf:writer_pdf_Export"
    }
  }
}
