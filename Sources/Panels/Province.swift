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
  /// The city under central government that it is or became; nil for a province.
  public let city: City?

  /// A city under central government.
  public struct City: Sendable, Hashable {
    /// The first year in which it is one, from its first day on.
    public let since: Int
    /// The Vietnamese name as a city, which may be another than that of the province before: Huế.
    public let nameVi: String

    /// Names a city.
    public init(since: Int, nameVi: String) {
      self.since = since
      self.nameVi = nameVi
    }
  }

  public var id: String { key }

  /// Names a province.
  ///
  /// - Precondition: the key is not empty.
  public init(
    key: String, nameVi: String, nameEn: String, regionVi: String = "", regionEn: String = "",
    spellings: [String] = [], years: ClosedRange<Int> = .min ... .max,
    breaks: [Int] = [], city: City? = nil
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
    self.city = city
  }

  /// The city under central government that it is in a year; nil for a province.
  public func city(in year: Int) -> City? { city.flatMap { $0.since <= year ? $0 : nil } }

  /// Whether there was such a province in at least one of some years, or no year is asked for.
  func exists(inAnyOf years: [Int]) -> Bool {
    years.isEmpty || years.contains(where: self.years.contains)
  }
}
