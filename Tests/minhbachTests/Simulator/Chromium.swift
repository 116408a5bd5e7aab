import Foundation
import TestSupport
import Testing

/// A browser without a window, where there is one.
enum Chromium {
  /// Its path; nil where no folder of PATH holds it.
  static let path = InstalledProgram.chromium

  /// What stands in the element `results` once a page's scripts have run, read as JSON.
  ///
  /// - Parameters:
  ///   - html: the page, opened as a file.
  ///   - fragment: what stands behind its address, `#` included.
  ///   - type: what the results are.
  /// - Returns: what the page's probe has written.
  /// - Throws: where the browser fails, or the results are not as expected.
  static func results<Results: Decodable>(
    of html: String, fragment: String = "", as type: Results.Type
  ) throws -> Results {
    let document = try document(of: html, fragment: fragment)
    let start = try #require(document.range(of: "<pre id=\"results\">"), "\(document.suffix(500))")
    let end = try #require(
      document.range(of: "</pre>", range: start.upperBound..<document.endIndex))
    let json = document[start.upperBound..<end.lowerBound]
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&nbsp;", with: "\u{A0}").replacing("&amp;", with: "&")
    return try JSONDecoder().decode(type, from: Data(json.utf8))
  }

  /// A page as it stands after its scripts have run.
  private static func document(of html: String, fragment: String) throws -> String {
    let folder = try TemporaryDirectory()
    let file = try folder.write(Array(html.utf8), as: "page.html")
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--no-first-run",
      "--user-data-dir=\(folder.file("profile"))", "--virtual-time-budget=5000", "--timeout=60000",
      "--dump-dom", "file://\(file)\(fragment)",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
