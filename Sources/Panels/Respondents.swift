public import Tables

/// How many firms answered the survey, by province and year, and by question, where it is known.
public struct Respondents: Sendable {
  private let firms: [Int: [String: Double]]
  private let answers: [Int: [String: [String: Double]]]

  /// What stands in the column `indicator` for the firms of a province in all questions.
  public static let allQuestions = "all"

  /// Reads a table with the columns province, year and firms, and perhaps indicator.
  ///
  /// A row is of the province's firms where the indicator is `all`, empty, or no column; else of those
  /// that answered the question. Estimates may be given for counts: a number need not be whole. Other
  /// columns are passed over.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - gazetteer: the provinces.
  ///   - codebook: the indicators; without one, any code is taken.
  /// - Throws: `TableError` or `PanelError`, naming the place: an unknown province or indicator, a count
  ///   below one, a province twice in one year and question.
  public init(reading table: Table, gazetteer: Gazetteer, codebook: Codebook? = nil) throws {
    var firms: [Int: [String: Double]] = [:]
    var answers: [Int: [String: [String: Double]]] = [:]
    let records = try Records(table, required: ["province", "year", "firms"])
    let hasIndicators = records.columnNames.contains("indicator")
    // A province stands in many rows, spelt alike.
    var provinces: [String: Province] = [:]
    for record in records {
      let name = try record.text("province")
      guard let province = provinces[name] ?? gazetteer.match(name) else {
        throw PanelError.unknownProvinceAt(
          record.location("province"), name, nearest: gazetteer.nearest(to: name))
      }
      provinces[name] = province
      let count = try record.number("firms")
      guard count >= 1, count <= Self.most else {
        throw PanelError.badEntry(record.location("firms"), "one firm or more")
      }
      let year = try record.integer("year")
      let code =
        hasIndicators ? record.optionalText("indicator") ?? Self.allQuestions : Self.allQuestions
      let first: Double?
      if code == Self.allQuestions {
        first = firms[year, default: [:]].updateValue(count, forKey: province.key)
      } else {
        if let codebook, codebook[code] == nil {
          throw PanelError.unknownIndicatorAt(
            record.location("indicator"), code, nearest: codebook.nearest(to: code))
        }
        first = answers[year, default: [:]][code, default: [:]]
          .updateValue(count, forKey: province.key)
      }
      guard first == nil else {
        throw PanelError.repeatedProvince(
          record.location("province"),
          code == Self.allQuestions ? "\(name) of \(year)" : "\(name) of \(year), \(code),")
      }
    }
    self.firms = firms
    self.answers = answers
  }

  /// More than there are firms: a slip of the pen.
  private static let most = 1e6

  /// The years with counts of provinces' firms, ascending.
  public var years: [Int] { firms.keys.sorted() }

  /// Whether there is a count of any province or question in a year.
  public func hasCounts(of year: Int) -> Bool { firms[year] != nil || answers[year] != nil }

  /// The firms of some provinces in a year, in their order; nil unless all are known.
  public func firms(of provinces: [Province], in year: Int) -> [Double]? {
    let known = provinces.compactMap { firms[year]?[$0.key] }
    return known.count == provinces.count ? known : nil
  }

  /// The firms of one province, by its key, in a year, where they are known.
  public func firms(in province: String, _ year: Int) -> Double? { firms[year]?[province] }

  /// The firms of one province, by its key, that answered a question in a year, where they are known.
  public func answers(to indicator: String, in province: String, _ year: Int) -> Double? {
    answers[year]?[indicator]?[province]
  }
}
