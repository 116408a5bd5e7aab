import ArgumentParsing
import Panels

/// What a table of one's own does not say itself.
struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What a column holds: province, year, indicator, value, unit, source, a year, the code of an "
        + "indicator, or - for nothing. May be repeated.", valueName: "heading=meaning"))
  var columns: [String] = []

  @Option(help: "The province of a table that names none.")
  var province: String?

  func validate() throws {
    for column in columns where Self.parts(of: column) == nil {
      throw ValidationError(
        "--columns \"\(column)\" is not of the form HEADING=MEANING, such as \"Năm=year\".")
    }
  }

  /// A reader that knows what was told.
  ///
  /// - Throws: `PanelError` for a province that there is not, `ValidationError` for such an indicator.
  func reader(gazetteer: Gazetteer, codebook: Codebook, year: Int? = nil) throws -> TidyReader {
    var meanings: [String: ColumnMeaning] = [:]
    for (heading, word) in columns.compactMap(Self.parts) {
      let meaning = ColumnMeaning(word)
      if case .figures(let code) = meaning {
        // A mistake of the command line, not of the data.
        do { _ = try codebook.indicator(code) } catch {
          throw ValidationError("--columns \"\(heading)=\(word)\": \(error)")
        }
      }
      meanings[heading] = meaning
    }
    return TidyReader(
      gazetteer: gazetteer, codebook: codebook,
      assumptions: TidyReader.Assumptions(
        columns: meanings, province: try province.map(gazetteer.province(named:)), year: year))
  }

  /// The heading and the meaning; a heading may hold an equals sign itself.
  private static func parts(of column: String) -> (heading: String, word: String)? {
    guard let sign = column.lastIndex(of: "="), sign != column.startIndex,
      column.index(after: sign) != column.endIndex
    else { return nil }
    return (String(column[..<sign]), String(column[column.index(after: sign)...]))
  }
}
