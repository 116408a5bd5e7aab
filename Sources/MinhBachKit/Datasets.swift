import FoundationEssentials
package import Indices
package import Panels
package import Tables

/// The folder of tables the program knows the index by.
///
///     provinces.csv  codebook.csv  layouts/<years>.csv
///     <subindex>/data.csv  <subindex>/rules/<year>.csv  <subindex>/rules/<year>.approximate.csv
///     mergers/data.csv  respondents/data.csv  survey_sizes/data.csv  follow_ups/data.csv
public struct Datasets: Sendable {
  /// The folder.
  public let folder: String

  /// Names a folder of tables.
  public init(folder: String) {
    self.folder = folder
  }

  /// Finds the folder of a program that is installed or run from its checkout.
  ///
  /// It is what `MINHBACH_DATA` names; else `share/minhbach` beside the program's `bin`; else
  /// `datasets` in the checkout that holds the program or the working directory.
  ///
  /// - Throws: `DatasetsError.notFound` naming the places looked at.
  public static func find(environment: [String: String]? = nil) throws -> Datasets {
    let files = FileManager.default
    let environment = environment ?? ProcessInfo.processInfo.environment
    if let folder = environment["MINHBACH_DATA"], !folder.isEmpty {
      guard files.fileExists(atPath: folder + "/codebook.csv") else {
        throw DatasetsError.notFound(["\(folder) (from MINHBACH_DATA)"])
      }
      return Datasets(folder: folder)
    }
    let program = (try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let above = parents(of: program)
    var candidates = above.dropFirst().prefix(1).map { $0 + "/share/minhbach" }
    candidates += (above + [files.currentDirectoryPath]).map { $0 + "/datasets" }
    guard
      let folder = candidates.first(where: { files.fileExists(atPath: $0 + "/codebook.csv") })
    else { throw DatasetsError.notFound(candidates) }
    return Datasets(folder: folder)
  }

  /// The provinces.
  package func gazetteer() throws -> Gazetteer {
    try Gazetteer(reading: table("provinces.csv"))
  }

  /// The units of 2025.
  package func merger(gazetteer: Gazetteer) throws -> Merger {
    try Merger(reading: table("mergers/data.csv"), gazetteer: gazetteer)
  }

  /// The firms surveyed.
  package func respondents(gazetteer: Gazetteer) throws -> Respondents {
    try Respondents(reading: table("respondents/data.csv"), gazetteer: gazetteer)
  }

  /// The bundled estimates of the firms behind the figures of a year; nil where there are none of it.
  package func respondentEstimates(
    of year: Int, gazetteer: Gazetteer, codebook: Codebook
  ) throws -> Respondents? {
    let name = "respondents/estimates/\(year).csv"
    guard try files(in: "respondents/estimates").contains("\(year).csv") else { return nil }
    return try Respondents(reading: table(name), gazetteer: gazetteer, codebook: codebook)
  }

  /// What was told of the size of each year's survey.
  package func surveySizes() throws -> SurveySizes {
    try SurveySizes(reading: table("survey_sizes/data.csv"))
  }

  /// The questions asked of firms that said yes to another.
  package func followUps(codebook: Codebook) throws -> FollowUps {
    try FollowUps(reading: table("follow_ups/data.csv"), codebook: codebook)
  }

  /// The indicators.
  package func codebook() throws -> Codebook {
    try Codebook(reading: table("codebook.csv"))
  }

  /// The layouts of workbooks, one file per generation, named after its years.
  package func layouts() throws -> [WorkbookLayout] {
    try files(in: "layouts").flatMap { name -> [WorkbookLayout] in
      let years = name.dropLast(4).split(separator: "-").compactMap { Int($0) }
      guard let first = years.first, let last = years.last, first <= last else {
        throw DatasetsError.badName("layouts/\(name)", "its first and last year, as 2017-2019.csv")
      }
      return try WorkbookLayout.layouts(years: first...last, reading: table("layouts/\(name)"))
    }
  }

  /// The faults of published files.
  package func corrections() throws -> [Correction] {
    try Correction.corrections(reading: table("corrections.csv"))
  }

  /// The weights by which sub-indices make the total.
  package func totalWeights() throws -> TotalWeights {
    try TotalWeights(reading: table("weights/data.csv"))
  }

  /// A table, by its path in the folder.
  package func table(_ name: String) throws -> Table {
    try CSVReader().table(contentsOf: folder + "/" + name)
  }

  /// The names of the tables in a subfolder, sorted.
  package func files(in subfolder: String) throws -> [String] {
    let path = folder + "/" + subfolder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw DatasetsError.notFound([path])
    }
    return names.filter { $0.hasSuffix(".csv") }.sorted()
  }

  /// The folders above a file, nearest first.
  private static func parents(of path: String) -> [String] {
    var parts = path.split(separator: "/")
    var parents: [String] = []
    while !parts.isEmpty {
      parts.removeLast()
      parents.append(parts.isEmpty ? "" : "/" + parts.joined(separator: "/"))
    }
    return parents
  }
}

/// What can be wrong with the folder of tables.
package enum DatasetsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The folder, or a part of it, is not there.
  case notFound([String])
  /// A file's name does not say what it must.
  case badName(String, String)

  package var description: String {
    switch self {
    case .notFound(let places):
      "the bundled datasets are in none of \(places.joined(separator: ", ")); "
        + "set MINHBACH_DATA to the folder that holds codebook.csv"
    case .badName(let name, let expected):
      "\(name): the name must be \(expected)"
    }
  }
}
