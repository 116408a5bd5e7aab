import FoundationEssentials
import Tables

/// LibreOffice Writer, run as a program of its own to make DOCX, ODT and PDF of HTML.
///
/// It is looked for when it is needed; nothing of it is linked. Each run has a folder and a profile of
/// its own, so that it minds neither the user's settings nor another LibreOffice that is open.
public struct Converter: Sendable {
  /// The path of the program.
  public let program: String
  private let environment: [String: String]
  private let language: String
  private let timeLimit: Double

  /// The Debian package to name where there is no converter.
  public static let package = "libreoffice-writer-nogui"

  /// Finds the program.
  ///
  /// - Parameters:
  ///   - environment: variables; `soffice` or `libreoffice` is looked for in the folders of `PATH`.
  ///   - language: the language of documents that tell none, by its tag, such as `vi-VN`.
  ///   - timeLimit: the seconds after which a run is broken off.
  /// - Throws: `ConverterError.missing`.
  public init(
    environment: [String: String], language: String = "en-US", timeLimit: Double = 120
  ) throws(ConverterError) {
    let program = ExecutableFile.path(
      of: ["soffice", "libreoffice"], in: environment["PATH"] ?? "")
    guard let program else { throw .missing }
    self.program = program
    self.environment = environment
    self.language = language
    self.timeLimit = timeLimit
  }

  /// Converts a document.
  ///
  /// Where a signal asks the program to end meanwhile, the run ends, its folder is removed, and an error tells.
  ///
  /// - Parameters:
  ///   - html: the document.
  ///   - format: what to make of it.
  /// - Returns: the bytes of the file.
  /// - Throws: `ConverterError`.
  public func convert(_ html: String, to format: ConvertedFormat) throws -> [UInt8] {
    try EndingSignals.held {
      let files = FileManager.default
      let folder = files.temporaryDirectory.path + "/minhbach-\(UUID().uuidString)"
      defer { try? files.removeItem(atPath: folder) }
      do {
        try files.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try TextFile.write(html, to: folder + "/document.html")
        try TextFile.write(settings, to: folder + "/profile/user/registrymodifications.xcu")
      } catch {
        throw ConverterError.noFolder(files.temporaryDirectory.path)
      }
      // Printed from HTML only odd pages have their number; from DOCX all after the first do.
      let docx = try run("document.html", ["--infilter=HTML (StarWriter)"], to: .docx, in: folder)
      return format == .docx ? docx : try run("document.docx", [], to: format, in: folder)
    }
  }

  /// The settings of a profile, as path, name and value.
  ///
  /// Languages are the document's, not those of whoever runs the program. What a document links to is not fetched:
  /// pictures are refused, and style sheets, which no setting refuses, are asked of a proxy that is not there.
  private var settings: String {
    let (scripting, proxy) = (
      "org.openoffice.Office.Common/Security/Scripting", "org.openoffice.Inet/Settings"
    )
    let items = [
      ("org.openoffice.Setup/L10N", "ooSetupSystemLocale", language),
      ("org.openoffice.Office.Linguistic/General", "DefaultLocale", language),
      (scripting, "BlockUntrustedRefererLinks", "true"), (proxy, "ooInetProxyType", "1"),
      (proxy, "ooInetNoProxy", ""),
      (proxy, "ooInetHTTPProxyName", "127.0.0.1"), (proxy, "ooInetHTTPProxyPort", "1"),
      (proxy, "ooInetHTTPSProxyName", "127.0.0.1"), (proxy, "ooInetHTTPSProxyPort", "1"),
    ]
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">

      """
        + items.map { path, name, value in
          """
          <item oor:path="/\(path)"><prop oor:name="\(name)" oor:op="fuse"><value>\(value)</value></prop></item>

          """
        }.joined() + "</oor:items>\n"
  }

  /// Makes one file of another in the same folder.
  ///
  /// - Returns: the bytes of what was made.
  private func run(
    _ source: String, _ words: [String], to format: ConvertedFormat, in folder: String
  ) throws(ConverterError) -> [UInt8] {
    // The profile is a URL: a folder with a space or a letter beyond ASCII is escaped.
    let profile = URL(filePath: folder + "/profile", directoryHint: .isDirectory).absoluteString
    var variables = environment
    variables["HOME"] = folder
    variables["TMPDIR"] = folder
    variables["TZ"] = "UTC"
    let child = ChildProcess(
      program: program,
      arguments: ["-env:UserInstallation=\(profile)", "--headless", "--norestore", "--nolockcheck"]
        + words + ["--convert-to", format.filter, "--outdir", folder, "\(folder)/\(source)"],
      environment: variables, log: folder + "/log")
    let end = child.run(timeLimit: timeLimit)
    switch end {
    case .timeout: throw .timeout(program, seconds: timeLimit)
    case .interrupted(let signal): throw .interrupted(signal: signal)
    default: break
    }
    // It may end well and still have written nothing, where the part for text documents is not installed.
    let made = FileManager.default.contents(atPath: "\(folder)/document.\(format.rawValue)")
    guard end == .exit(0) || end == .unknown, let made, !made.isEmpty else {
      let log = FileManager.default.contents(atPath: folder + "/log")
        .map { String(decoding: $0, as: UTF8.self) }
      throw .failed(program, end: "\(end)", log: log ?? "")
    }
    return Array(made)
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
  /// A signal asked the program to end meanwhile.
  case interrupted(signal: Int32)
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
    case .interrupted(let signal):
      "broken off by signal \(signal): no document was written"
    case .failed(let program, let end, let log):
      "\(program) wrote no document (\(end)); is the Debian package \(Converter.package) installed?"
        + Self.lastLine(of: log)
    }
  }

  private static func lastLine(of log: String) -> String {
    log.split(separator: "\n").last.map { " It said: \($0)" } ?? ""
  }
}
