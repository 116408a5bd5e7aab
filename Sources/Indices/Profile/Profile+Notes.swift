public import Panels
public import Tables

extension Profile {
  /// What the figures say, and what they rest on.
  ///
  /// - Parameters:
  ///   - name: how an indicator is called; by its code if nothing else is said.
  ///   - regions: how a region is called.
  /// - Returns: sentences.
  public func notes(
    naming name: (String) -> String = { $0 }, regions: (Region) -> String = \.nameEn
  ) -> [Phrase] {
    [
      lossNote(name), gainNote(name), ruleNote, rebuildingNote, changeNote(name), breakNote(name),
      groupNote(region, whole?.region, regions),
      peers == region ? nil : groupNote(peers, whole?.peers, regions),
      region == nil
        ? Phrase(
          """
          \(province.nameVi) lies in no one region: none is told, or its former provinces lay in \
          different ones.
          """) : nil,
      countNote(name),
    ].compactMap(\.self) + ruleNotes
  }

  /// The indicators in which most is lost, three at the most.
  private func lossNote(_ name: (String) -> String) -> Phrase? {
    let lost = lines.compactMap { line in
      line.worth.map { (line.indicator.code, points: $0.lost) }
    }
    let all = lost.reduce(0) { $0 + $1.points }
    let most = lost.prefix(3).filter { $0.points > 0 }
    guard !most.isEmpty else { return nil }
    let parts = most.map { Phrase("\(name($0.0)) (\($0.points, Self.two))") }
    let sum = most.reduce(0) { $0 + $1.points }
    return Phrase(
      """
      Most score is lost in \(parts): \(sum, Self.two) of the \(all, Self.two) points that a score of \
      10 in every one would add.
      """)
  }

  /// The indicators in which the best province is farthest ahead, three at the most.
  private func gainNote(_ name: (String) -> String) -> Phrase? {
    let gains = lines.enumerated().compactMap { offset, line in
      line.worth.map { (line.indicator.code, points: $0.gainAtBest, offset) }
    }.filter { $0.points > 0 }
      .sorted { ($1.points, $0.2) < ($0.points, $1.2) }
    guard !gains.isEmpty else { return nil }
    let parts = gains.prefix(3).map { Phrase("\(name($0.0)) (+\($0.points, Self.two))") }
    return Phrase("Reaching the best province would add most in \(parts).")
  }

  /// Why there are no scores of indicators.
  private var ruleNote: Phrase? {
    guard !lines.isEmpty else {
      return Phrase(
        "The indicators of \(subject.name) of \(year) are not known: the score stands alone.")
    }
    guard subject.rule(for: year) == nil else { return nil }
    let known = subject.ruleYears
    return known.isEmpty
      ? Phrase(
        """
        No rule of \(subject.name) is known for \(year): scores of indicators, contributions and \
        losses are left out.
        """)
      : Phrase(
        """
        No rule of \(subject.name) is known for \(year) (there are rules for \
        \(known.map(String.init))): scores of indicators, contributions and losses are left out.
        """)
  }

  /// Where the contributions do not add up to the score that was published.
  private var rebuildingNote: Phrase? {
    // Half of the last decimal that is told.
    guard let rebuiltScore, let value = whole?.value, abs(rebuiltScore - value) >= 0.005 else {
      return nil
    }
    return Phrase(
      """
      Contributions add up to \(rebuiltScore, Self.two), and \(value, Self.two) was published: what is \
      known of the rule of \(year) does not give it back exactly.
      """)
  }

  /// What became better and worse than in the year before, and where the country moved more.
  private func changeNote(_ name: (String) -> String) -> Phrase? {
    let changes = lines.compactMap { line -> (name: String, gain: Double, net: Double)? in
      guard let change = line.trend.change, let median = line.trend.medianChange else { return nil }
      let sign = line.indicator.direction.sign
      return (name(line.indicator.code), sign * change, sign * (change - median))
    }
    guard !changes.isEmpty else { return nil }
    let better = changes.filter { $0.gain > 0 }
    let outrun = better.filter { $0.net < 0 }
    let worse = changes.filter { $0.gain < 0 }
    let parts = [
      better.isEmpty
        ? Phrase("better in none") : Phrase("better in \(better.map(\.name))"),
      outrun.isEmpty
        ? nil : Phrase("of these the median province gained more in \(outrun.map(\.name))"),
      worse.isEmpty ? nil : Phrase("worse in \(worse.map(\.name))"),
    ].compactMap(\.self)
    return Phrase(
      "Since \(year - 1), of \(changes.count) that compare: \(parts, separator: "; ").")
  }

  /// Which figures stand without one of the year before.
  private func breakNote(_ name: (String) -> String) -> Phrase? {
    let alone = (lines + (whole.map { [$0] } ?? [])).filter {
      $0.value != nil && $0.trend[year - 1] == nil
    }
    guard !alone.isEmpty else { return nil }
    let all = alone.count == lines.count + (whole == nil ? 0 : 1)
    return all
      ? Phrase(
        """
        Nothing here compares with \(year - 1): questions, method or territory changed, or there are \
        no figures of it.
        """)
      : Phrase(
        """
        Not to be compared with \(year - 1): \(alone.map { name($0.indicator.code) }) (new, or \
        changed).
        """)
  }

  private func groupNote(
    _ group: PeerGroup?, _ place: Place?, _ name: (Region) -> String
  ) -> Phrase? {
    guard let group else { return nil }
    let others = group.provinces.filter { $0.key != province.key }.map(\.nameVi)
    let basis = group.basis.phrase(naming: name)
    let standing = place.flatMap { place in
      place.rank.map { Phrase("\(basis), rank \($0) of \(place.count) by the score.") }
    }
    return .sentences([
      standing ?? Phrase("\(basis)."),
      others.isEmpty ? Phrase("With it: nobody.") : Phrase("With it: \(others)."),
    ])
  }

  /// Where fewer provinces have a figure than were ranked.
  private func countNote(_ name: (String) -> String) -> Phrase? {
    let few = (lines + (whole.map { [$0] } ?? [])).filter { $0.country.count < provinces }
    guard !few.isEmpty else { return nil }
    let counts = few.map { "\(name($0.indicator.code)) \($0.country.count)" }
    return Phrase(
      "Of \(provinces) provinces, fewer have a figure, and ranks are among those: \(counts).")
  }

  private static let two = NumberFormat.upTo(decimals: 2)
}

extension PeerGroup.Basis {
  /// What the group is, as it begins a sentence.
  ///
  /// - Parameter name: how a region is called.
  /// - Returns: a phrase without an end.
  func phrase(naming name: (Region) -> String) -> Phrase {
    switch self {
    case .region(let region): Phrase("Region: \(name(region))")
    case .near(let places, let year):
      Phrase("Peers: up to \(places) that stood next above and next below in \(year)")
    case .named: Phrase("Peers: as named")
    }
  }
}
