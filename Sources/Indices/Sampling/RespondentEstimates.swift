public import Panels
public import Statistics

/// How many firms stand behind each figure of a year.
///
/// Shares are fractions of the firms that answered, so that their digits tell how many those were:
/// `RespondentModel` says how. All shares of the year are used together, since the firms of a province
/// are the same in every question; the more sub-indices there are figures of, the better.
///
/// Other figures' digits tell nothing. For means of answers and factor scores the count is the firms of
/// the province times the median rate of questions that more than half of the firms answered, and its
/// interval is as wide as these rates are apart. Medians of days and hours may be of few firms only:
/// the count is then the most that there can be, and the interval begins at 1; a question that was
/// asked of firms that said yes to another has those. Points, rates and sums of money, which no firm
/// was asked for, have no count.
public struct RespondentEstimates: Sendable {
  /// An indicator whose shares are of other things than the firms asked.
  public struct LeftOut: Sendable, Hashable {
    /// The code of the indicator.
    public let indicator: String
    /// Why.
    public let reason: RespondentModel.LeftOut
  }

  /// The year of the figures.
  public let year: Int
  /// The provinces there were, in the order of the panels.
  public let provinces: [Province]
  /// The indicators with a count in some province, in the order of the panels.
  public let indicators: [Indicator]
  /// The shares that say nothing of the firms, in the order of the panels.
  public let leftOut: [LeftOut]
  /// Whether all firms answered one of the questions: their number is then known to the firm, else to
  /// a few per cent.
  public let isPinned: Bool
  private let firmCounts: [String: RespondentCount]
  private let counts: [String: [String: RespondentCount]]

  /// Finds the firms behind the figures of a year.
  ///
  /// - Parameters:
  ///   - year: the year.
  ///   - panels: figures; an indicator that several hold is taken from the first.
  ///   - respondents: counts that are known; they take the place of estimates.
  ///   - followUps: the questions that were asked of firms that said yes to another.
  ///   - threads: how many threads work; nil for as many as there are processors. The result does not
  ///     depend on it.
  public init(
    of year: Int, in panels: [Panel], respondents: Respondents? = nil,
    followUps: FollowUps = FollowUps(), threads: Int? = nil
  ) {
    let columns = YearColumn.columns(of: year, in: panels)
    let provinces = panels.first?.provinces(in: year) ?? []
    let questions = columns.filter { $0.indicator.unit == .share }
    let model = RespondentModel(
      shares: questions.map { column in provinces.map { column.values[$0.key] } },
      counted: provinces.map { province in
        respondents?.firms(in: province.key, year).map { Int($0.rounded()) }
          .flatMap { $0 <= RespondentModel.mostFirms ? $0 : nil }
      }, threads: threads)
    let firms = Self.firms(of: provinces, in: year, model.firms, given: respondents)
    var counts = Self.fractions(questions, provinces, model.answers)
    let rates = ResponseSpread(model.questions.compactMap(\.rate))
    for column in columns {
      for province in column.values.keys {
        if let given = respondents?.answers(to: column.indicator.code, in: province, year) {
          counts[column.indicator.code, default: [:]][province] = RespondentCount(given: given)
        }
      }
    }
    Self.fill(&counts, of: columns, firms, rates, followUps)
    self.year = year
    self.provinces = provinces
    isPinned = model.isPinned
    leftOut = zip(questions, model.questions).compactMap { column, question in
      question.leftOut.map { LeftOut(indicator: column.indicator.code, reason: $0) }
    }
    firmCounts = firms
    self.counts = counts
    indicators = columns.map(\.indicator).filter { counts[$0.code]?.isEmpty == false }
  }

  /// Adds the counts of figures whose own digits tell nothing: of the firms that said yes to the question
  /// before, or else of the province's firms that answer such questions.
  private static func fill(
    _ counts: inout [String: [String: RespondentCount]], of columns: [YearColumn],
    _ firms: [String: RespondentCount], _ rates: ResponseSpread?, _ followUps: FollowUps
  ) {
    for column in columns {
      let code = column.indicator.code
      let first = followUps.firstQuestion(of: code).flatMap { code in
        columns.first { $0.indicator.code == code }
      }
      for province in column.values.keys where counts[code]?[province] == nil {
        if let first {
          counts[code, default: [:]][province] = first.values[province].flatMap { share in
            counts[first.indicator.code]?[province]?.saying(yes: share)
          }
        } else {
          counts[code, default: [:]][province] = firms[province].flatMap {
            rates?.count(of: $0, unit: column.indicator.unit)
          }
        }
      }
    }
  }

  /// The firms of each province: counts that were given before those that were found.
  private static func firms(
    of provinces: [Province], in year: Int, _ found: [CountEstimate?], given: Respondents?
  ) -> [String: RespondentCount] {
    zip(provinces, found).reduce(into: [:]) { firms, pair in
      let key = pair.0.key
      firms[key] =
        given?.firms(in: key, year).map(RespondentCount.init(given:))
        ?? pair.1.map { RespondentCount($0, source: .fractions) }
    }
  }

  /// The firms behind shares, by indicator and province.
  private static func fractions(
    _ questions: [YearColumn], _ provinces: [Province], _ answers: [[CountEstimate?]]
  ) -> [String: [String: RespondentCount]] {
    zip(questions, answers).reduce(into: [:]) { counts, pair in
      for (province, estimate) in zip(provinces, pair.1) {
        guard let estimate else { continue }
        counts[pair.0.indicator.code, default: [:]][province.key] = RespondentCount(
          estimate, source: .fractions)
      }
    }
  }

  /// The firms behind one figure.
  ///
  /// - Parameters:
  ///   - indicator: the code of the indicator.
  ///   - province: the key of the province.
  /// - Returns: nil where there is no figure, or none that firms were asked for.
  public func count(of indicator: String, in province: String) -> RespondentCount? {
    counts[indicator]?[province]
  }

  /// The firms of a province that answered at all.
  ///
  /// - Parameter province: its key.
  /// - Returns: nil where no figure tells.
  public func firms(in province: String) -> RespondentCount? { firmCounts[province] }
}
