import Panels
import TestSupport
import Testing

@Suite struct RegionTests {
  /// Decree 92/2006/NĐ-CP: 14, 11, 14, 5, 6 and 13 provinces, 63 in all; Hà Tây was one more until 2008.
  @Test(arguments: [
    ("Northern Midlands and Mountains", 14, 14), ("Red River Delta", 11, 12),
    ("North Central and Central Coast", 14, 14), ("Central Highlands", 5, 5),
    ("South East", 6, 6), ("Mekong River Delta", 13, 13),
  ])
  func theSixRegionsHaveTheProvincesOfTheDecree(name: String, now: Int, then: Int) throws {
    let gazetteer = try Bundled.gazetteer()
    func count(_ year: Int) -> Int {
      gazetteer.provinces(in: year).count { $0.region?.nameEn == name }
    }
    #expect(count(2019) == now)
    #expect(count(2008) == then)
  }

  @Test func thoseOftenPutElsewhereAreWhereTheDecreePutsThem() throws {
    let gazetteer = try Bundled.gazetteer()
    for (province, region) in [
      ("Quảng Ninh", "Đồng bằng sông Hồng"), ("Hà Tây", "Đồng bằng sông Hồng"),
      ("Bắc Giang", "Trung du và miền núi phía Bắc"),
      ("Ninh Thuận", "Bắc Trung Bộ và Duyên hải miền Trung"),
      ("Bình Thuận", "Bắc Trung Bộ và Duyên hải miền Trung"), ("Lâm Đồng", "Tây Nguyên"),
      ("Long An", "Đồng bằng sông Cửu Long"),
    ] {
      #expect(try gazetteer.province(named: province).region?.nameVi == region)
    }
  }

  @Test func aProvinceOfWhichNoRegionIsToldHasNone() {
    #expect(Province(key: "a", nameVi: "A", nameEn: "A").region == nil)
    #expect(Province(key: "a", nameVi: "A", nameEn: "A", regionVi: "B").region == nil)
  }
}
