/// What reads bytes that others have written: each is fuzzed on its own.
public enum Parser: String, CaseIterable, Sendable {
  // Files of any kind.
  case csv = "CSV"
  case longTable = "LongTable"
  case plainTable = "PlainTable"
  case xls = "XLS"
  case xlsx = "XLSX"
  case xlsxParts = "XLSXParts"
  case statistical = "Statistical"
  case store = "Store"
  // Tables with columns of their own.
  case tidy = "Tidy"
  case rule = "Rule"
  case structure = "Structure"
  case sampling = "Sampling"
  case weights = "Weights"
  case scenario = "Scenario"
  case efforts = "Efforts"
  case conditions = "Conditions"
  case plan = "Plan"
  case report = "Report"
  case agencies = "Agencies"
  case calendar = "Calendar"
  case checklist = "Checklist"
  case catalogue = "Catalogue"
  case gazetteer = "Gazetteer"
  case codebook = "Codebook"
  case merger = "Merger"
  case layout = "Layout"
  case corrections = "Corrections"
  case respondents = "Respondents"
  case surveySizes = "SurveySizes"
  case followUps = "FollowUps"
  // Texts and words of a command line.
  case template = "Template"
  case terms = "Terms"
  case names = "Names"
  case arguments = "Arguments"
  case part = "Part"

  /// Reads an input; whatever it is, an answer or an error of the library must come.
  public func read(_ bytes: [UInt8]) {
    switch self {
    case .csv: Reading.text(bytes, file: "fuzz.csv")
    case .longTable: Reading.longTable(bytes, file: "fuzz.csv")
    case .plainTable: Reading.plainTable(bytes)
    case .xls: Reading.workbook(bytes, file: "fuzz.xls")
    case .xlsx: Reading.workbook(bytes, file: "fuzz.xlsx")
    case .xlsxParts: Reading.workbook(WorkbookParts.workbook(bytes), file: "fuzz.xlsx")
    case .statistical: Reading.statistical(bytes)
    case .store: Reading.store(bytes)
    case .template: Reading.template(bytes)
    case .terms: Reading.terms(bytes)
    case .names: Reading.names(bytes)
    case .arguments: Reading.arguments(bytes)
    case .part: Reading.part(bytes)
    default: Reading.table(bytes, as: self)
    }
  }
}
