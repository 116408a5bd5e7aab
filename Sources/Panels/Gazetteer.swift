import Foundation
public import Tables

/// The provinces there are, found by any spelling that has been seen.
///
/// Names are compared after Unicode normalisation, without regard to letter case, diacritics and
/// punctuation, and without a leading «Tỉnh», «Thành phố» or «TP.»; the table is refused when two
/// provinces would then share a name. A name that is merely close is never taken.
public struct Gazetteer: Sendable {
  /// The provinces, in the order of the table.
  public let provinces: [Province]
  private let positions: [String: Int]

  /// Collects provinces.
  ///
  /// - Throws: `PanelError.sharedSpelling` when one spelling would name two provinces.
  public init(_ provinces: [Province]) throws {
    var positions: [String: Int] = [:]
    for (position, province) in provinces.enumerated() {
      for name in [province.key, province.nameVi, province.nameEn] + province.spellings {
        let folded = Self.folded(name)
        if let other = positions[folded], other != position {
          throw PanelError.sharedSpelling(name, provinces[other].nameVi, province.nameVi)
        }
        positions[folded] = position
      }
    }
    self.provinces = provinces
    self.positions = positions
  }

  /// Reads a table of provinces: key, name_vi, name_en, region_vi, region_en and spellings.
  ///
  /// The spellings of one province stand in one cell, separated by `|`.
  ///
  /// - Throws: `TableError` for a missing column or name, `PanelError.sharedSpelling`.
  public init(reading table: Table) throws {
    let records = try Records(
      table, required: ["key", "name_vi", "name_en", "region_vi", "region_en", "spellings"])
    try self.init(
      records.map { record in
        Province(
          key: try record.text("key"), nameVi: try record.text("name_vi"),
          nameEn: try record.text("name_en"), regionVi: try record.text("region_vi"),
          regionEn: try record.text("region_en"),
          spellings: try record.text("spellings").split(separator: "|").map(String.init))
      })
  }

  /// The province of a given name.
  ///
  /// - Throws: `PanelError.unknownProvince` with the nearest names.
  public func province(named name: String) throws -> Province {
    guard let province = match(name) else {
      throw PanelError.unknownProvince(name, nearest: nearest(to: name))
    }
    return province
  }

  /// The province of a given name, or nil.
  public func match(_ name: String) -> Province? {
    positions[Self.folded(name)].map { provinces[$0] }
  }

  /// Up to three names that differ little from a given one, nearest first.
  public func nearest(to name: String) -> [String] {
    let wanted = Array(Self.folded(name))
    let distances = provinces.map { province in
      ([province.nameVi, province.nameEn] + province.spellings)
        .map { Self.distance(wanted, Array(Self.folded($0))) }.min() ?? .max
    }
    return provinces.indices
      .filter { distances[$0] <= max(2, wanted.count / 3) }
      .sorted { (distances[$0], $0) < (distances[$1], $1) }
      .prefix(3).map { provinces[$0].nameVi }
  }

  /// A name reduced to what tells provinces apart: lower-case ASCII letters and digits.
  internal static func folded(_ name: String) -> String {
    let plain = name.decomposedStringWithCanonicalMapping.lowercased()
      .replacingOccurrences(of: "đ", with: "d")
    var words = plain.split { !($0.isLetter || $0.isNumber) }.map { word in
      String(String.UnicodeScalarView(word.unicodeScalars.filter(\.isASCII)))
    }
    for prefix in [["tinh"], ["thanh", "pho"], ["tp"]]
    where words.count > prefix.count && words.starts(with: prefix) {
      words.removeFirst(prefix.count)
    }
    return words.joined()
  }

  /// The least number of letters put in, left out or exchanged (Levenshtein).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let change = diagonal + (letter == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
