/// The texts of a column by number: each text is held once.
public struct NumberedLabels: Sendable, Equatable {
  /// The number of each row's text, −1 where it is missing.
  public let codes: [Int32]
  /// The texts, in the order they first appear.
  public let labels: [String]

  /// Numbers texts in the order they appear.
  ///
  /// - Parameter texts: one text a row, nil where it is missing.
  public init(_ texts: [String?]) {
    var found: [String] = []
    var numbers: [String: Int32] = [:]
    codes = texts.map { text in
      guard let text else { return -1 }
      if let number = numbers[text] { return number }
      let number = Int32(found.count)
      numbers[text] = number
      found.append(text)
      return number
    }
    labels = found
  }

  init(codes: [Int32], labels: [String]) {
    self.codes = codes
    self.labels = labels
  }

  /// The text of a row, nil where it is missing.
  public subscript(row: Int) -> String? { codes[row] < 0 ? nil : labels[Int(codes[row])] }
}
