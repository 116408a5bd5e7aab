public import Tables

/// How many firms answered the survey, by province and year, where it is known.
public struct Respondents: Sendable {
  private let firms: [Int: [String: Int]]

  /// Reads a table with the columns province, year and firms.
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place: an unknown province, a count below one,
  ///   a province twice in one year.
  public init(reading table: Table, gazetteer: Gazetteer) throws {
    var firms: [Int: [String: Int]] = [:]
    for record in try Records(table, required: ["province", "year", "firms"]) {
      let name = try record.text("province")
      guard let province = gazetteer.match(name) else {
        throw PanelError.unknownProvinceAt(
          record.location("province"), name, nearest: gazetteer.nearest(to: name))
      }
      let count = try record.integer("firms")
      guard count > 0 else {
        throw PanelError.badEntry(record.location("firms"), "one firm or more")
      }
      let year = try record.integer("year")
      guard firms[year, default: [:]].updateValue(count, forKey: province.key) == nil else {
        throw PanelError.repeatedProvince(record.location("province"), "\(name) of \(year)")
      }
    }
    self.firms = firms
  }

  /// The years with counts, ascending.
  public var years: [Int] { firms.keys.sorted() }

  /// The firms of some provinces in a year, in their order; nil unless all are known.
  public func firms(of provinces: [Province], in year: Int) -> [Int]? {
    let known = provinces.compactMap { firms[year]?[$0.key] }
    return known.count == provinces.count ? known : nil
  }
}
