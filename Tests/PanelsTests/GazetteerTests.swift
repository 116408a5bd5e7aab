import Foundation
import Panels
import TestSupport
import Testing

@Suite struct GazetteerTests {
  /// A name in every form in which files have been seen to hold it.
  private func forms(of name: String) -> [String] {
    let decomposed = name.decomposedStringWithCanonicalMapping
    let plain = String(
      String.UnicodeScalarView(
        decomposed.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark })
    ).replacingOccurrences(of: "đ", with: "d").replacingOccurrences(of: "Đ", with: "D")
    let whole = [
      name.precomposedStringWithCanonicalMapping, decomposed, plain, name.uppercased(),
      name.lowercased(), decomposed.uppercased(), plain.uppercased(), "  \(name)\u{A0}",
      name.replacingOccurrences(of: "-", with: "–"),
    ]
    // A name that says already what it is gets no second prefix.
    guard !name.lowercased().hasPrefix("tp"), !name.hasPrefix("Thành phố") else { return whole }
    let prefixes = ["Tỉnh ", "tỉnh ", "TỈNH ", "Tinh ", "TP. ", "TP.", "Tp ", "Thành phố "]
    return whole
      + prefixes.flatMap { [$0 + name, ($0 + name).decomposedStringWithCanonicalMapping] }
  }

  @Test func everySpellingOfEveryProvinceIsFoundInEveryForm() throws {
    let gazetteer = try Bundled.gazetteer()
    #expect(gazetteer.provinces.count == 64)
    #expect(gazetteer.provinces(in: 2008).count == 64 && gazetteer.provinces(in: 2009).count == 63)
    for province in gazetteer.provinces {
      let names = [province.key, province.nameVi, province.nameEn] + province.spellings
      for form in names.flatMap(forms) {
        let found = gazetteer.match(form)
        if found != province {
          Issue.record("\"\(form)\" is \(found?.key ?? "nothing"), not \(province.key)")
        }
      }
    }
  }

  @Test(arguments: [
    ("Đăk Nông", "daknong"), ("Đak Nông", "daknong"), ("Dak Nong", "daknong"),
    ("TT-Hue", "thuathienhue"), ("BRVT", "brvt"), ("Bà Rịa – Vũng Tàu", "brvt"),
    ("HCMC", "hcm"), ("tp.hcm", "hcm"), ("Quàng Ngãi", "quangngai"), ("Hoà Bình", "hoabinh"),
    ("Hòa Bình", "hoabinh"),
  ])
  func theSpellingsThatCausedTroubleAreFound(_ name: String, _ key: String) throws {
    #expect(try Bundled.gazetteer().province(named: name).key == key)
  }

  @Test(arguments: [
    ("Đắk Nôn", "no province is called \"Đắk Nôn\"; did you mean Đắk Nông?"),
    (
      "Quảng Nan",
      "no province is called \"Quảng Nan\"; did you mean Quảng Nam or Quảng Ninh or Quảng Ngãi?"
    ),
    ("Hà Nọi 2", "no province is called \"Hà Nọi 2\"; did you mean Hà Nội?"),
    ("Median", "no province is called \"Median\""),
    ("", "no province is called \"\""),
    (
      "Tỉnh", "no province is called \"Tỉnh\"; did you mean Hà Tĩnh or Thừa Thiên Huế?"
    ),
    ("123", "no province is called \"123\""),
  ])
  func aNearMissIsRefusedWithTheNearestNames(_ name: String, _ expected: String) throws {
    let gazetteer = try Bundled.gazetteer()
    #expect(gazetteer.match(name) == nil)
    #expect(message { try gazetteer.province(named: name) } == expected)
  }

  @Test func atMostThreeNamesAreSuggestedTheNearestFirst() throws {
    let gazetteer = try Bundled.gazetteer()
    for name in ["Quang", "Binh", "Ha", "Hai Nam", "x"] {
      #expect(gazetteer.nearest(to: name).count <= 3)
    }
    #expect(gazetteer.nearest(to: "Kom Tum") == ["Kon Tum"])
  }

  @Test func aSpellingSharedByTwoProvincesIsRefused() throws {
    let first = Province(key: "a", nameVi: "Đắk Nông", nameEn: "Dak Nong")
    let second = Province(
      key: "b", nameVi: "Đồng Nai", nameEn: "Dong Nai", spellings: ["Tỉnh ĐAK-NÔNG"])
    #expect(
      message { try Gazetteer([first, second]) }
        == "provinces.csv: the spelling \"Tỉnh ĐAK-NÔNG\" would name both Đắk Nông and Đồng Nai")
    #expect(throws: PanelError.sharedSpelling("a", "Đắk Nông", "Đồng Nai")) {
      try Gazetteer([first, Province(key: "a", nameVi: "Đồng Nai", nameEn: "Dong Nai")])
    }
  }

  @Test func aSpellingRepeatedForOneProvinceIsHarmless() throws {
    let province = Province(
      key: "longan", nameVi: "Long An", nameEn: "Long An", spellings: ["Long An", "LONG AN"])
    #expect(try Gazetteer([province]).match("long an") == province)
  }

  @Test func noProvincesMatchNothing() throws {
    let gazetteer = try Gazetteer([])
    #expect(gazetteer.provinces.isEmpty)
    #expect(message { try gazetteer.province(named: "Huế") } == "no province is called \"Huế\"")
  }

  @Test(arguments: [
    (
      "key,name_vi,name_en,region_vi,region_en\n",
      "provinces.csv: there is no column \"spellings\"; the columns are \"key\", \"name_vi\", "
        + "\"name_en\", \"region_vi\", \"region_en\""
    ),
    (
      "key,name_vi,name_en,region_vi,region_en,spellings\nhue,,Hue,Trung,Central,Huế\n",
      "provinces.csv, line 2, column \"name_vi\": the cell is empty"
    ),
  ])
  func aTableOfProvincesWithHolesIsRefused(_ text: String, _ expected: String) {
    #expect(
      message { try Gazetteer(reading: table(csv: text, file: "provinces.csv")) } == expected)
  }

  @Test func aProvinceWithoutAKeyTraps() async {
    await #expect(processExitsWith: .failure) { _ = Province(key: "", nameVi: "a", nameEn: "a") }
  }

  @Test func sixAreOrBecameCities() throws {
    let gazetteer = try Bundled.gazetteer()
    let cities = gazetteer.provinces.filter { $0.city != nil }
    #expect(
      cities.map(\.key) == ["hanoi", "haiphong", "thuathienhue", "danang", "hcm", "cantho"])
    #expect(cities.filter { $0.city(in: 2005) != nil }.count == 5)
    let hue = try gazetteer.province(named: "Huế")
    #expect(hue.city(in: 2024) == nil)
    #expect(hue.city(in: 2025)?.nameVi == "Huế")
    let units = try Merger(reading: Bundled.table("mergers/data.csv"), gazetteer: gazetteer).units
    #expect(
      units.filter { $0.province.city(in: 2005) != nil }.map(\.province.key) == cities.map(\.key))
    #expect(
      units.allSatisfy {
        $0.province.city.map(\.nameVi) ?? $0.province.nameVi == $0.province.nameVi
      })
  }

  @Test func aCityWithoutANameIsRefused() {
    let text =
      "key,name_vi,name_en,region_vi,region_en,spellings,city_since,city_name\na,A,A,R,R,A,2025,\n"
    #expect(
      message { try Gazetteer(reading: table(csv: text, file: "provinces.csv")) }
        == "provinces.csv, line 2, column \"city_name\": the cell is empty")
  }
}
