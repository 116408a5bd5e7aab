import Sensitivity
import Statistics
import Tables
import TestSupport
import Testing

/// `Reference/given_data.py` writes the sample and what SALib, SciPy and NumPy make of it.
@Suite struct GivenDataReferenceTests {
  private let names = ["x1", "x2", "x3"]

  private func sample() throws -> GivenData {
    let records = try Records(CSVReader().table(contentsOf: reference("given_data_sample.csv")))
    let columns = try names.map { name in try records.map { try $0.number(name) } }
    return GivenData(
      names: names, points: Points(columns: columns),
      outputs: try records.map { try $0.number("y") })
  }

  private func expected() throws -> Records {
    try Records(CSVReader().table(contentsOf: reference("given_data_expected.csv")))
  }

  @Test func distancesAgreeWithSciPyAndSALib() throws {
    let found = PawnIndices(resamples: 0, replicates: Replicates(seed: 1))
      .estimates(of: try sample())
    for (index, record) in zip(found.indices, try expected()) {
      let figures = [
        ("minimum", index.minimum), ("mean", index.mean), ("median", index.median),
        ("maximum", index.maximum), ("variation", index.variation),
      ]
      for (name, figure) in figures {
        // Quotients of whole numbers up to 500, and sums of ten of them.
        #expect(abs(figure.value - (try record.number("pawn_" + name))) < 1e-14)
        guard name != "variation" else { continue }
        // SALib leaves the row, or for x3 the rows, of the greatest value out of the last slice of about
        // fifty: its distance is another by a fiftieth per row, the mean by a tenth of that.
        let difference = abs(figure.value - (try record.number("salib_" + name)))
        #expect(difference < (name == "mean" ? 0.01 : 0.1))
      }
      // What the last slice does not decide is the same in both.
      #expect(abs(index.minimum.value - (try record.number("salib_minimum"))) < 1e-14)
    }
  }

  @Test func rankIndicesAgreeWithTheirDefinition() throws {
    let found = RankStatisticIndices(ends: .joined).estimates(of: try sample())
    for (index, record) in zip(found, try expected()) {
      // Untied, the formula itself in NumPy; tied, a mean of random orders with its standard error.
      let error = try record.number("joined_error")
      #expect(abs(index.value - (try record.number("joined"))) <= 1e-13 + 4 * error)
    }
  }
}
