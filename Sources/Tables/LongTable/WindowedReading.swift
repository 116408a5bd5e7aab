import Dispatch
import Synchronization

/// A part of the file: the records that start in it.
struct LongTableWindow: Sendable {
  let index: Int
  /// The offset of the first record, or nothing where no record starts here.
  var start: Int?
  /// The offset after the last record.
  var end = 0
  /// The number of lines of the records.
  var lines = 0
  /// The line of the first record, once it is known.
  var firstLine = 0
  /// The first thing wrong; what follows it was not read.
  var fault: LongTableFault?
}

/// What is done with each record.
protocol LongTableVisitor: Sendable {
  /// Whether nothing is known of the file yet.
  static var isFirstReading: Bool { get }
  /// The keys met.
  var keys: KeyColumns { get set }
  /// What is wrong with the last record.
  var fault: LongTableFault.Kind? { get }

  /// Takes a record.
  ///
  /// - Returns: Whether to go on; if not, `fault` says why.
  mutating func visit(_ record: borrowing RecordScanner, in bytes: Span<UInt8>) -> Bool
}

/// Reads the records of windows of a file, several windows at once.
struct WindowedReading: Sendable {
  let source: ByteSource
  let layout: LongTableLayout
  /// The number of bytes of a window.
  let windowLength: Int
  let recordLimit: Int
  let threads: Int

  var windowCount: Int {
    let length = source.count - layout.start
    return length / windowLength + (length % windowLength == 0 ? 0 : 1)
  }

  /// Does a piece of work for each number below `count`, on all threads.
  ///
  /// Numbers are handed out in order; none beyond one for which the work returned false.
  ///
  /// - Returns: The workers.
  func distribute<Worker: Sendable>(
    _ count: Int, to worker: Worker, _ work: @Sendable (inout Worker, Int) -> Bool
  ) -> [Worker] {
    let next = Atomic(0)
    let stop = Atomic(Int.max)
    let workers = Mutex<[Worker]>([])
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
      var worker = worker
      while true {
        let number = next.add(1, ordering: .relaxed).oldValue
        guard number < count, number < stop.load(ordering: .relaxed) else { break }
        if !work(&worker, number) { _ = stop.min(number, ordering: .relaxed) }
      }
      workers.withLock { $0.append(worker) }
    }
    return workers.withLock { $0 }
  }

  /// Shows a visitor the records that start in a window.
  ///
  /// - Parameters:
  ///   - index: The number of the window.
  ///   - known: The offset of the first record, or nothing to take for it what follows the first
  ///     line end. That guess is wrong where the line end stands inside quotes.
  ///   - buffer: Where to read to.
  ///   - visitor: Who gets the records.
  /// - Returns: The window, as far as it was read.
  func read<Visitor: LongTableVisitor>(
    _ index: Int, from known: Int?, _ buffer: inout [UInt8], _ visitor: inout Visitor
  ) -> LongTableWindow {
    var window = LongTableWindow(index: index)
    let windowStart = layout.start + index * windowLength
    let windowEnd = min(windowStart + windowLength, source.count)
    // A record starts right at the window if a line ends right before it.
    let lower = known ?? (index == 0 ? windowStart : windowStart - 1)
    guard lower < windowEnd else { return window }
    var upper = min(windowEnd + Self.overlap, source.count)
    var scanner = RecordScanner(layout, checksOthers: Visitor.isFirstReading)
    do throws(TableError) {
      try fill(&buffer, from: 0, lower..<upper)
      if known == nil, index > 0 {
        scanner.position = Self.firstRecord(in: buffer.span, before: upper - lower)
        guard lower + scanner.position < windowEnd else { return window }
      }
      window.start = lower + scanner.position
      while true {
        scanner.end = upper - lower
        scanner.isLast = upper == source.count
        window.fault = Self.visit(&scanner, buffer.span, until: windowEnd - lower, &visitor)
        // Only an incomplete record ends without a fault before the window does.
        guard window.fault == nil, lower + scanner.position < windowEnd else { break }
        let length = upper - lower - scanner.position
        guard length < recordLimit else {
          window.fault = LongTableFault(kind: .tooLong, line: scanner.line)
          break
        }
        let extended = min(upper + max(length, Self.overlap), source.count)
        try fill(&buffer, from: upper - lower, upper..<extended)
        upper = extended
      }
    } catch {
      window.fault = LongTableFault(kind: .reading(error), line: 0)
    }
    window.end = lower + scanner.position
    window.lines = scanner.line
    return window
  }

  /// Visits records up to an offset or a fault, or to where the buffer does not hold all of one.
  private static func visit<Visitor: LongTableVisitor>(
    _ scanner: inout RecordScanner, _ bytes: Span<UInt8>, until end: Int, _ visitor: inout Visitor
  ) -> LongTableFault? {
    while scanner.position < end {
      switch scanner.next(in: bytes, &visitor.keys) {
      case .record:
        if !visitor.visit(scanner, in: bytes) {
          return visitor.fault.map { LongTableFault(kind: $0, line: scanner.recordLine) }
        }
      case .blank: continue
      case .incomplete:
        scanner.rewind()
        return nil
      case .fault:
        return scanner.fault.map { kind in
          let line = kind.isOfWholeRecord ? scanner.recordLine : scanner.line
          return LongTableFault(kind: kind, line: line)
        }
      }
    }
    return nil
  }

  /// Reads bytes of the file to a place of the buffer, and puts zeros after them.
  private func fill(
    _ buffer: inout [UInt8], from start: Int, _ range: Range<Int>
  ) throws(TableError) {
    let needed = start + range.count + RecordScanner.padding
    if buffer.count < needed {
      buffer.append(contentsOf: repeatElement(0, count: needed - buffer.count))
    }
    try source.read(range.count, at: range.lowerBound, into: &buffer, from: start)
    for index in start + range.count..<needed { buffer[index] = 0 }
  }

  /// The index after the first line end.
  private static func firstRecord(in bytes: Span<UInt8>, before end: Int) -> Int {
    var index = 0
    while index < end, !CSVFormat.isLineEnd(bytes[index]) { index += 1 }
    let isPair =
      index + 1 < end && bytes[index] == CSVFormat.carriageReturn
      && bytes[index + 1] == CSVFormat.lineFeed
    return index + (isPair ? 2 : 1)
  }

  /// How much to read after a window to see the end of its last record.
  private static let overlap = 4096
}
