import FoundationEssentials

/// LibreOffice Writer, run as a program of its own to make DOCX, ODT and PDF of HTML.
///
/// It is looked for when it is needed; nothing of it is linked. Each run has a folder and a profile of
/// its own, so that it minds neither the user's settings nor another LibreOffice that is open.
public struct Converter: Sendable {
  /// The path of the program.
  public let program: String
  private let environment: [String: String]
  private let timeLimit: Double

  /// The Debian package to name where there is no converter.
  public static let package = "libreoffice-writer-nogui"

  /// Finds the program.
  ///
  /// - Parameters:
  ///   - environment: variables; `soffice` or `libreoffice` is looked for in the folders of `PATH`.
  ///   - timeLimit: the seconds after which a run is broken off.
  /// - Throws: `ConverterError.missing`.
  public init(
    environment: [String: String], timeLimit: Double = 120
  ) throws(ConverterError) {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let paths = ["soffice", "libreoffice"].flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let program = paths.first(where: FileManager.default.isExecutableFile) else {
      throw .missing
    }
    self.program = program
    self.environment = environment
    self.timeLimit = timeLimit
  }

  /// Converts a document.
  ///
  /// - Parameters:
  ///   - html: the document.
  ///   - format: what to make of it.
  /// - Returns: the bytes of the file.
  /// - Throws: `ConverterError`.
  public func convert(_ html: String, to format: DocumentFormat) throws -> [UInt8] {
    guard format.needsConverter else { return Array(html.utf8) }
    let files = FileManager.default
    let folder = files.temporaryDirectory.path + "/minhbach-\(UUID().uuidString)"
    defer { try? files.removeItem(atPath: folder) }
    do {
      try files.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(html.utf8).write(to: URL(filePath: folder + "/document.html"))
    } catch {
      throw ConverterError.noFolder(files.temporaryDirectory.path)
    }
    // Printed from HTML only odd pages have their number; from DOCX all after the first do.
    try run("document.html", ["--infilter=HTML (StarWriter)"], to: .docx, in: folder)
    if format != .docx { try run("document.docx", [], to: format, in: folder) }
    guard let bytes = files.contents(atPath: "\(folder)/document.\(format.rawValue)") else {
      throw ConverterError.failed(program, end: "no file", log: "")
    }
    return Array(bytes)
  }

  /// Makes one file of another in the same folder.
  private func run(
    _ source: String, _ words: [String], to format: DocumentFormat, in folder: String
  ) throws(ConverterError) {
    // The profile is a URL: a folder with a space or a letter beyond ASCII is escaped.
    let profile = URL(filePath: folder + "/profile", directoryHint: .isDirectory).absoluteString
    var variables = environment
    variables["HOME"] = folder
    variables["TMPDIR"] = folder
    let child = ChildProcess(
      program: program,
      arguments: ["-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nolockcheck"]
        + words + ["--convert-to", format.filter, "--outdir", folder, "\(folder)/\(source)"],
      environment: variables, log: folder + "/log")
    let end = child.run(timeLimit: timeLimit)
    if case .timeout = end { throw .timeout(program, seconds: timeLimit) }
    // It may end well and still have written nothing, where the part for text documents is not installed.
    let made = FileManager.default.contents(atPath: "\(folder)/document.\(format.rawValue)")
    guard case .exit(0) = end, made?.isEmpty == false else {
      let log = FileManager.default.contents(atPath: folder + "/log")
        .map { String(decoding: $0, as: UTF8.self) }
      throw .failed(program, end: "\(end)", log: log ?? "")
    }
  }
}

/// What can go wrong with a converter.
public enum ConverterError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is none.
  case missing
  /// There is no room to work in.
  case noFolder(String)
  /// It did not end in time.
  case timeout(String, seconds: Double)
  /// It ended without a document.
  case failed(String, end: String, log: String)

  public var description: String {
    switch self {
    case .missing:
      "there is no LibreOffice to make DOCX, ODT and PDF: install the Debian package "
        + "\(Converter.package), or write the document as .html"
    case .noFolder(let place):
      "\(place): no folder can be made there; set TMPDIR to one that can be written to"
    case .timeout(let program, let seconds):
      "\(program) did not end within \(Int(seconds)) seconds; the document can be written as .html"
    case .failed(let program, let end, let log):
      "\(program) wrote no document (\(end)); is the Debian package \(Converter.package) installed?"
        + Self.lastLine(of: log)
    }
  }

  private static func lastLine(of log: String) -> String {
    log.split(separator: "\n").last.map { " It said: \($0)" } ?? ""
  }
}
