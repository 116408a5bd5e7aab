import Foundation
import Regression

/// The sample of `Reference/regularised` and what other programs make of it.
enum PenalisedReference {
  /// A table of that folder: rows of cells, without the header and remarks.
  static func rows(_ name: String, file: String = #filePath) throws -> [[String]] {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    let path = folder.joined(separator: "/") + "/Reference/regularised/" + name
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  static func sample() throws -> Sample {
    let rows = try rows("sample.csv")
    func column(_ place: Int) -> [Double] { rows.map { Double($0[place]) ?? .nan } }
    return Sample(
      provinces: Grouping(name: "province", labels: rows.map { $0[0] }),
      years: Grouping(name: "year", labels: rows.map { $0[1] }),
      columns: (2..<8).map(column), response: column(8), weights: column(9))
  }

  struct Sample {
    let provinces: Grouping
    let years: Grouping
    let columns: [[Double]]
    let response: [Double]
    let weights: [Double]

    func moments(weighted: Bool = false, folds: FoldAssignment? = nil) throws -> FoldMoments {
      try FoldMoments(
        columns: columns, response: response, weights: weighted ? weights : nil, folds: folds)
    }
  }

  static let penalties = [0.6, 0.25, 0.1, 0.03, 0.01, 0.001]
}
