import ArgumentParsing
import FoundationEssentials
import MinhBachKit
import Panels
import Plans
import Tables

/// The files of the plans that provinces wrote.
enum PlanFolder: String {
  case agencies, calendars, checklists
}

extension Datasets {
  /// A file of plans that is bundled, or one of one's own.
  ///
  /// - Parameters:
  ///   - folder: what kind of file.
  ///   - name: a path; the name of a province, in any spelling, or of a list, of those that are bundled.
  /// - Returns: the table, and what it is called.
  /// - Throws: `ValidationError` for a province of which none is bundled, `TableError` for a path.
  func planTable(_ folder: PlanFolder, named name: String) throws -> (table: Table, name: String) {
    if FileManager.default.fileExists(atPath: name) { return (try TableFile(name).table(), name) }
    let known = try planNames(folder)
    let province = try gazetteer().match(name)
    let key = province?.key ?? name
    if known.contains(key) {
      return (try table("plans/\(folder.rawValue)/\(key).csv"), province?.nameVi ?? key)
    }
    if let province {
      throw ValidationError(
        "There are no \(folder.rawValue) of \(province.nameVi): name a file, or one of "
          + "\(known.joined(separator: ", ")).")
    }
    return (try TableFile(name).table(), name)
  }

  /// A file of plans that is named, or the bundled one of a province; nil where it has none.
  ///
  /// - Parameters:
  ///   - folder: what kind of file.
  ///   - name: as for `planTable(_:named:)`; nil for the province's own.
  ///   - province: the province.
  /// - Returns: the table, and what it is called.
  /// - Throws: as `planTable(_:named:)`.
  func planTable(
    _ folder: PlanFolder, named name: String?, of province: Province
  ) throws -> (table: Table, name: String)? {
    if let name { return try planTable(folder, named: name) }
    return try planNames(folder).contains(province.key)
      ? planTable(folder, named: province.key) : nil
  }

  /// The names of the bundled files, sorted.
  private func planNames(_ folder: PlanFolder) throws -> [String] {
    try files(in: "plans/\(folder.rawValue)").map { String($0.dropLast(".csv".count)) }
  }
}
