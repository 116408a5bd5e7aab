public import Panels

/// Some of the provinces of a year, summed up together.
public struct ProvinceGroup: Sendable, Hashable {
  /// How provinces are grouped.
  public enum Grouping: String, Sendable, Hashable, CaseIterable {
    /// By the regions of the country.
    case region
    /// By thirds of the ranking.
    case tier
  }

  /// A third of the ranking.
  public enum Tier: String, Sendable, Hashable, CaseIterable {
    /// The third with the best ranks.
    case top
    /// The third between.
    case middle
    /// The third with the worst ranks.
    case bottom
  }

  /// What the provinces have in common.
  public enum Basis: Sendable, Hashable {
    /// They are all there are.
    case country
    /// They lie in one region.
    case region(Region)
    /// No region is told of them.
    case elsewhere
    /// They stand in one third of the ranking.
    case tier(Tier)
  }

  /// What the provinces have in common.
  public let basis: Basis
  /// The numbers of the provinces among all that are scored, ascending.
  public let members: [Int]

  /// Groups the provinces of a year; nobody is left out, and no group is empty.
  ///
  /// Regions stand in the order in which the panel comes to them. Thirds are of equal size, the upper ones
  /// larger by one where they cannot be; equal scores stand in the order of the panel.
  ///
  /// - Parameters:
  ///   - grouping: how; nil for all as one.
  ///   - provinces: the provinces, in the order of the panel.
  ///   - ranks: their ranks.
  /// - Returns: the groups.
  /// - Precondition: one rank per province.
  public static func all(
    by grouping: Grouping?, of provinces: [Province], ranks: [Int]
  ) -> [ProvinceGroup] {
    precondition(provinces.count == ranks.count, "one rank per province is needed")
    let groups: [ProvinceGroup] =
      switch grouping {
      case nil: [ProvinceGroup(basis: .country, members: Array(provinces.indices))]
      case .region: regions(of: provinces)
      case .tier: thirds(of: ranks)
      }
    return groups.filter { !$0.members.isEmpty }
  }

  private static func regions(of provinces: [Province]) -> [ProvinceGroup] {
    var regions: [Region] = []
    for region in provinces.compactMap(\.region) where !regions.contains(region) {
      regions.append(region)
    }
    let known = regions.map { region in
      ProvinceGroup(
        basis: .region(region), members: provinces.indices.filter { provinces[$0].region == region }
      )
    }
    let unknown = provinces.indices.filter { provinces[$0].region == nil }
    return known + [ProvinceGroup(basis: .elsewhere, members: unknown)]
  }

  private static func thirds(of ranks: [Int]) -> [ProvinceGroup] {
    let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    let (size, more) = order.count.quotientAndRemainder(dividingBy: Tier.allCases.count)
    var start = 0
    return Tier.allCases.enumerated().map { number, tier in
      let end = start + size + (number < more ? 1 : 0)
      defer { start = end }
      return ProvinceGroup(basis: .tier(tier), members: order[start..<end].sorted())
    }
  }
}
