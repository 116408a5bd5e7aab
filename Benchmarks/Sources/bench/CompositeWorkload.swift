import Foundation
import Indices
import Tables

/// W2: scores and ranks of every year of a panel, lowest to highest from 1 to 10, weighted sums.
struct CompositeWorkload {
  let arguments: Arguments

  init(_ arguments: Arguments) {
    self.arguments = arguments
  }

  func report() throws -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    let structure = try IndexStructure(
      reading: CSVReader().table(contentsOf: "\(arguments.data)/meta.csv"))
    let panel = try IndicatorPanel(
      inPieces: "\(arguments.data)/panel_\(arguments.name).csv", columns: structure.columns)
    let loading = (clock.now - start) / .seconds(1)
    let index = CompositeIndex(structure: structure)
    let (years, seconds) = try Report.timing(arguments) {
      try index.evaluate(panel, threads: arguments.threads ?? 2)
    }
    return Report(seconds: seconds, loading: loading, answers: Self.answers(years))
  }

  /// The answers in the order of the file: unit by unit, of each the years.
  private static func answers(_ years: [CompositeScores]) -> [(name: String, json: String)] {
    let units = years.first?.units.count ?? 0
    let scores = (0..<units).flatMap { unit in years.map { $0.scores[unit] } }
    let ranks = (0..<units).flatMap { unit in years.map { Int($0.ranks[unit]) } }
    var checkOfScores = 0.0
    var checkOfRanks = 0
    for (row, (score, rank)) in zip(scores, ranks).enumerated() {
      checkOfScores += score * Double(row % 97 + 1)
      checkOfRanks += rank * (row % 97 + 1)
    }
    var answers = [
      ("n", "\(scores.count)"), ("sum_score", "\(scores.reduce(0, +))"),
      ("sum_rank", "\(ranks.reduce(0, +))"), ("check_score", "\(checkOfScores)"),
      ("check_rank", "\(checkOfRanks)"), ("score_head", Report.json(scores.prefix(36))),
      ("rank_head", "\(Array(ranks.prefix(36)))"),
    ]
    if scores.count <= 2000 {
      answers += [("score", Report.json(scores)), ("rank", "\(ranks)")]
    }
    return answers.map { (name: $0.0, json: $0.1) }
  }
}

extension IndicatorPanel {
  /// Reads a panel of more cells than a `Table` holds, piece by piece.
  ///
  /// Nothing is quoted in it, so that records end where lines do.
  fileprivate init(inPieces path: String, columns: [String]) throws {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    let lineFeed = UInt8(ascii: "\n")
    let header = Array(bytes.prefix { $0 != lineFeed }) + [lineFeed]
    var start = header.count
    var drafts: [String: (units: [String], columns: [[Double]])] = [:]
    while start < bytes.count {
      let end = bytes[min(start + Self.pieceLength, bytes.count)...].firstIndex(of: lineFeed)
      let rest = bytes[start..<(end.map { $0 + 1 } ?? bytes.count)]
      start = rest.endIndex
      let piece = try IndicatorPanel(
        reading: CSVReader().table(bytes: header + rest, file: path), columns: columns,
        layout: Layout(time: "year"))
      for table in piece.tables {
        var draft = drafts[table.time ?? ""] ?? ([], columns.map { _ in [] })
        draft.units += table.units
        for (number, column) in columns.enumerated() {
          draft.columns[number] += table.units.indices.map { table[$0, column] ?? .nan }
        }
        drafts[table.time ?? ""] = draft
      }
    }
    self.init(
      drafts.sorted { $0.key < $1.key }.map { time, draft in
        IndicatorTable(units: draft.units, codes: columns, columns: draft.columns, time: time)
      })
  }

  /// The bytes of a piece, but for the rest of its last line.
  private static let pieceLength = 8 << 20
}
