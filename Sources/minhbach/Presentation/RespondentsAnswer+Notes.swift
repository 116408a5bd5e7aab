import Indices
import Panels
import Reports
import Statistics

extension RespondentsAnswer {
  /// What the numbers of firms rest on.
  var notes: [String] { [sum, validation, pin, left, meaning].compactMap(\.self) }

  /// The firms of all provinces, beside what was told of the survey.
  private var sum: String? {
    let known = estimates.provinces.compactMap { estimates.firms(in: $0.key)?.firms }
    guard !known.isEmpty else { return nil }
    let all = Self.thousands(Int(known.reduce(0, +).rounded()))
    return "Firms of \(known.count) provinces together: \(all)"
      + (sizes.size(of: estimates.year).map { "; told of the survey: \(Self.words($0))." }
        ?? "; nothing is told of the size of the survey.")
  }

  private static func words(_ size: SurveySizes.Size) -> String {
    let qualifier = size.qualifier == .exact ? "" : size.qualifier.rawValue + " "
    let group = size.group == .domestic ? "domestic firms" : "firms"
    return "\(qualifier)\(thousands(size.firms)) \(group)"
  }

  /// How many estimates equal what was counted; nothing where counts were given, and not estimated.
  private var validation: String? {
    let both = estimates.provinces.compactMap { province in
      counted.firms(in: province.key, estimates.year).flatMap { known in
        estimates.firms(in: province.key).map { (known: known, found: $0) }
      }
    }
    guard !both.isEmpty, !isGiven else { return nil }
    let equal = both.count { $0.found.interval == Int($0.known)...Int($0.known) }
    return
      "\(equal) of \(both.count) provinces' firms equal the counts of datasets/respondents, which "
      + "were not used."
  }

  private var pin: String? {
    if isGiven { return "Counts that were given take the place of estimates ('given')." }
    return estimates.isPinned
      ? "A question that all firms answered tells their number."
      : "No question was answered by all firms: a province's number is known to within 7 % or so, and "
        + "firms that answered no share are not in it. Most figures' firms are known all the same."
  }

  /// What says nothing of the firms.
  private var left: String? {
    guard !estimates.leftOut.isEmpty else { return nil }
    let parts = RespondentModel.LeftOut.allCases.compactMap { reason -> String? in
      let codes = estimates.leftOut.filter { $0.reason == reason }.map(\.indicator)
      return codes.isEmpty ? nil : "\(Self.words(reason)): \(codes.joined(separator: ", "))"
    }
    return "Shares left out, which say nothing of firms asked: \(parts.joined(separator: "; "))."
  }

  private static func words(_ reason: RespondentModel.LeftOut) -> String {
    switch reason {
    case .noFractions: "no plain fractions"
    case .noDigits: "0 or 1 everywhere"
    case .otherThings: "denominators larger than any number of firms"
    case .misfit: "denominators spread as no answers are"
    }
  }

  private var meaning: String? {
    indicators.contains { indicator in
      estimates.provinces.contains {
        estimates.count(of: indicator.code, in: $0.key)?.source == .total
      }
    }
      ? "Source 'total': the province's firms times the median share that answers a question for "
        + "all, since the figure's own digits tell nothing. Medians of days and hours may be of fewer."
      : nil
  }

  /// A number with commas.
  private static func thousands(_ number: Int) -> String {
    number < 1000
      ? "\(number)" : "\(number / 1000)," + String("\(1000 + number % 1000)".dropFirst())
  }
}
