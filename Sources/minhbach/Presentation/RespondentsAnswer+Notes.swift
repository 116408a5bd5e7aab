import Indices
import Panels
import Reports
import Statistics
import Tables

extension RespondentsAnswer {
  /// What the numbers of firms rest on.
  var notes: [Phrase] { [sum, validation, pin, left, meaning].compactMap(\.self) }

  /// The firms of all provinces, beside what was told of the survey.
  private var sum: Phrase? {
    let known = estimates.provinces.compactMap { estimates.firms(in: $0.key)?.firms }
    guard !known.isEmpty else { return nil }
    let all = Self.thousands(Int(known.reduce(0, +).rounded()))
    let sum = Phrase("Firms of \(known.count) provinces together: \(all)")
    return sizes.size(of: estimates.year).map { size in
      Phrase("\(sum); told of the survey: \(Self.words(size)).")
    } ?? Phrase("\(sum); nothing is told of the size of the survey.")
  }

  private static func words(_ size: SurveySizes.Size) -> Phrase {
    let count = thousands(size.firms)
    let firms =
      size.group == .domestic ? Phrase("\(count) domestic firms") : Phrase("\(count) firms")
    return size.qualifier == .exact
      ? firms : Phrase("\(Phrase(code: size.qualifier.rawValue)) \(firms)")
  }

  /// How many estimates equal what was counted; nothing where counts were given, and not estimated.
  private var validation: Phrase? {
    let both = estimates.provinces.compactMap { province in
      counted.firms(in: province.key, estimates.year).flatMap { known in
        estimates.firms(in: province.key).map { (known: known, found: $0) }
      }
    }
    guard !both.isEmpty, !isGiven else { return nil }
    let equal = both.count { $0.found.interval == Int($0.known)...Int($0.known) }
    return Phrase(
      """
      \(equal) of \(both.count) provinces' firms equal the counts of datasets/respondents, \
      which were not used.
      """)
  }

  private var pin: Phrase? {
    if isGiven { return Phrase("Counts that were given take the place of estimates ('given').") }
    return estimates.isPinned
      ? Phrase("A question that all firms answered tells their number.")
      : Phrase(
        """
        No question was answered by all firms: a province's number is known to within 7 % or so, \
        and firms that answered no share are not in it. Most figures' firms are known all the \
        same.
        """)
  }

  /// What says nothing of the firms.
  private var left: Phrase? {
    guard !estimates.leftOut.isEmpty else { return nil }
    let parts = RespondentModel.LeftOut.allCases.compactMap { reason -> Phrase? in
      let codes = estimates.leftOut.filter { $0.reason == reason }.map(\.indicator)
      return codes.isEmpty ? nil : Phrase("\(Self.words(reason)): \(codes)")
    }
    return Phrase("Shares left out, which say nothing of firms asked: \(parts, separator: "; ").")
  }

  private static func words(_ reason: RespondentModel.LeftOut) -> Phrase {
    switch reason {
    case .noFractions: Phrase("no plain fractions")
    case .noDigits: Phrase("0 or 1 everywhere")
    case .otherThings: Phrase("denominators larger than any number of firms")
    case .misfit: Phrase("denominators spread as no answers are")
    }
  }

  private var meaning: Phrase? {
    indicators.contains { indicator in
      estimates.provinces.contains {
        estimates.count(of: indicator.code, in: $0.key)?.source == .total
      }
    }
      ? Phrase(
        """
        Source 'total': the province's firms times the median share that answers a question for \
        all, since the figure's own digits tell nothing. Medians of days and hours may be of \
        fewer.
        """)
      : nil
  }

  /// A number with its thousands set apart.
  private static func thousands(_ number: Int) -> Phrase {
    number < 1000
      ? Phrase(verbatim: "\(number)")
      : Phrase("\(number / 1000),\(String("\(1000 + number % 1000)".dropFirst()))")
  }
}
