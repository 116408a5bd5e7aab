/// Numbers under a name: what partial results are written down as.
public struct NumberRow: Sendable, Hashable {
  /// What the numbers are.
  public let name: String
  /// The numbers; none is not-a-number.
  public let numbers: [Double]

  /// Puts numbers under a name.
  ///
  /// - Parameters:
  ///   - name: what the numbers are: letters, digits, spaces and points.
  ///   - numbers: the numbers.
  public init(_ name: String, _ numbers: [Double]) {
    self.name = name
    self.numbers = numbers
  }
}

/// Reads rows back in the order they were written in.
public struct NumberRowReader {
  private let rows: [NumberRow]
  private var next = 0

  /// Starts at the first row.
  ///
  /// - Parameter rows: what was written.
  public init(_ rows: [NumberRow]) { self.rows = rows }

  /// Takes the next row.
  ///
  /// - Parameters:
  ///   - name: what it must be.
  ///   - count: how many numbers it must have; nil for any.
  /// - Returns: its numbers.
  /// - Throws: `PartialResultError` where another row follows, or none.
  public mutating func take(
    _ name: String, count: Int? = nil
  ) throws(PartialResultError) -> [Double] {
    guard next < rows.count, rows[next].name == name,
      count == nil || rows[next].numbers.count == count
    else { throw PartialResultError(row: next, expected: name, count: count) }
    next += 1
    return rows[next - 1].numbers
  }

  /// Takes the next row, of whole numbers of zero or more.
  ///
  /// - Parameters:
  ///   - name: what it must be.
  ///   - count: how many numbers it must have; nil for any.
  /// - Returns: its numbers.
  /// - Throws: `PartialResultError` where another row follows, or none, or a number is no such number.
  public mutating func takeCounts(
    _ name: String, count: Int? = nil
  ) throws(PartialResultError) -> [Int] {
    let numbers = try take(name, count: count)
    // Up to 2⁵³ every whole number is a Double.
    guard numbers.allSatisfy({ (0...0x1p53).contains($0) && $0 == $0.rounded() }) else {
      throw PartialResultError(row: next - 1, expected: name, count: count)
    }
    return numbers.map { Int($0) }
  }

  /// What is wrong with the row that was taken last.
  func fault(_ expected: String) -> PartialResultError {
    PartialResultError(row: next - 1, expected: expected, count: nil)
  }

  /// Sees to it that nothing follows.
  ///
  /// - Throws: `PartialResultError` where a row does.
  public func end() throws(PartialResultError) {
    guard next == rows.count else {
      throw PartialResultError(row: next, expected: "the end", count: nil)
    }
  }
}

/// A row of a partial result that cannot be what was written.
public struct PartialResultError: Error, Hashable, CustomStringConvertible {
  /// The number of the row, from zero.
  public let row: Int
  /// What should stand there.
  public let expected: String
  /// How many numbers it should have; nil where that is not known.
  public let count: Int?

  init(row: Int, expected: String, count: Int?) {
    (self.row, self.expected, self.count) = (row, expected, count)
  }

  public var description: String {
    "row \(row + 1) is not \(expected)" + (count.map { " with \($0) numbers" } ?? "")
  }
}
