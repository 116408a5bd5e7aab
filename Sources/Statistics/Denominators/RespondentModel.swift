/// How many firms of each unit answered each question of a survey, told by the digits of its shares.
///
/// Known are shares of units (provinces) in questions; sought are the number N of firms of each unit
/// and the number n of them behind each share. A share that is the fraction k/d in lowest terms is one
/// of n = d, 2d, 3d … firms (`ShareDenominator`), and all shares of one unit are of its N firms:
///
///     n ~ BetaBinomial(N, ρ, ω)        ρ, ω: how firms answer the question, alike in all units
///     k given n: 0 … n, all alike      so that a share has the probability 1/(n + 1)
///
/// With a small probability a share is no such fraction, so that one odd number breaks nothing. (ρ, ω)
/// are those of a grid that make the question's shares likeliest; N follows from all questions of the
/// unit, each N from the third largest denominator on being as likely as another before; both in turn
/// until N stands. What is told of n is summed over N.
///
/// Where a question was answered by all firms, N is found to the firm. Where none was (`isPinned` is
/// false), the search starts from several N and keeps the likeliest; N is then known to a few per cent,
/// n as well as ever, since it is a multiple of a denominator.
public struct RespondentModel: Sendable {
  /// What was found of one question.
  public struct Question: Sendable, Hashable {
    /// The mean share of firms that answered it; nil for a question that is left out.
    public let rate: Double?
    /// How alike the firms of a unit are in answering it, from 0 to 1: their intra-class correlation.
    public let correlation: Double?
    /// Why it is left out, if it is.
    public let leftOut: LeftOut?
  }

  /// Why shares say nothing of the number of firms.
  public enum LeftOut: String, Sendable, Hashable, CaseIterable {
    /// Fewer than three in four are plain fractions.
    case noFractions
    /// Every one is of nothing or of all.
    case noDigits
    /// In two units or more the denominator is above 5/4 of the third largest of the unit's questions:
    /// more things were counted than firms were asked.
    case otherThings
    /// The denominators are spread as those of answers by one part of the firms are not.
    case misfit
  }

  /// The largest number of firms of one unit that may be counted.
  public static let mostFirms = 1000

  /// What was found of the questions, in their order.
  public let questions: [Question]
  /// The firms behind each share, by question and unit; nil without a share, or for a question that is
  /// left out.
  public let answers: [[CountEstimate?]]
  /// The firms of each unit; nil for a unit without shares that tell of them.
  public let firms: [CountEstimate?]
  /// Whether all firms answered one of the questions, which tells their number.
  public let isPinned: Bool
  /// How often rates and numbers of firms were found.
  public let rounds: Int
  /// Whether the last round changed no number.
  public let isSettled: Bool

  /// Finds the numbers of firms.
  ///
  /// - Parameters:
  ///   - shares: the shares from 0 to 1, by question and unit; nil where missing.
  ///   - counted: the number of firms of each unit where it is known; nil for no such knowledge.
  ///   - threads: how many threads work; nil for as many as there are processors. The result does not
  ///     depend on it.
  /// - Precondition: there is a share, or nil, for each question and unit, and a counted number is from
  ///   1 to `mostFirms`.
  public init(shares: [[Double?]], counted: [Int?]? = nil, threads: Int? = nil) {
    let units = shares.first?.count ?? counted?.count ?? 0
    let counted = counted ?? Array(repeating: nil, count: units)
    precondition(
      shares.allSatisfy { $0.count == units } && counted.count == units,
      "there must be a share, or nil, for each question and unit")
    precondition(
      counted.allSatisfy { $0.map((1...Self.mostFirms).contains) ?? true },
      "a counted number of firms is from 1 to \(Self.mostFirms)")
    let fit = RespondentFit(
      DenominatorScreen(shares), counted: counted,
      replicates: Replicates(seed: 0, threads: threads)
    ).best()
    questions = Self.questions(shares.count, of: fit)
    answers = Self.answers(behind: shares, to: questions, by: fit)
    firms = (0..<units).map { unit in
      counted[unit].map(CountEstimate.init(counted:)) ?? fit.estimate(ofFirmsIn: unit)
    }
    isPinned = fit.isPinned
    rounds = fit.rounds
    isSettled = fit.isSettled
  }

  private static func questions(_ count: Int, of fit: RespondentFit) -> [Question] {
    var questions = (0..<count).map { question in
      Question(rate: nil, correlation: nil, leftOut: fit.screen.reasons[question])
    }
    for (place, question) in fit.questions.enumerated() {
      let response = fit.tables.responses[fit.responses[place]]
      questions[question] =
        fit.isOfFirms(place)
        ? Question(rate: response.rate, correlation: response.correlation, leftOut: nil)
        : Question(rate: nil, correlation: nil, leftOut: .misfit)
    }
    return questions
  }

  private static func answers(
    behind shares: [[Double?]], to questions: [Question], by fit: RespondentFit
  ) -> [[CountEstimate?]] {
    let none = shares.map { row in row.map { _ in CountEstimate?.none } }
    let found = fit.replicates.chunks(of: fit.questions.indices, length: 4) { chunk in
      chunk.map { place -> [CountEstimate?] in
        let question = fit.questions[place]
        guard questions[question].leftOut == nil else { return none[question] }
        return shares[question].indices.map { unit in
          shares[question][unit] == nil ? nil : fit.estimate(of: place, in: unit)
        }
      }
    }.flatMap { $0 }
    return zip(fit.questions, found).reduce(into: none) { $0[$1.0] = $1.1 }
  }
}
