/// The coefficients of a program column by column, as CBC takes them.
internal struct SparseColumns {
  internal let starts: [Int32]
  internal let rows: [Int32]
  internal let values: [Double]

  internal init(_ program: LinearProgram) {
    var columns = [[(row: Int32, value: Double)]](repeating: [], count: program.variables.count)
    for (index, row) in program.rows.enumerated() {
      for term in row.terms where term.coefficient != 0 {
        columns[term.variable].append((Int32(index), term.coefficient))
      }
    }
    starts = columns.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
    rows = columns.flatMap { $0.map(\.row) }
    values = columns.flatMap { $0.map(\.value) }
  }
}
