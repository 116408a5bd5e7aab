import FoundationEssentials
import Tables

/// Programs that some tests need and a machine may lack.
public enum InstalledProgram {
  /// LibreOffice; nil where no folder of `PATH` holds it.
  public static let libreOffice = path(of: ["soffice"])

  /// Chromium; nil where no folder of `PATH` holds it.
  public static let chromium = path(of: ["chromium", "chromium-browser", "google-chrome"])

  private static func path(of names: [String]) -> String? {
    ExecutableFile.path(of: names, in: ProcessInfo.processInfo.environment["PATH"] ?? "")
  }
}
