extension WindowedReading {
  private struct Filler: Sendable {
    var visitor: ValueVisitor
    var buffer: [UInt8] = []
    /// The first window at fault of this worker.
    var fault: (window: LongTableWindow, LongTableFault)?
  }

  /// Reads the values of windows whose keys are known.
  func values(
    _ windows: [LongTableWindow], _ finder: CellFinder, _ keys: LongTableKeys, count: Int,
    grammar: NumberGrammar
  ) throws -> [Double] {
    if count == 0 { return [] }
    var outcome = Result<Bool, TableError>.success(true)
    let values = unsafe [Double](unsafeUninitializedCapacity: count) { memory, filled in
      let cells = unsafe SharedCells(memory, count: count)
      outcome = fill(cells, windows, ValueVisitor(finder, cells, grammar))
      cells.finish()
      filled = count
    }
    guard try outcome.get() else { throw try repetition(windows, finder, keys, cells: count) }
    return values
  }

  /// Fills the cells.
  ///
  /// - Returns: Whether each was given once at most.
  private func fill(
    _ cells: SharedCells, _ windows: [LongTableWindow], _ visitor: ValueVisitor
  ) -> Result<Bool, TableError> {
    let parts = cells.parts
    _ = distribute(parts.count, to: ()) { _, index in
      cells.clear(parts[index])
      return true
    }
    let fillers = distribute(windows.count, to: Filler(visitor: visitor)) { filler, index in
      let known = windows[index]
      let window = read(known.index, from: known.start, &filler.buffer, &filler.visitor)
      if let fault = window.fault {
        filler.fault = (known, fault)
      } else if window.end != known.end {
        filler.fault = (known, LongTableFault(kind: .changed, line: 0))
      }
      return filler.fault == nil
    }
    let faults = fillers.compactMap(\.fault)
    if let (window, fault) = faults.min(by: { $0.window.index < $1.window.index }) {
      return .failure(error(fault, from: window.firstLine))
    }
    let counts = distribute(parts.count, to: 0) { filled, index in
      filled += cells.settle(parts[index])
      return true
    }
    let given = fillers.reduce(0) { $0 + $1.visitor.count }
    let isRepeated = fillers.contains { $0.visitor.hasRepetition }
    return .success(!isRepeated && given == counts.reduce(0, +))
  }

  /// The error for the first record that repeats another.
  private func repetition(
    _ windows: [LongTableWindow], _ finder: CellFinder, _ keys: LongTableKeys, cells: Int
  ) throws(TableError) -> TableError {
    guard let second = try first(windows, RepetitionVisitor(finder, cells: cells)),
      let first = try first(windows, RepetitionVisitor(finder, for: second.cell))
    else { return error(LongTableFault(kind: .changed, line: 0), from: layout.line) }
    let indicators = keys.indicators.count
    let years = keys.years.count
    return .repeatedValue(
      layout.location(.value, line: second.line),
      keys: [
        "\"\(keys.units[second.cell / indicators / years])\"",
        "\(keys.years[second.cell / indicators % years])",
        "\"\(keys.indicators[second.cell % indicators])\"",
      ], firstLine: first.line)
  }

  private func first(
    _ windows: [LongTableWindow], _ visitor: RepetitionVisitor
  ) throws(TableError) -> (line: Int, cell: Int)? {
    var visitor = visitor
    var buffer: [UInt8] = []
    for known in windows {
      let window = read(known.index, from: known.start, &buffer, &visitor)
      guard let fault = window.fault else { continue }
      guard case .found = fault.kind, let cell = visitor.sought else {
        throw error(fault, from: known.firstLine)
      }
      return (known.firstLine + fault.line, cell)
    }
    return nil
  }
}
