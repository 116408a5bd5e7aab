import Tables

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
    guard let ending = path.fileEnding else { return nil }
    self.init(rawValue: ending)
  }

  /// What a converter has to make; nil for HTML, which everything else is made of.
  public var converted: ConvertedFormat? { ConvertedFormat(rawValue: rawValue) }
}

/// The kind of file that a converter makes.
public enum ConvertedFormat: String, Sendable, Hashable, CaseIterable {
  /// For Word.
  case docx
  /// For LibreOffice Writer.
  case odt
  /// For the printer.
  case pdf

  /// What LibreOffice calls the kind, with the filter that writes it.
  internal var filter: String {
    switch self {
    case .docx: "docx:MS Word 2007 XML"
    case .odt: "odt:writer8"
    case .pdf: "pdf:writer_pdf_Export"
    }
  }
}
