import Foundation
import Indices
import Panels
import Tables
import TestSupport
import Testing

@testable import minhbach

/// What LibreOffice computes of a live workbook beside what the program knows.
///
/// One after the other: each starts a program of many threads.
@Suite(
  .enabled(if: LibreOffice.path != nil, LibreOffice.absence), .timeLimit(.minutes(5)), .serialized)
struct LiveWorkbookTests {
  /// Of 15 digits, and of sums in another order.
  private let tolerance = 1e-9

  @Test func recalculatedItGivesOurScoresAndRanks() throws {
    let cases: [[String]] = [
      ["--year", "2019"], ["--year", "2017"], ["--year", "2013"], ["--year", "2007"],
      ["--year", "2010"], ["--year", "2019", "--units", "34"],
      ["--year", "2021", "--subindex", "pci"],
    ]
    let books = try LibreOffice.recalculated(
      cases.map { try Live(options: $0).workbook.spreadsheet })
    for (options, book) in zip(cases, books) {
      let known = try records(["score"] + options)
      let computed = try Live.standings(book, "scores")
      #expect(computed.count == known.count)
      for row in known {
        let standing = try #require(computed[try row.text("province")])
        #expect(abs(standing.score - (try row.number("score"))) < tolerance)
        #expect(standing.rank == (try row.number("rank")))
      }
      let published = try book.table(sheet: "published")
      for row in published.rows.dropFirst(2) {
        let record = try #require(
          try known.first { try Cell.text($0.text("province")) == row[0] })
        guard let difference = try record.optionalNumber("difference") else { continue }
        #expect(abs((row[3].number ?? .nan) - difference) < tolerance)
      }
    }
  }

  @Test func aWorkbookOfNoResultsHasNone() throws {
    let folder = try TemporaryDirectory()
    let path = folder.file("x.xlsx")
    try XLSXWriter().write(try Live(2019).workbook.spreadsheet.withoutResults, to: path)
    let scores = try Workbook(contentsOf: path).table(sheet: "scores")
    #expect(scores.rows.dropFirst(2).allSatisfy { row in row.allSatisfy { $0 == .number(0) } })
  }

  /// One value changed on the sheet of values, as the rule and the panel give it with that value.
  @Test(arguments: [2017, 2019])
  func aChangedValueGivesWhatTheEngineGives(year: Int) throws {
    var generator = SplitMix64(seed: UInt64(year))
    let live = try Live(year)
    let changes = (0..<6).map { index in
      Live.Change(in: live.workbook, beyond: index % 2 == 1, moving: index < 4, by: &generator)
    }
    let books = try LibreOffice.recalculated(
      changes.map { change in
        try Live(year, moving: change.isMoving).workbook.spreadsheet.changing("values") {
          $0.replacing(.number(change.value), at: live.layout.value(change.row, change.part))
        }
      })
    for (change, book) in zip(changes, books) {
      let board = try live.board(after: change)
      let computed = try Live.standings(book, "scores")
      for row in board.rows {
        let standing = try #require(computed[row.province.nameVi])
        #expect(abs(standing.score - row.score) < tolerance)
        #expect(standing.rank == Double(row.rank))
      }
    }
  }

  /// The steps of `sensitivity`, on the sheet of what-ifs one after the other.
  @Test func stepsOfSensitivityMoveTheRankAsTheEngineSays() throws {
    let live = try Live(2017, province: "Đắk Nông")
    let steps = try records(
      "sensitivity", "Đắk Nông", "--year", "2017", "--method", "local", "--ranges", "moving")
    let today = try #require(live.board.rows.first { $0.province.nameVi == "Đắk Nông" })
    let books = try LibreOffice.recalculated(
      steps.map { step in
        let part = try #require(
          try live.board.rule.indicators.firstIndex(of: step.text("indicator")))
        let value = try step.number("variation_value")
        return live.workbook.spreadsheet.changing("what_if") {
          $0.replacing(.number(value), at: live.layout.tried(part, .tried))
        }
      })
    #expect(steps.count == 12)
    for (step, book) in zip(steps, books) {
      let sheet = try book.table(sheet: "what_if")
      #expect(sheet[6, 3].number == (try step.number("variation_places")))
      #expect(abs((sheet[4, 4].number ?? .nan) - (try step.number("variation_score"))) < tolerance)
      #expect(abs((sheet[4, 2].number ?? .nan) - today.score) < tolerance)
      #expect(sheet[5, 2].number == Double(today.rank))
    }
  }

  /// All values of a province at once, within and beyond ranges, and some left to be today's.
  @Test func randomWhatIfsGiveWhatTheEngineGives() throws {
    var generator = SplitMix64(seed: 9)
    let live = try Live(2019, province: "Kon Tum")
    let row = try #require(live.workbook.subject)
    let tries = (0..<5).map { index in
      live.workbook.parts.indices.map { part in
        Live.Change(
          in: live.workbook, row: row, part: part, beyond: index % 2 == 1, moving: index < 4,
          by: &generator)
      }
    }
    let books = try LibreOffice.recalculated(
      tries.map { changes in
        try Live(2019, province: "Kon Tum", moving: changes[0].isMoving).workbook.spreadsheet
          .changing("what_if") { sheet in
            changes.enumerated().reduce(sheet) { sheet, entry in
              // Without a value today's counts.
              let value: Cell = entry.offset % 4 == 3 ? .empty : .number(entry.element.value)
              return sheet.replacing(value, at: live.layout.tried(entry.element.part, .tried))
            }
          }
      })
    for (changes, book) in zip(tries, books) {
      let used = changes.enumerated().filter { $0.offset % 4 != 3 }.map(\.element)
      let board = try live.board(after: used)
      let computed = try Live.standings(book, "what_if_scores")
      for row in board.rows {
        let standing = try #require(computed[row.province.nameVi])
        #expect(abs(standing.score - row.score) < tolerance)
        #expect(standing.rank == Double(row.rank))
      }
      let sheet = try book.table(sheet: "what_if")
      let own = try #require(board.rows.first { $0.province.nameVi == "Kon Tum" })
      #expect(sheet[5, 3].number == Double(own.rank))
      let next = board.rows.last { $0.rank < own.rank }
      let names = board.rows.filter { $0.rank == next?.rank }.map(\.province.nameVi)
      #expect(next == nil ? sheet[7, 3].isEmpty : names.contains(sheet[7, 3].description))
      #expect(sheet[8, 3].number == next.map { Double($0.rank) })
    }
  }

  /// A figure that is missing leaves the province without score; the others keep theirs.
  @Test func withoutAValueAProvinceHasNoScoreAndTheOthersMoveUp() throws {
    let live = try Live(2019)
    let row = try #require(
      live.workbook.provinces.firstIndex { $0.key == live.board.rows[0].province.key })
    let book = try #require(
      LibreOffice.recalculated([
        live.workbook.spreadsheet.changing("values") {
          $0.replacing(.empty, at: live.layout.value(row, 0))
        }
      ]).first)
    let computed = try Live.standings(book, "scores")
    #expect(computed[live.board.rows[0].province.nameVi] == nil)
    for row in live.board.rows.dropFirst() {
      #expect(computed[row.province.nameVi]?.rank == Double(row.rank - 1))
    }
  }
}
