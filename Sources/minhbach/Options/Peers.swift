import ArgumentParsing
import Indices
import Panels
import Tables

/// Whom a province is compared with beside the country.
enum Peers: ExpressibleByArgument, Sendable, Equatable {
  /// Its region.
  case region
  /// Those that stood so many places above and below in the year before.
  case near(Int)
  /// Those named, separated by semicolons, or in a file of one name per line.
  case listed(String)

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    if argument == "region" {
      self = .region
    } else if parts.first == "near" {
      guard parts.count == 2, let places = Int(parts[1]), places >= 1 else { return nil }
      self = .near(places)
    } else if argument.contains(where: { $0.isLetter }) {
      self = .listed(argument)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .region: "region"
    case .near(let places): "near:\(places)"
    case .listed(let names): names
    }
  }

  /// The provinces meant.
  ///
  /// - Returns: nil for the region, which a profile finds itself.
  /// - Throws: `PanelError` for an unknown name, `TableError` for a file that cannot be read,
  ///   `IndexError` for a province that did not stand in the year, `ValidationError` where nobody is left.
  func group(
    with province: Province, in year: Int, subject: ProfileSubject, data: LoadedData
  ) throws -> PeerGroup? {
    switch self {
    case .region: return nil
    case .near(let places):
      return try .near(province, places: places, in: year, subject: subject, panel: data.panel)
    case .listed(let text):
      let listed = try Self.provinces(in: text, of: data.gazetteer)
      guard listed.contains(where: { $0.key != province.key }) else {
        throw ValidationError("--peers names no province beside \(province.nameVi).")
      }
      return try .named(listed, with: province, in: year, panel: data.panel)
    }
  }

  /// The provinces of a list or a file; a name is looked for first, since a name may have a point.
  private static func provinces(in text: String, of gazetteer: Gazetteer) throws -> [Province] {
    let names = text.split(separator: ";").map { String($0).withoutOuterSpaces }
      .filter { !$0.isEmpty }
    if names.count == 1, gazetteer.match(names[0]) == nil, isFile(text) {
      return try provinces(inFile: text, of: gazetteer)
    }
    return try names.map(gazetteer.province(named:))
  }

  private static func isFile(_ text: String) -> Bool {
    text.contains("/") || [".txt", ".csv"].contains { text.lowercased().hasSuffix($0) }
  }

  private static func provinces(
    inFile path: String, of gazetteer: Gazetteer
  ) throws -> [Province] {
    let table = try CSVReader().table(contentsOf: path)
    return try table.rows.indices.compactMap { row in
      let name = table[row + 1, 1].description
      // A list taken from one of our tables has its heading.
      guard !table[row + 1, 1].isEmpty, row > 0 || name != "province" else { return nil }
      guard let province = gazetteer.match(name) else {
        throw PanelError.unknownProvinceAt(
          table.location(row: row + 1, column: 1), name, nearest: gazetteer.nearest(to: name))
      }
      return province
    }
  }
}
