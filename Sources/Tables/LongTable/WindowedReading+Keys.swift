extension WindowedReading {
  private struct Collector: Sendable {
    var visitor = KeyVisitor()
    var buffer: [UInt8] = []
    var windows: [LongTableWindow] = []
  }

  /// Collects the keys, and finds out where the records of each window start.
  ///
  /// All threads read, each guessing where its windows' first records start. Where a guess turns
  /// out wrong, which takes a line end inside quotes, the file is read again from its start.
  ///
  /// - Returns: The keys, and the windows in which records start.
  func keys() throws(TableError) -> (KeyColumns, [LongTableWindow]) {
    let collectors = distribute(windowCount, to: Collector()) { collector, index in
      let window = read(index, from: nil, &collector.buffer, &collector.visitor)
      collector.windows.append(window)
      return window.fault == nil
    }
    let windows = collectors.flatMap(\.windows).sorted { $0.index < $1.index }
    guard let checked = try checked(windows) else { return try keysInOrder() }
    var keys = KeyColumns()
    for collector in collectors { keys.formUnion(collector.visitor.keys) }
    return (keys, checked)
  }

  /// Returns the windows with records if each starts where the one before it ends, else nothing.
  private func checked(_ windows: [LongTableWindow]) throws(TableError) -> [LongTableWindow]? {
    var checked: [LongTableWindow] = []
    var line = layout.line
    var offset = layout.start
    for window in windows {
      let windowEnd = min(layout.start + (window.index + 1) * windowLength, source.count)
      guard let start = window.start else {
        // A fault without a start is one of the disk.
        if let fault = window.fault { throw error(fault, from: line) }
        // The record before passes over this window.
        guard offset >= windowEnd else { return nil }
        continue
      }
      guard start == offset else { return nil }
      if let fault = window.fault { throw error(fault, from: line) }
      var window = window
      window.firstLine = line
      checked.append(window)
      line += window.lines
      offset = window.end
    }
    return checked
  }

  /// Collects the keys on one thread, which knows where every record starts.
  private func keysInOrder() throws(TableError) -> (KeyColumns, [LongTableWindow]) {
    var collector = Collector()
    var line = layout.line
    var offset = layout.start
    for index in 0..<windowCount {
      var window = read(index, from: offset, &collector.buffer, &collector.visitor)
      if let fault = window.fault { throw error(fault, from: line) }
      guard window.start != nil else { continue }
      window.firstLine = line
      collector.windows.append(window)
      line += window.lines
      offset = window.end
    }
    return (collector.visitor.keys, collector.windows)
  }

  func error(_ fault: LongTableFault, from line: Int) -> TableError {
    fault.error(in: layout, from: line, recordLimit: recordLimit)
  }
}
