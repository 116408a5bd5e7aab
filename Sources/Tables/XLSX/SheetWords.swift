/// What the sheets beside the tables of a workbook are called, and the headings on them.
public struct SheetWords: Sendable, Hashable {
  /// The name of the sheet of drawings.
  public let charts: String
  /// The name of the sheet of notes.
  public let notes: String
  /// The name of the sheet of settings.
  public let settings: String
  /// The heading of what is set.
  public let setting: String
  /// The heading of what it is set to.
  public let value: String

  /// In English.
  public static let english = SheetWords(
    charts: "charts", notes: "notes", settings: "settings", setting: "setting", value: "value")

  /// Tells the words of a language.
  ///
  /// - Parameters:
  ///   - charts: the name of the sheet of drawings.
  ///   - notes: the name of the sheet of notes.
  ///   - settings: the name of the sheet of settings.
  ///   - setting: the heading of what is set.
  ///   - value: the heading of what it is set to.
  public init(charts: String, notes: String, settings: String, setting: String, value: String) {
    self.charts = charts
    self.notes = notes
    self.settings = settings
    self.setting = setting
    self.value = value
  }
}
