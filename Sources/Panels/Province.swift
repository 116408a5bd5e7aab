/// A province or a city under central government, as ranked from 2009 to 2024.
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

  public var id: String { key }

  /// Names a province.
  ///
  /// - Precondition: the key is not empty.
  public init(
    key: String, nameVi: String, nameEn: String, regionVi: String = "", regionEn: String = "",
    spellings: [String] = []
  ) {
    precondition(!key.isEmpty, "a province needs a key")
    self.key = key
    self.nameVi = nameVi
    self.nameEn = nameEn
    self.regionVi = regionVi
    self.regionEn = regionEn
    self.spellings = spellings
  }
}
