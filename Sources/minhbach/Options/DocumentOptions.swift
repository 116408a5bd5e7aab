import ArgumentParsing
import FoundationEssentials
import MinhBachKit
import Plans
import Reports
import Tables

/// The plan as an official paper.
struct DocumentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the plan as an official paper in Vietnamese, by the ending: .docx, .odt, .pdf (by LibreOffice) or "
        + ".html.", valueName: "file"))
  var document: String?

  @Option(
    help: ArgumentHelp(
      "The text of the paper, in HTML with fields. Default: the bundled one.", valueName: "file"))
  var template: String?

  @Option(
    help: ArgumentHelp(
      "Write a copy of the bundled text to make one's own of, and nothing else.",
      valueName: "file"))
  var writeTemplate: String?

  @Option(
    help: ArgumentHelp("The day of the paper. Default: left to be written in.", valueName: "day"))
  var date: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The department that issues the paper. Default: the People's Committee of the province.",
      valueName: "name"))
  var issuer: String?

  func validate() throws {
    for (name, value) in [
      ("--document", document), ("--template", template), ("--write-template", writeTemplate),
    ] where value == "" {
      throw ValidationError("\(name) names no file.")
    }
    if issuer == "" { throw ValidationError("--issuer names no agency.") }
    if let document, DocumentFormat(path: document) == nil {
      throw ValidationError(
        "A document ends in "
          + DocumentFormat.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
          + ", not as \(document).")
    }
    if document == nil {
      for (name, isNamed) in [
        ("--template", template != nil), ("--date", date != nil), ("--issuer", issuer != nil),
      ] where isNamed {
        throw ValidationError("\(name) is of a document: name its file with --document.")
      }
    }
  }

  /// Refuses to write over a file of one's own.
  ///
  /// - Parameters:
  ///   - others: options that name files to write.
  ///   - read: options that name files to read.
  /// - Throws: `ValidationError` where a file to write is that of another option, or a copy of the text would
  ///   replace a file.
  func requireOwnFiles(
    writing others: [(name: String, path: String?)], reading read: [(name: String, path: String?)]
  ) throws {
    if let writeTemplate, FilePlace(writeTemplate).holdsFile {
      throw ValidationError("\(writeTemplate) is there already: --write-template replaces no file.")
    }
    let written = [(name: "--document", path: document)] + others
    for (index, one) in written.enumerated() {
      guard let path = one.path else { continue }
      for other in written.dropFirst(index + 1) + [(name: "--template", path: template)] + read {
        if let second = other.path, FilePlace(path) == FilePlace(second) {
          throw ValidationError("\(one.name) and \(other.name) name the same file, \(path).")
        }
      }
    }
  }

  /// Copies the bundled text.
  ///
  /// - Parameters:
  ///   - datasets: where it is.
  ///   - path: where to.
  /// - Throws: what is wrong with either file.
  func copyTemplate(_ datasets: Datasets, to path: String) throws {
    try TextFile.write(String(decoding: bytes(datasets.planTemplate), as: UTF8.self), to: path)
  }

  /// How documents are written; nil where none is asked for.
  ///
  /// Before anything is computed: a fault of the text, or that there is no converter, is told at once.
  ///
  /// - Parameter datasets: where the bundled text is.
  /// - Returns: what fills in the text and writes the file.
  /// - Throws: `TemplateError`, `ConverterError`, or what is wrong with a file.
  func writer(_ datasets: Datasets) throws -> DocumentWriter? {
    guard let document, let format = DocumentFormat(path: document) else { return nil }
    let path = template ?? datasets.planTemplate
    let bytes = try bytes(path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TableError.unreadableFile(path, reason: "it is not in UTF-8")
    }
    guard !text.allSatisfy(\.isWhitespace) else { throw TemplateError.empty(name) }
    let environment = ProcessInfo.processInfo.environment
    let isDated = !environment["SOURCE_DATE_EPOCH", default: ""].isEmpty
    return try DocumentWriter(
      path: document, format: format,
      template: Template(text, name: name, shape: PlanDocument.shape), language: "vi-VN",
      created: isDated ? XLSXWriter.usual(environment: environment).created : nil,
      environment: environment)
  }

  /// The most bytes of a text: the bundled one has 17 thousand.
  private static let textLimit = 4 << 20

  private func bytes(_ path: String) throws -> [UInt8] {
    try TextFile.bytes(of: path, limit: Self.textLimit)
  }
}

extension Datasets {
  /// The text of plans as official papers.
  var planTemplate: String { folder + "/plans/document/ke-hoach.html" }
}
