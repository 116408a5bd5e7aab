import Tables

/// A document that is to be written: its file and its text, with what makes the one of the other.
public struct DocumentWriter: Sendable {
  /// The file.
  public let path: String
  /// Its kind.
  public let format: DocumentFormat
  /// The text.
  public let template: Template
  /// When it is said to be made, in seconds since 1970; nil for the time of the run.
  public let created: Int?
  /// What makes it of HTML, and what it makes; nil where nothing is to be made.
  private let conversion: (converter: Converter, format: ConvertedFormat)?

  /// Makes ready to write, so that what is missing is told before there is anything to write.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - format: its kind.
  ///   - template: the text.
  ///   - language: the language of the text by its tag, such as `vi-VN`.
  ///   - created: when it is said to be made, in seconds since 1970; nil for the time of the run.
  ///   - environment: variables, with the folders to look for a converter in.
  /// - Throws: `ConverterError.missing`, where one is needed.
  public init(
    path: String, format: DocumentFormat, template: Template, language: String,
    created: Int? = nil, environment: [String: String]
  ) throws(ConverterError) {
    self.path = path
    self.format = format
    self.template = template
    self.created = created
    if let converted = format.converted {
      conversion = (try Converter(environment: environment, language: language), converted)
    } else {
      conversion = nil
    }
  }

  /// Fills in the text and writes the file, which appears when it is complete.
  ///
  /// - Parameter fields: what is filled in.
  /// - Throws: `ConverterError`, or `TableError` for a file that cannot be written.
  public func write(_ fields: Fields) throws {
    let html = template.filled(with: fields)
    guard let (converter, format) = conversion else {
      return try WholeFile.write(Array(html.utf8), to: path)
    }
    var bytes = try converter.convert(html, to: format)
    if let created { DocumentTime(secondsSince1970: created).set(in: &bytes, of: format) }
    try WholeFile.write(bytes, to: path)
  }
}
