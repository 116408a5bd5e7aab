/// A document that is to be written: its file and its text, with what makes the one of the other.
public struct DocumentWriter: Sendable {
  /// The file.
  public let path: String
  /// Its kind.
  public let format: DocumentFormat
  /// The text.
  public let template: Template
  /// What makes it of HTML; nil where nothing is to be made.
  private let converter: Converter?

  /// Makes ready to write, so that what is missing is told before there is anything to write.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - format: its kind.
  ///   - template: the text.
  ///   - environment: variables, with the folders to look for a converter in.
  /// - Throws: `ConverterError.missing`, where one is needed.
  public init(
    path: String, format: DocumentFormat, template: Template, environment: [String: String]
  ) throws(ConverterError) {
    self.path = path
    self.format = format
    self.template = template
    converter = format.needsConverter ? try Converter(environment: environment) : nil
  }

  /// Fills in the text and writes the file, which appears when it is complete.
  ///
  /// - Parameter fields: what is filled in.
  /// - Throws: `ConverterError`, or `TableError` for a file that cannot be written.
  public func write(_ fields: Fields) throws {
    let html = template.filled(with: fields)
    let bytes = try converter.map { try $0.convert(html, to: format) } ?? Array(html.utf8)
    try DocumentFile.write(bytes, to: path)
  }
}
