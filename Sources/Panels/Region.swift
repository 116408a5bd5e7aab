/// A region of the country: one of the six by which its statistics were published until 2025.
///
/// Northern Midlands and Mountains, Red River Delta (with Quảng Ninh, and Hà Tây while it was), North
/// Central and Central Coast (with Ninh Thuận and Bình Thuận), Central Highlands, South East, Mekong
/// River Delta, as drawn by Decree 92/2006/NĐ-CP. Earlier years are put on the same map, so that a
/// region is one group of provinces in all of them.
public struct Region: Sendable, Hashable {
  /// The Vietnamese name.
  public let nameVi: String
  /// The English name.
  public let nameEn: String

  /// Names a region.
  ///
  /// - Precondition: neither name is empty.
  public init(nameVi: String, nameEn: String) {
    precondition(!nameVi.isEmpty && !nameEn.isEmpty, "a region needs its names")
    self.nameVi = nameVi
    self.nameEn = nameEn
  }
}

extension Province {
  /// The region it lies in.
  ///
  /// Nil where none is told, and for a unit of 2025 whose former provinces lay in different ones.
  public var region: Region? {
    regionVi.isEmpty || regionEn.isEmpty ? nil : Region(nameVi: regionVi, nameEn: regionEn)
  }
}
