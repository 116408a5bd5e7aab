import Indices
import Panels
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct DecompositionTests {
  /// Sums of a dozen parts of up to 60 places, each rounded once or a dozen times to 1e-14.
  private static let rounding = 1e-9

  @Test(arguments: pairs)
  func partsOfEveryProvinceAddUpToItsChange(from: Int, to: Int) throws {
    let panel = try Bundled.panel()
    let years = try YearPair(panel: panel, from: Bundled.rule(from), to: Bundled.rule(to))
    let boards = try (
      Bundled.rule(from).scoreboard(of: panel), Bundled.rule(to).scoreboard(of: panel)
    )
    #expect(!years.usesPublishedScores)
    for province in panel.provinces {
      let change = try years.decomposition(of: province)
      let (first, last) = try (
        #require(boards.0[province]), #require(boards.1[province])
      )
      #expect(change.from.rank == first.rank && change.to.rank == last.rank)
      let score = change.parts.reduce(0) { $0 + $1.score }
      let rank = change.parts.reduce(0) { $0 + $1.rank }
      #expect(abs(score - (last.score - first.score)) < Self.rounding)
      #expect(abs(rank - Double(last.rank - first.rank)) < Self.rounding)
    }
  }

  /// Every pair of years there is a rule for.
  private static let pairs = Bundled.years.flatMap { from in
    Bundled.years.filter { $0 > from }.map { (from, $0) }
  }
}
