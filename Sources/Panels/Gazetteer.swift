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
  /// The positions of the provinces that others have become part of, by the names of those others.
  private let absorbed: [String: Int]

  /// Collects provinces.
  ///
  /// - Parameters:
  ///   - provinces: the provinces there are.
  ///   - former: by the key of a province there is, those that have become part of it; their names are
  ///     refused with a word on where they went.
  /// - Throws: `PanelError.sharedSpelling` when one spelling would name two provinces.
  public init(_ provinces: [Province], absorbing former: [String: [Province]] = [:]) throws {
    var positions: [String: Int] = [:]
    for (position, province) in provinces.enumerated() {
      for name in province.names {
        let folded = Self.folded(name)
        if let other = positions[folded], other != position {
          throw PanelError.sharedSpelling(name, provinces[other].nameVi, province.nameVi)
        }
        positions[folded] = position
      }
    }
    var absorbed: [String: Int] = [:]
    for (position, province) in provinces.enumerated() {
      for name in (former[province.key] ?? []).flatMap(\.names) {
        absorbed[Self.folded(name)] = position
      }
    }
    self.provinces = provinces
    self.positions = positions
    self.absorbed = absorbed
  }

  /// Reads a table of provinces: key, name_vi, name_en, region_vi, region_en and spellings.
  ///
  /// The spellings of one province stand in one cell, separated by `|`. The columns first_year and
  /// last_year, where there are any, tell when a province was ranked; city_since and city_name, from which year on
  /// it is a city under central government, and by what name.
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
          spellings: try record.text("spellings").split(separator: "|").map(String.init),
          years: try record.years(), breaks: try record.breaks(), city: try record.city())
      })
  }

  /// The provinces that were ranked in a year.
  public func provinces(in year: Int) -> [Province] {
    provinces.filter { $0.years.contains(year) }
  }

  /// The province of a given name.
  ///
  /// - Throws: `PanelError.unknownProvince` with the nearest names, or `PanelError.absorbedProvince`.
  public func province(named name: String) throws -> Province {
    guard let province = match(name) else { throw objection(to: name) }
    return province
  }

  /// Why no province has a name.
  internal func objection(to name: String) -> PanelError {
    if let position = absorbed[Self.folded(name)] {
      return .absorbedProvince(name, into: provinces[position].nameVi)
    }
    return .unknownProvince(name, nearest: nearest(to: name))
  }

  /// The province of a given name, or nil.
  public func match(_ name: String) -> Province? {
    positions[Self.folded(name)].map { provinces[$0] }
  }

  /// Up to three names that differ little from a given one, nearest first.
  public func nearest(to name: String) -> [String] {
    let names = provinces.map { province in
      ([province.nameVi, province.nameEn] + province.spellings).map(Self.folded)
    }
    return NearestNames.positions(of: Self.folded(name), among: names).map { provinces[$0].nameVi }
  }

  /// A name reduced to what tells provinces apart: lower-case ASCII letters and digits.
  internal static func folded(_ name: String) -> String {
    var words: [[UInt8]] = [[]]
    for scalar in name.unicodeScalars {
      if let letter = scalar.plainLetter {
        words[words.count - 1].append(letter)
      } else if !scalar.isMark {
        words.append([])
      }
    }
    words.removeAll(where: \.isEmpty)
    for prefix in prefixes where words.count > prefix.count && words.starts(with: prefix) {
      words.removeFirst(prefix.count)
    }
    return String(decoding: words.joined(), as: UTF8.self)
  }

  /// The words for province and city that may stand before a name.
  private static let prefixes = [["tinh"], ["thanh", "pho"], ["tp"]]
    .map { $0.map { Array($0.utf8) } }
}

extension Province {
  /// Every name it goes by, its key first.
  fileprivate var names: [String] { [key, nameVi, nameEn] + spellings }
}

extension Unicode.Scalar {
  /// The lower-case ASCII letter or digit this is, or is a letter with marks of; nil for anything else.
  ///
  /// Unicode names tell the base letter, also of «đ», which has no decomposition: LATIN SMALL LETTER
  /// D WITH STROKE.
  fileprivate var plainLetter: UInt8? {
    switch value {
    case 0x30...0x39, 0x61...0x7A: return UInt8(value)
    case 0x41...0x5A: return UInt8(value) + 0x20
    case ..<0x80: return nil
    default:
      guard let words = properties.name?.split(separator: " "), words.count > 4,
        words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
        let letter = words[3].utf8.first, words[3].utf8.count == 1
      else { return nil }
      return letter + 0x20
    }
  }

  /// Whether this is a mark on the letter before it, as in decomposed text.
  fileprivate var isMark: Bool { properties.generalCategory == .nonspacingMark }
}

extension Record {
  /// The years in the column breaks, separated by `|`.
  ///
  /// - Throws: `PanelError.badEntry` for anything else than years.
  func breaks() throws -> [Int] {
    try (optionalText("breaks") ?? "").split(separator: "|").map { text in
      guard let year = Int(String(text).withoutOuterSpaces) else {
        throw PanelError.badEntry(location("breaks"), "years separated by |")
      }
      return year
    }
  }

  /// The city of the columns city_since and city_name; nil where no year is given.
  ///
  /// - Throws: `TableError` where the year is none, or comes without a name.
  func city() throws -> Province.City? {
    try optionalInteger("city_since").map {
      Province.City(since: $0, nameVi: try text("city_name"))
    }
  }

  /// The years from first_year to last_year, without an end where a cell is empty.
  ///
  /// - Throws: `TableError`, or `PanelError.badEntry` where the last year is before the first.
  func years() throws -> ClosedRange<Int> {
    let first = try optionalInteger("first_year") ?? .min
    let last = try optionalInteger("last_year") ?? .max
    guard first <= last else {
      throw PanelError.badEntry(location("last_year"), "a year from \(first) on")
    }
    return first...last
  }
}
