import Statistics
import TestSupport
import Testing

@Suite struct RespondentModelTests {
  /// How often intervals hold what they are of.
  private struct Coverage {
    var cases = 0
    var held = 0

    mutating func count(_ isHeld: Bool) {
      cases += 1
      held += isHeld ? 1 : 0
    }

    var share: Double { Double(held) / Double(cases) }

    /// Two standard errors of a share of 0.95.
    var error: Double { 2 * (0.95 * 0.05 / Double(cases)).squareRoot() }
  }

  @Test(arguments: [true, false])
  func intervalsHoldTheNumbersThatAnsweredAndThoseOfFirms(isPinned: Bool) throws {
    var (answers, firms, certain) = (Coverage(), Coverage(), Coverage())
    let rates = (isPinned ? [1, 1, 1] : []) + SimulatedSurvey.rates
    for seed in 1...4 {
      let survey = SimulatedSurvey(seed: UInt64(seed), units: 16, rates: rates)
      let model = RespondentModel(shares: survey.shares)
      #expect(model.isPinned == isPinned)
      for (unit, number) in survey.firms.enumerated() {
        firms.count(try #require(model.firms[unit]).interval.contains(number))
      }
      for question in rates.indices {
        for unit in survey.firms.indices {
          guard let found = model.answers[question][unit] else { continue }
          answers.count(found.interval.contains(survey.answers[question][unit]))
          if found.isCertain {
            certain.count(found.likeliest == survey.answers[question][unit])
          }
        }
      }
    }
    // Single numbers are given 0.95 or more: they hold more often than that, not less.
    #expect(answers.share > 0.95 - answers.error)
    #expect(firms.share > 0.95 - firms.error)
    // What is called certain is wrong once in a hundred at most, and one error of so many.
    #expect(certain.cases > 500)
    #expect(certain.share > 0.99 - (0.99 * 0.01 / Double(certain.cases)).squareRoot())
  }

  @Test func threadsDoNotMatter() {
    let survey = SimulatedSurvey(seed: 3, units: 9)
    let one = RespondentModel(shares: survey.shares, threads: 1)
    let two = RespondentModel(shares: survey.shares, threads: 2)
    #expect(one.answers == two.answers)
    #expect(one.firms == two.firms)
    #expect(one.questions == two.questions)
  }

  @Test func theOrderOfUnitsAndQuestionsDoesNotMatter() {
    let survey = SimulatedSurvey(seed: 5, units: 9)
    let model = RespondentModel(shares: survey.shares)
    let turned = RespondentModel(shares: survey.shares.reversed().map { $0.reversed() })
    #expect(model.firms.map { $0?.likeliest } == turned.firms.reversed().map { $0?.likeliest })
    let back = turned.answers.reversed().map { row in row.reversed().map { $0?.likeliest } }
    #expect(model.answers.map { row in row.map { $0?.likeliest } } == back)
  }

  @Test func nothingAsksNothing() {
    let model = RespondentModel(shares: [])
    #expect(model.firms.isEmpty && model.answers.isEmpty && model.questions.isEmpty)
    let empty = RespondentModel(shares: [[], []])
    #expect(empty.answers == [[], []])
    let missing = RespondentModel(shares: [[nil, nil]])
    #expect(missing.firms == [nil, nil])
    #expect(missing.answers == [[nil, nil]])
  }

  @Test func oneShareTellsItsDenominatorAndMultiples() throws {
    let model = RespondentModel(shares: [[17.0 / 80]])
    let firms = try #require(model.firms[0])
    #expect(firms.interval.lowerBound >= 80)
    #expect(model.answers[0][0]?.likeliest == 80)
  }

  @Test func sharesOfNothingAndOfAllSayNothing() {
    let model = RespondentModel(shares: [[0, 1, 0, 0], [1, 1, 1, nil]])
    #expect(model.questions.map(\.leftOut) == [.noDigits, .noDigits])
    #expect(model.firms == [nil, nil, nil, nil])
    #expect(model.answers.allSatisfy { $0.allSatisfy { $0 == nil } })
  }

  @Test func sharesOfOtherThingsAreLeftOutAndChangeNothing() {
    let survey = SimulatedSurvey(seed: 7, units: 12)
    var random = SplitMix64(seed: 8)
    // Land, to any number of digits; and cases in court, 1 to 700 of them.
    let land = survey.firms.map { _ in Double?(Double.random(in: 0..<1, using: &random)) }
    let cases = survey.firms.map { _ in
      let number = Int.random(in: 1...700, using: &random)
      return Double?(Double(Int.random(in: 0...number, using: &random)) / Double(number))
    }
    let plain = RespondentModel(shares: survey.shares)
    let mixed = RespondentModel(shares: survey.shares + [land, cases])
    #expect(mixed.questions.suffix(2).map(\.leftOut) == [.noFractions, .otherThings])
    #expect(mixed.firms == plain.firms)
    #expect(mixed.answers.dropLast(2) == plain.answers[...])
  }

  @Test func oneOddShareBreaksNothing() {
    let survey = SimulatedSurvey(seed: 9, units: 12, rates: [1, 1, 1] + SimulatedSurvey.rates)
    let plain = RespondentModel(shares: survey.shares)
    var shares = survey.shares
    shares[3][4] = 100.0 / 499
    let odd = RespondentModel(shares: shares)
    #expect(odd.firms[4]?.likeliest == survey.firms[4])
    #expect(odd.firms.map { $0?.likeliest } == plain.firms.map { $0?.likeliest })
    // What is told of it follows from the firms and the question.
    let found = odd.answers[3][4]
    #expect(found.map { $0.interval.upperBound <= survey.firms[4] && !$0.isCertain } == true)
  }

  @Test func firmsThatWereCountedAreKept() throws {
    let survey = SimulatedSurvey(seed: 11, units: 6)
    let model = RespondentModel(shares: survey.shares, counted: survey.firms.map { $0 })
    #expect(model.firms == survey.firms.map { CountEstimate(counted: $0) })
    for row in model.answers {
      for (unit, found) in row.enumerated() {
        #expect(found.map { $0.interval.upperBound <= survey.firms[unit] } ?? true)
      }
    }
  }

  @Test func mistakesTrap() async {
    await #expect(processExitsWith: .failure) {
      _ = RespondentModel(shares: [[0.5], [0.5, 0.25]])
    }
    await #expect(processExitsWith: .failure) {
      _ = RespondentModel(shares: [[0.5]], counted: [0])
    }
  }
}
