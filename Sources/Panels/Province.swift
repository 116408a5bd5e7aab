/// A province or a city under central government, as ranked from 2005 to 2024, or a unit of 2025.
public struct Province: Sendable, Hashable, Identifiable {
  /// The short ASCII name used in every table of ours, for example `daknong`.
  public let key: String
  /// The Vietnamese name.
  public let nameVi: String
  /// The English name, without diacritics.
  public let nameEn: String
  /// The region, in Vietnamese.
  public let regionVi: String
  /// The region, in English.
  public let regionEn: String
  /// Every spelling seen in a published file.
  public let spellings: [String]
  /// The years in which it was ranked: Hà Tây became part of Hà Nội in 2008.
  public let years: ClosedRange<Int>
  /// The years from which it was another territory than the year before: Hà Nội with Hà Tây, the units of 2025.
  public let breaks: [Int]

  public var id: String { key }

  /// Names a province.
  ///
  /// - Precondition: the key is not empty.
  public init(
    key: String, nameVi: String, nameEn: String, regionVi: String = "", regionEn: String = "",
    spellings: [String] = [], years: ClosedRange<Int> = .min ... .max,
    breaks: [Int] = []
  ) {
    precondition(!key.isEmpty, "a province needs a key")
    self.key = key
    self.nameVi = nameVi
    self.nameEn = nameEn
    self.regionVi = regionVi
    self.regionEn = regionEn
    self.spellings = spellings
    self.years = years
    self.breaks = breaks
  }

  /// Whether there was such a province in at least one of some years, or no year is asked for.
  func exists(inAnyOf years: [Int]) -> Bool {
    years.isEmpty || years.contains(where: self.years.contains)
  }
}
