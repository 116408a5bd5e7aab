import Panels
import Tables

extension Profile {
  /// What the figures say, and what they rest on.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [String] {
    [
      lossNote(name), ruleNote, rebuildingNote, changeNote(name), breakNote(name),
      groupNote(region, "region"), peers == region ? nil : groupNote(peers, "peers"),
      region == nil
        ? "\(province.nameVi) lies in no one region: none is told, or its former provinces lay in "
          + "different ones." : nil,
      countNote(name),
      "Shares, means and medians rest on a sample of each province's firms: figures close together may "
        + "stand in the other order by chance. No interval is given yet.",
    ].compactMap(\.self) + ruleNotes
  }

  /// The indicators in which most is lost, three at the most.
  private func lossNote(_ name: (String) -> String) -> String? {
    let lost = lines.compactMap { line in
      line.worth.map { (line.indicator.code, points: $0.lost) }
    }
    let all = lost.reduce(0) { $0 + $1.points }
    let most = lost.prefix(3).filter { $0.points > 0 }
    guard !most.isEmpty else { return nil }
    let parts = most.map { "\(name($0.0)) (\(Self.rounded($0.points)))" }
    let sum = most.reduce(0) { $0 + $1.points }
    return "Most score is lost in \(parts.joined(separator: ", ")): \(Self.rounded(sum)) of the "
      + "\(Self.rounded(all)) points that a score of 10 in every one would add."
  }

  /// Why there are no scores of indicators.
  private var ruleNote: String? {
    guard !lines.isEmpty else {
      return "The indicators of \(subject.name) of \(year) are not known: the score stands alone."
    }
    guard subject.rule(for: year) == nil else { return nil }
    let known = subject.ruleYears
    return "No rule of \(subject.name) is known for \(year)"
      + (known.isEmpty
        ? "" : " (there are rules for \(known.map(String.init).joined(separator: ", ")))")
      + ": scores of indicators, contributions and losses are left out."
  }

  /// Where the contributions do not add up to the score that was published.
  private var rebuildingNote: String? {
    // Published to 1e-6; the total of a year to 1e-3, since weights are whole per cents.
    guard let rebuiltScore, let value = whole?.value, abs(rebuiltScore - value) > 2e-3 else {
      return nil
    }
    return "Contributions add up to \(Self.rounded(rebuiltScore)), and \(Self.rounded(value)) was "
      + "published: the rule is not the whole truth of \(year)."
  }

  /// What became better and worse than in the year before, and where the country moved more.
  private func changeNote(_ name: (String) -> String) -> String? {
    let changes = lines.compactMap { line -> (name: String, gain: Double, net: Double)? in
      guard let change = line.trend.change, let median = line.trend.medianChange else { return nil }
      let sign = line.indicator.direction.sign
      return (name(line.indicator.code), sign * change, sign * (change - median))
    }
    guard !changes.isEmpty else { return nil }
    func list(_ part: [(name: String, gain: Double, net: Double)]) -> String {
      part.map(\.name).joined(separator: ", ")
    }
    let better = changes.filter { $0.gain > 0 }
    let outrun = better.filter { $0.net < 0 }
    let worse = changes.filter { $0.gain < 0 }
    return [
      "Since \(year - 1), of \(changes.count) that compare: better in "
        + (better.isEmpty ? "none" : list(better)),
      outrun.isEmpty ? nil : "of these the median province gained more in \(list(outrun))",
      worse.isEmpty ? nil : "worse in \(list(worse))",
    ].compactMap(\.self).joined(separator: "; ") + "."
  }

  /// Which figures stand without one of the year before.
  private func breakNote(_ name: (String) -> String) -> String? {
    let alone = (lines + (whole.map { [$0] } ?? [])).filter {
      $0.value != nil && $0.trend[year - 1] == nil
    }
    guard !alone.isEmpty else { return nil }
    let all = alone.count == lines.count + (whole == nil ? 0 : 1)
    return "Not to be compared with \(year - 1): "
      + (all
        ? "none of these figures; the question, the method or the territory changed, or there is none."
        : alone.map { name($0.indicator.code) }.joined(separator: ", ") + " (new, or changed).")
  }

  private func groupNote(_ group: PeerGroup?, _ word: String) -> String? {
    guard let group else { return nil }
    let place = word == "region" ? whole?.region : whole?.peers
    let standing = place.flatMap { place in
      place.rank.map { ", rank \($0) of \(place.count) by the score" }
    }
    let others = group.provinces.filter { $0.key != province.key }.map(\.nameVi)
    return "\(group.basis.inWords)\(standing ?? ""). With it: "
      + (others.isEmpty ? "nobody" : others.joined(separator: ", ")) + "."
  }

  /// Where fewer provinces have a figure than were ranked.
  private func countNote(_ name: (String) -> String) -> String? {
    let few = (lines + (whole.map { [$0] } ?? [])).filter { $0.country.count < provinces }
    guard !few.isEmpty else { return nil }
    return "Of \(provinces) provinces, fewer have a figure, and ranks are among those: "
      + few.map { "\(name($0.indicator.code)) \($0.country.count)" }.joined(separator: ", ") + "."
  }

  /// Two decimals.
  private static func rounded(_ value: Double) -> String {
    "\(Cell((value * 100).rounded() / 100))"
  }
}

extension PeerGroup.Basis {
  /// What the group is, as it begins a sentence.
  public var inWords: String {
    switch self {
    case .region(let region): "Region: \(region.nameEn)"
    case .near(let places, let year):
      "Peers: up to \(places) that stood next above and next below in \(year)"
    case .named: "Peers: as named"
    }
  }
}
