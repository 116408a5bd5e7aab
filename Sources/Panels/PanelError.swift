public import Tables

/// What can be wrong with figures, names and the tables that describe them.
public enum PanelError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No province has this name.
  case unknownProvince(String, nearest: [String])
  /// The province of this name has become part of another.
  case absorbedProvince(String, into: String)
  /// A cell where a province's name should stand holds another text.
  case unknownProvinceAt(Location, String, nearest: [String])
  /// One spelling would name two provinces.
  case sharedSpelling(String, String, String)
  /// No indicator has this code.
  case unknownIndicator(String, nearest: [String])
  /// A cell where an indicator's code or name should stand holds another text.
  case unknownIndicatorAt(Location, String, nearest: [String])
  /// A table does not say what its figures are of, nor was it told.
  case untold(Location, String, columns: [String])
  /// A share of 1 or less stands without a percent sign among percentages.
  case mixedShares(Location, String, percentage: String)
  /// A column's heading means nothing to the reader of tables.
  case unknownColumn(Location, String, nearest: [String])
  /// Two rows of the codebook have the same code.
  case repeatedCode(String)
  /// A cell of one of our own tables does not hold what it must.
  case badEntry(Location, String)
  /// A heading of a workbook is in no row of the codebook.
  case unknownHeading(Location, String)
  /// An indicator that the codebook expects has no column.
  case missingIndicators(place: String, [String])
  /// Two columns of a sheet hold the same indicator.
  case repeatedIndicator(Location, String, first: String)
  /// A cell that must hold a number holds something else.
  case notANumber(Location, String)
  /// A formula was saved without its result.
  case uncalculated(Location)
  /// A value cannot be: a share above one, or a score outside its scale.
  case outOfRange(Location, Double, String)
  /// A province stands twice in one sheet.
  case repeatedProvince(Location, String)
  /// Provinces that should be in a sheet are not.
  case missingProvinces(place: String, [String])
  /// A sheet has fewer rows of provinces than its layout says.
  case tooFewProvinces(place: String, found: Int, of: Int)
  /// A province stands below the last row that the layout gives to provinces.
  case surplusProvince(Location, String, expected: Int)
  /// A province stands in a file of a year in which it was not ranked.
  case provinceOfOtherYears(Location, String, year: Int)
  /// No layout describes the workbooks of a year.
  case noLayout(file: String, year: Int, known: [Int])
  /// The name of a file does not tell its year.
  case noYear(file: String)
  /// No visible sheet has any of the names that the layout gives.
  case noSheet(file: String, wanted: [String], found: [String], hidden: [String])
  /// One figure is given twice.
  case repeatedFigure(String)
  /// A figure has a value that its indicator cannot have.
  case impossibleFigure(String, Double, String)
  /// There are no figures for a year.
  case noFigures(year: Int, known: [Int])
  /// No count of firms is known for a year.
  case noRespondents(year: Int, known: [Int])

  public var description: String {
    switch self {
    case .unknownProvince(let name, let nearest):
      "no province is called \(Quotation.of(name))\(Self.suggestion(nearest))"
    case .absorbedProvince(let name, let unit):
      "\(Quotation.of(name)) is no province of its own any more: it is part of \(unit)"
    case .unknownProvinceAt(let location, let name, let nearest):
      "\(location): no province is called \(Quotation.of(name))"
        + (nearest.isEmpty ? "" : " (nearest: \(nearest.joined(separator: ", ")))")
        + "; a new spelling goes into the column \"spellings\" of provinces.csv"
    case .sharedSpelling(let name, let first, let second):
      "provinces.csv: the spelling \(Quotation.of(name)) would name both \(first) and \(second)"
    case .unknownIndicator(let code, let nearest):
      "no indicator has the code \(Quotation.of(code))" + Self.suggestion(nearest)
    case .unknownIndicatorAt(let location, let name, let nearest):
      "\(location): no indicator is called \(Quotation.of(name))" + Self.suggestion(nearest)
        + (nearest.isEmpty ? "; codes and names are those of codebook.csv" : "")
    case .unknownColumn(let location, let heading, let nearest):
      "\(location): the column \(Quotation.of(heading)) means nothing here"
        + (nearest.isEmpty ? "" : " (nearest: \(nearest.joined(separator: ", ")))")
        + "; tell it with --columns \"\(heading)=MEANING\", or leave it out with "
        + "--columns \"\(heading)=-\""
    case .untold(let location, let part, let columns):
      "\(location.file): there is no column \"\(part)\"; the columns are "
        + "\(Quotation.list(columns)); \(Self.remedy(for: part))"
    case .mixedShares(let location, let share, let percentage):
      "\(location): \(share) may be \(share) % or a share, since \(percentage) of the same indicator is "
        + "a percentage; write it with a percent sign"
    case .repeatedCode(let code):
      "codebook.csv: two rows have the code \"\(code)\""
    case .badEntry(let location, let expected):
      "\(location): expected \(expected)"
    case .unknownHeading(let location, let heading):
      "\(location): the heading \(Quotation.of(heading)) is in no row of codebook.csv; add it to the column "
        + "\"headings\" of its indicator"
    case .missingIndicators(let place, let codes):
      "\(place): no column holds \(codes.joined(separator: ", "))"
    case .repeatedIndicator(let location, let code, let first):
      "\(location): a second column holds \(code), as \(first) does"
    case .notANumber(let location, let text):
      "\(location): \(Quotation.of(text)) is not a number"
    case .uncalculated(let location):
      "\(location): the formula has no stored value; open the file in a spreadsheet program and save it"
    case .outOfRange(let location, let value, let expected):
      "\(location): \(Self.written(value)) cannot be: \(expected)"
    case .repeatedProvince(let location, let name):
      "\(location): \(name) stands a second time"
    case .missingProvinces(let place, let names):
      "\(place): no row for \(names.joined(separator: ", "))"
    case .tooFewProvinces(let place, let found, let expected):
      "\(place): the provinces end after \(found), of \(expected)"
    case .surplusProvince(let location, let name, let expected):
      "\(location): \(name) stands below the \(expected) provinces that the layout tells of"
    case .provinceOfOtherYears(let location, let name, let year):
      "\(location): \(name) was not ranked in \(year)"
    case .noLayout(let file, let year, let known):
      "\(file): no layout describes the workbooks of \(year); there are layouts for "
        + "\(known.spansInWords); a new year needs a file of its own in the folder layouts"
    case .noYear(let file):
      "\(file): the name does not tell the year; give it with --year, or, in a table of one's own, put "
        + "the headings into the first row"
    case .noSheet(let file, let wanted, let found, let hidden):
      "\(file): no sheet is called \(Quotation.list(wanted, separator: " or ")); there are "
        + Quotation.list(found)
        + (hidden.isEmpty ? "" : "; hidden, and not read: " + Quotation.list(hidden))
    case .repeatedFigure(let place):
      "\(place): the figure is given twice"
    case .impossibleFigure(let place, let value, let expected):
      "\(place): \(Self.written(value)) cannot be: \(expected)"
    case .noFigures(let year, let known):
      "there are no figures for \(year); there are figures for "
        + known.map(String.init).joined(separator: ", ")
    case .noRespondents(let year, let known):
      "no firms are counted for \(year); there are counts for "
        + known.map(String.init).joined(separator: ", ")
    }
  }

  /// A number as it would stand in a table; one that is none by its name.
  private static func written(_ value: Double) -> String {
    value.isFinite ? "\(Cell(value))" : "\(value)"
  }

  private static func remedy(for part: String) -> String {
    switch part {
    case "province": "head it \"province\" or \"Tỉnh\", or name the province with --province"
    case "year": "head it \"year\" or \"Năm\", or tell the year with --year"
    case "indicator":
      "head it \"indicator\" or \"Chỉ tiêu\", or head each column of figures by an indicator's code"
    default: "head the figures \"value\", or each of their columns by its year"
    }
  }

  private static func suggestion(_ nearest: [String]) -> String {
    nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
  }
}
