public import Tables

/// The units of 2025 and the provinces they were made of.
///
/// A unit goes by the key of the former province whose name it bears. The same key names that province
/// before 2025 and the unit from 2025 on, as the same name does in published files.
public struct Merger: Sendable {
  /// A province or city since 2025.
  public struct Unit: Sendable, Hashable {
    /// The unit; its region is that of its former provinces, or none where they lay in different ones.
    public let province: Province
    /// The former provinces, in the order of the gazetteer.
    public let members: [Province]

    /// The former provinces there were in a year: Hà Tây was part of Hà Nội from 2009 on.
    public func members(in year: Int) -> [Province] { members.filter { $0.years.contains(year) } }

    /// Whether the figures of a year are those of more than one province.
    public func isMerged(in year: Int) -> Bool { members(in: year).count > 1 }
  }

  /// How much each former province counts in the figures of a unit.
  public enum Weighting: Sendable, Hashable {
    /// By the firms surveyed in the year of the figure where they are known for every member, else alike.
    case surveyed
    /// All alike.
    case equal
    /// By the firms surveyed in one year, for the figures of all years.
    case firms(ofYear: Int)
  }

  /// The first year whose figures are published for the units.
  ///
  /// Resolution 202/2025/QH15 took effect in that year.
  public static let firstYear = 2025

  /// The units, in the order of the provinces whose names they bear.
  public let units: [Unit]
  /// The provinces that the table puts into no unit.
  public let unassigned: [Province]
  /// The units as provinces, found by every spelling of their names.
  public let gazetteer: Gazetteer

  /// Reads a table of mergers.
  ///
  /// Columns: unit (the key of the province whose name it bears), name_vi, name_en, and province (the
  /// key of one former province).
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place: an unknown key, a province in two units,
  ///   a unit without the province whose name it bears.
  public init(reading table: Table, gazetteer: Gazetteer) throws {
    let records = try Records(table, required: ["unit", "name_vi", "name_en", "province"])
    let provinces = Dictionary(uniqueKeysWithValues: gazetteer.provinces.map { ($0.key, $0) })
    var rows: [String: Record] = [:]
    for record in records {
      let key = try record.text("province")
      guard provinces[key] != nil else {
        throw PanelError.badEntry(record.location("province"), "a key of provinces.csv")
      }
      guard rows.updateValue(record, forKey: key) == nil else {
        throw PanelError.repeatedProvince(record.location("province"), key)
      }
    }
    for record in records {
      let unit = try record.text("unit")
      guard try rows[unit]?.text("unit") == unit else {
        throw PanelError.badEntry(
          record.location("unit"), "the key of a province that is part of the unit")
      }
    }
    let members = try Dictionary(grouping: gazetteer.provinces.filter { rows[$0.key] != nil }) {
      try rows[$0.key]?.text("unit") ?? ""
    }
    units = try gazetteer.provinces.compactMap { bearer in
      guard let members = members[bearer.key], let row = rows[bearer.key] else { return nil }
      return Unit(
        province: try Self.unit(named: row, after: bearer, of: members), members: members)
    }
    unassigned = gazetteer.provinces.filter { rows[$0.key] == nil }
    self.gazetteer = try Gazetteer(
      units.map(\.province),
      absorbing: Dictionary(
        uniqueKeysWithValues: units.map { unit in
          (unit.province.key, unit.members.filter { $0.key != unit.province.key })
        }))
  }

  /// The unit bears its own name, and is found by every spelling of the former province's.
  private static func unit(
    named row: Record, after bearer: Province, of members: [Province]
  ) throws -> Province {
    let isOneRegion = Set(members.map(\.region)).count == 1
    let name = try row.text("name_vi")
    return Province(
      key: bearer.key, nameVi: name, nameEn: try row.text("name_en"),
      regionVi: isOneRegion ? bearer.regionVi : "",
      regionEn: isOneRegion ? bearer.regionEn : "",
      spellings: [bearer.nameVi, bearer.nameEn] + bearer.spellings,
      // Whatever year its figures are put together for: there is no unit before 2025.
      city: bearer.city(in: firstYear).map { _ in Province.City(since: .min, nameVi: name) })
  }
}
