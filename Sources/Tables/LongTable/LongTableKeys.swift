/// The keys of a long table in order, and where each spelling of one belongs.
///
/// Spellings are one key if they differ only in white space around them or in how their letters
/// are composed; the key is the first of them by its bytes. Years are one if their numbers are.
struct LongTableKeys: Sendable {
  /// The units by the bytes of their UTF-8.
  let units: [String]
  /// The years, ascending.
  let years: [Int]
  /// The indicators by the bytes of their UTF-8.
  let indicators: [String]
  /// The place of each unit in `units`, and of each indicator in `indicators`.
  let unitPlaceOf: [String: Int]
  let indicatorPlaceOf: [String: Int]
  /// For each number of a text of the column its place in `units`, `years` and `indicators`.
  let unitPlaces: [Int]
  let yearPlaces: [Int]
  let indicatorPlaces: [Int]

  init(_ columns: KeyColumns) {
    (units, unitPlaceOf, unitPlaces) = Self.sorted(columns.unit.table)
    (indicators, indicatorPlaceOf, indicatorPlaces) = Self.sorted(columns.indicator.table)
    let table = columns.year.table
    let numbers = (0..<table.count).map { number in
      KeyColumn.year(of: String(decoding: table[number], as: UTF8.self)) ?? 0
    }
    let years = Set(numbers).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(years, 0...))
    self.years = years
    yearPlaces = numbers.map { places[$0] ?? 0 }
  }

  private static func sorted(_ table: KeyTable) -> ([String], [String: Int], places: [Int]) {
    let texts = (0..<table.count).map { number in
      String(decoding: table[number], as: UTF8.self).withoutOuterSpaces
    }
    // Comparing strings compares composed letters, which is another order, and slower.
    let order = texts.indices.sorted { one, other in
      texts[one].utf8.lexicographicallyPrecedes(texts[other].utf8)
    }
    var names: [String] = []
    var placeOf = [String: Int](minimumCapacity: texts.count)
    var places = [Int](repeating: 0, count: texts.count)
    for number in order {
      // Equal strings may have different bytes, but are one key.
      if let place = placeOf[texts[number]] {
        places[number] = place
      } else {
        placeOf[texts[number]] = names.count
        places[number] = names.count
        names.append(texts[number])
      }
    }
    return (names, placeOf, places)
  }
}
