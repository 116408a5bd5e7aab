import FoundationEssentials

extension Bundled {
  /// The folder of the published workbooks, which are not part of the project.
  ///
  /// The environment names it, as for `make data`; else it is looked for beside the checkout.
  public static let workbooks =
    ProcessInfo.processInfo.environment["WORKBOOKS"] ?? checkout + "/../shared/data/workbooks"

  /// Whether there is such a folder.
  public static var hasWorkbooks: Bool { FileManager.default.fileExists(atPath: workbooks) }
}
