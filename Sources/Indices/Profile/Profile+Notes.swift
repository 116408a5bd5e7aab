import Panels
import Tables

extension Profile {
  /// What the figures say, and what they rest on.
  ///
  /// - Parameter name: how an indicator is called; by its code if nothing else is said.
  /// - Returns: sentences.
  public func notes(naming name: (String) -> String = { $0 }) -> [String] {
    [
      lossNote(name), gainNote(name), ruleNote, rebuildingNote, changeNote(name), breakNote(name),
      groupNote(region, "region"), peers == region ? nil : groupNote(peers, "peers"),
      region == nil
        ? "\(province.nameVi) lies in no one region: none is told, or its former provinces lay in "
          + "different ones." : nil,
      countNote(name),
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

  /// The indicators in which the best province is farthest ahead, three at the most.
  private func gainNote(_ name: (String) -> String) -> String? {
    let gains = lines.enumerated().compactMap { offset, line in
      line.worth.map { (line.indicator.code, points: $0.gainAtBest, offset) }
    }.filter { $0.points > 0 }
      .sorted { ($1.points, $0.2) < ($0.points, $1.2) }
    guard !gains.isEmpty else { return nil }
    let parts = gains.prefix(3).map { "\(name($0.0)) (+\(Self.rounded($0.points)))" }
    return "Reaching the best province would add most in \(parts.joined(separator: ", "))."
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
    // Half of the last decimal that is told.
    guard let rebuiltScore, let value = whole?.value, abs(rebuiltScore - value) >= 0.005 else {
      return nil
    }
    return "Contributions add up to \(Self.rounded(rebuiltScore)), and \(Self.rounded(value)) was "
      + "published: what is known of the rule of \(year) does not give it back exactly."
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
    return all
      ? "Nothing here compares with \(year - 1): questions, method or territory changed, or there are no "
        + "figures of it."
      : "Not to be compared with \(year - 1): "
        + alone.map { name($0.indicator.code) }.joined(separator: ", ") + " (new, or changed)."
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
