/// What can be wrong with a rule or with the figures a rule is asked to score.
public enum IndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A rule contradicts itself.
  case badRule(year: Int, String)
  /// No rule is known for a year.
  case noRule(year: Int, known: [Int])
  /// No province has all the figures a year's rule needs.
  case nothingToScore(year: Int, missing: [String])
  /// There are too few provinces to learn a rule from.
  case tooFewProvinces(year: Int, provinces: Int, coefficients: Int)
  /// The province has no score in that year.
  case noScore(province: String, year: Int, missing: [String])
  /// The scores of a year do not tell every weight and range of its rule.
  case untoldRule(subindex: String, year: Int)
  /// One year has no other to be compared with.
  case oneYear(Int)
  /// Some years have no indicator of the last one's rule in common.
  case nothingShared(years: ClosedRange<Int>)
  /// No score of the year was published.
  case nothingPublished(subindex: String, year: Int)
  /// A province was not ranked in the year that is asked for.
  case notRanked(province: String, year: Int)
  /// There is no figure at all.
  case noFigures(of: String)
  /// There is no figure of a province in a year.
  case noFiguresOf(province: String, year: Int, of: String)
  /// A province has no score by which its neighbours in the ranking could be told.
  case noStanding(province: String, year: Int, of: String)
  /// More parts of a change differ than can be told apart exactly.
  case tooManyParts(count: Int, most: Int)
  /// The scores of two years follow different rules.
  case notComparable(Int, Int)
  /// A file of counts has none of the year.
  case noCounts(file: String, year: Int)
  /// No firm answered anything in a year, as far as figures are known.
  case nothingAnswered(year: Int)
  /// A sampling model contradicts itself.
  case badSampling(String)
  /// It is not known by what law a figure scatters.
  case noSamplingLaw(indicator: String, unit: String)
  /// It is not known how many firms answered.
  case noRespondents(indicator: String, province: String, year: Int)

  public var description: String {
    switch self {
    case .badRule(let year, let reason):
      "the rule of \(year): \(reason)"
    case .noRule(let year, []):
      "no rule is known for \(year), nor for any other year of this sub-index; 'minhbach calibrate' "
        + "tells what can be learned of one"
    case .noRule(let year, let known):
      "no rule is known for \(year); there are rules for "
        + known.map(String.init).joined(separator: ", ")
    case .nothingToScore(let year, let missing):
      "no province can be scored for \(year): \(missing.joined(separator: ", ")) missing"
    case .tooFewProvinces(let year, let provinces, let coefficients):
      "\(provinces) provinces with published scores in \(year) cannot tell \(coefficients) "
        + "coefficients; at least \(coefficients + 1) are needed"
    case .untoldRule(let subindex, let year):
      "not every weight and range of \(subindex) \(year) is told, so that there is no rule to write; "
        + "see 'minhbach calibrate' without --as-rule"
    case .oneYear(let year):
      "there is no year to set beside \(year): a history needs figures of two years or more"
    case .nothingShared(let years):
      "\(years.lowerBound) to \(years.upperBound) share no indicator that was asked alike in every "
        + "year; 'minhbach history --runs' lists the years that do"
    case .nothingPublished(let subindex, let year):
      "no score of \(subindex) was published for \(year): there is nothing to set beside the rule"
    case .notRanked(let province, let year):
      "\(province) was not ranked in \(year)"
    case .noFigures(let subject):
      "there are no figures of \(subject)"
    case .noFiguresOf(let province, let year, let subject):
      "there is no figure of \(subject) of \(province) for \(year)"
    case .noStanding(let province, let year, let subject):
      "\(province) has no score of \(subject) of \(year) to find the provinces near it by; name them "
        + "instead"
    case .tooManyParts(let count, let most):
      "the change has \(count) parts; up to \(most) can be told apart exactly, which takes "
        + "2 to the power of as many rankings"
    case .notComparable(let first, let second):
      "the scores of \(first) and \(second) follow different rules: their difference is no change; years of one "
        + "rule are 2006 to 2008, 2013 to 2016 and 2017 to 2020"
    case .noCounts(let file, let year):
      "\(file) has no number of firms of \(year)"
    case .nothingAnswered(let year):
      "there is no figure of \(year) that firms were asked for: nothing tells how many there were"
    case .badSampling(let reason):
      "the sampling model: \(reason)"
    case .noSamplingLaw(let indicator, let unit):
      "no law of sampling is known for \(indicator), whose unit is \(unit): give it a row with a law in a "
        + "table for --sampling ('exact' where no firm is asked)"
    case .noRespondents(let indicator, let province, let year):
      "how many firms of \(province) answered \(indicator) in \(year) cannot be told: give the number in a "
        + "table for --respondents"
    case .noScore(let province, let year, let missing):
      "\(province) cannot be scored for \(year): \(missing.joined(separator: ", ")) missing"
    }
  }
}
