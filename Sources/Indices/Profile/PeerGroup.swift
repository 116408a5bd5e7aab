public import Panels
import Statistics

/// Provinces that one is compared with, itself always among them.
///
/// Its median is that of all of them and its rank is the rank among them, as for the country.
public struct PeerGroup: Sendable, Hashable {
  /// Why these provinces.
  public enum Basis: Sendable, Hashable {
    /// They lie in one region.
    case region(Region)
    /// They stood next above and below, so many on each side, by the score of a year.
    case near(places: Int, year: Int)
    /// They were named.
    case named
  }

  /// Why these provinces.
  public let basis: Basis
  /// The provinces, the one itself among them, in the order of the panel.
  public let provinces: [Province]

  private init(_ basis: Basis, of keys: Set<String>, in year: Int, panel: Panel) {
    self.basis = basis
    provinces = panel.provinces(in: year).filter { keys.contains($0.key) }
  }

  /// The provinces of the same region that were ranked in a year.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - year: the year.
  ///   - panel: the figures.
  /// - Returns: nil for a province without a region.
  public static func region(of province: Province, in year: Int, panel: Panel) -> PeerGroup? {
    guard let region = province.region else { return nil }
    let members = panel.provinces(in: year).filter { $0.region == region }
    return PeerGroup(.region(region), of: Set(members.map(\.key)), in: year, panel: panel)
  }

  /// Provinces chosen by name.
  ///
  /// - Parameters:
  ///   - members: the provinces; the one compared joins them if it is not named.
  ///   - province: the one compared.
  ///   - year: the year.
  ///   - panel: the figures.
  /// - Returns: the group, in the order of the panel.
  /// - Throws: `IndexError.notRanked` for one that was not ranked in the year.
  public static func named(
    _ members: [Province], with province: Province, in year: Int, panel: Panel
  ) throws(IndexError) -> PeerGroup {
    for member in members where !member.years.contains(year) {
      throw .notRanked(province: member.nameVi, year: year)
    }
    return PeerGroup(
      .named, of: Set((members + [province]).map(\.key)), in: year, panel: panel)
  }

  /// The provinces that stood next above and next below in the year before, by their scores.
  ///
  /// Equal scores stand in the order of the panel. At either end there are fewer than asked for.
  ///
  /// - Parameters:
  ///   - province: the province.
  ///   - places: how many above, and how many below.
  ///   - year: the year compared; the scores are those of the year before.
  ///   - subject: what is scored.
  ///   - panel: the figures.
  /// - Returns: the group; those that are no more ranked in the year are left out.
  /// - Throws: `IndexError.noStanding` where the province has no score of the year before.
  /// - Precondition: at least one place.
  public static func near(
    _ province: Province, places: Int, in year: Int, subject: ProfileSubject, panel: Panel
  ) throws -> PeerGroup {
    precondition(places >= 1, "peers are sought one place away at least")
    let scores = try subject.scores(of: panel, in: year - 1)?.values ?? []
    let standing = zip(panel.provinces, scores)
      .compactMap { member, score in score.map { (member, score: $0) } }
    // Scores that tie differ in digits that mean nothing: by rank first, then in the panel's order.
    let ranks = Ranking.ofScores.ranks(of: standing.map(\.score))
    let order = standing.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
      .map { standing[$0].0 }
    guard let position = order.firstIndex(where: { $0.key == province.key }) else {
      throw IndexError.noStanding(province: province.nameVi, year: year - 1, of: subject.name)
    }
    let first = position - min(position, places)
    let last = position + min(order.count - 1 - position, places)
    return PeerGroup(
      .near(places: places, year: year - 1), of: Set(order[first...last].map(\.key)), in: year,
      panel: panel)
  }
}
