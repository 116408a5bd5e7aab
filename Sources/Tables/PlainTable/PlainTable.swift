import Dispatch
import Synchronization

/// Some columns of a large CSV file that is plain enough to be read without cells: texts and numbers.
///
/// Plain is a file of UTF-8 separated by commas, in which nothing is quoted, every line has as many cells
/// as the header, and in the columns asked for texts are no sign for a missing value and numbers are
/// written with a point, or missing. Of any other file nothing is read: `CSVReader` must read it, and
/// says where it is wrong. What is read is the same as through a `Table`.
///
/// Windows of the file are read on several threads and put together in order: the result is the same on any
/// number of them.
public struct PlainTable: Sendable, Equatable {
  /// A column of texts.
  public struct Texts: Sendable, Equatable {
    /// The number of each row's text.
    public let codes: [Int32]
    /// The texts, in the order they first appear.
    public let labels: [String]
  }

  /// The names of all columns of the file, in order.
  public let columnNames: [String]
  /// The number of rows below the header.
  public let rowCount: Int
  /// The columns of texts that were asked for, in that order.
  public let texts: [Texts]
  /// The columns of numbers that were asked for, in that order, one after another; NaN where missing.
  public let numbers: [Double]

  /// How many bytes of the file a thread reads at a time.
  static let windowLength = 1 << 19

  /// Reads columns of a file, or nothing where the file is not plain or lacks one of them.
  ///
  /// Nothing is read of what is no regular file either: a pipe could not be read again.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - texts: the names of columns of texts.
  ///   - numbers: the names of columns of numbers.
  ///   - threads: how many threads read at most; nil for as many as there are processors.
  /// - Throws: `TableError` for a file that cannot be read.
  public init?(
    contentsOf path: String, texts: [String], numbers: [String], threads: Int? = nil
  ) throws(TableError) {
    guard let file = try SeekableFile(reading: path) else { return nil }
    try self.init(
      .file(file), texts: texts, numbers: numbers, threads: threads, windowLength: Self.windowLength
    )
  }

  /// Reads in windows of some length, so that tests can cut a small file.
  init?(
    _ source: ByteSource, texts: [String], numbers: [String], threads: Int?, windowLength: Int
  ) throws(TableError) {
    guard let layout = try PlainLayout(of: source, texts: texts, numbers: numbers) else {
      return nil
    }
    let length = source.count - layout.start
    let count = (length + windowLength - 1) / windowLength
    let windows = Mutex<[Result<PlainWindow?, TableError>?]>(Array(repeating: nil, count: count))
    let next = Atomic(0)
    let isStopped = Atomic(false)
    DispatchQueue.concurrentPerform(
      iterations: max(1, min(threads ?? processorCount(), count))
    ) { _ in
      var buffer: [UInt8] = []
      while !isStopped.load(ordering: .relaxed) {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        let result: Result<PlainWindow?, TableError>
        do throws(TableError) {
          let start = layout.start + index * windowLength
          result = .success(
            try PlainWindow(
              source, layout, start..<min(start + windowLength, source.count), &buffer))
        } catch {
          result = .failure(error)
        }
        if case .success(.some) = result {} else { isStopped.store(true, ordering: .relaxed) }
        windows.withLock { $0[index] = result }
      }
    }
    var parts: [PlainWindow] = []
    for window in windows.withLock({ $0 }) {
      guard let part = try window?.get() else { return nil }
      parts.append(part)
    }
    guard let columns = PlainColumns(parts, layout) else { return nil }
    columnNames = layout.columnNames
    rowCount = parts.reduce(0) { $0 + $1.rows }
    self.texts = columns.texts
    self.numbers = columns.numbers
  }
}
