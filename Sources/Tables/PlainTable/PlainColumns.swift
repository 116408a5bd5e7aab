import Dispatch

/// The columns of a plain table, put together from its windows.
struct PlainColumns {
  let texts: [PlainTable.Texts]
  let numbers: [Double]

  /// Puts windows together, or nothing where a text is not plain.
  init?(_ windows: [PlainWindow], _ layout: PlainLayout) {
    let rows = windows.reduce(0) { $0 + $1.rows }
    var texts: [PlainTable.Texts] = []
    for column in layout.textOrder {
      guard let text = Self.texts(windows, column, rows: rows, of: layout.textCount) else {
        return nil
      }
      texts.append(text)
    }
    self.texts = texts
    numbers = Self.numbers(windows, layout.numberOrder, rows: rows)
  }

  /// The columns of numbers one after another, in the order asked for.
  private static func numbers(_ windows: [PlainWindow], _ order: [Int], rows: Int) -> [Double] {
    var starts = [0]
    for window in windows { starts.append((starts.last ?? 0) + window.rows) }
    let bounds = starts
    return unsafe [Double](unsafeUninitializedCapacity: rows * order.count) { memory, filled in
      let target = unsafe PlainMemory(memory: memory)
      // Each window has places of its own.
      DispatchQueue.concurrentPerform(iterations: windows.count) { number in
        let window = windows[number]
        for (column, place) in order.enumerated() {
          for row in 0..<window.rows {
            unsafe target.memory[column * rows + bounds[number] + row] =
              window.numbers[row * order.count + place]
          }
        }
      }
      filled = rows * order.count
    }
  }

  /// One column of texts, numbered through all windows.
  private static func texts(
    _ windows: [PlainWindow], _ column: Int, rows: Int, of count: Int
  ) -> PlainTable.Texts? {
    // Spellings that differ in how letters are composed are one text, as they are as a `String`.
    var numbers: [String: Int32] = [:]
    var labels: [String] = []
    var codes: [Int32] = []
    codes.reserveCapacity(rows)
    for window in windows {
      var own: [Int32] = []
      for number in 0..<window.tables[column].count {
        let bytes = Array(window.tables[column][number])
        guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard isPlain(text), let next = Int32(exactly: labels.count) else { return nil }
        if let known = numbers[text] {
          own.append(known)
        } else {
          numbers[text] = next
          labels.append(text)
          own.append(next)
        }
      }
      for row in 0..<window.rows { codes.append(own[Int(window.codes[row * count + column])]) }
    }
    return PlainTable.Texts(codes: codes, labels: labels)
  }

  /// Whether a text is neither blank nor a sign for a missing value, and has no white space around it.
  private static func isPlain(_ text: String) -> Bool {
    guard text.withoutOuterSpaces.utf8.count == text.utf8.count else { return false }
    if case .missing = NumberGrammar().number(in: text) { return false }
    return true
  }
}

/// Numbers that several threads fill, each in places of its own.
@safe
private struct PlainMemory: @unchecked Sendable {
  let memory: UnsafeMutableBufferPointer<Double>
}
