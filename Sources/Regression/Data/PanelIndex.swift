import Tables

/// Which unit and which time each row is of.
struct PanelIndex: Sendable {
  /// The unit of each row, numbered in the order they appear.
  let unit: Codes?
  /// The time of each row, numbered in ascending order.
  let time: Codes?

  /// The labels of a column by number.
  struct Codes: Sendable {
    let name: String
    /// The number of each row's label, −1 where it is missing.
    let codes: [Int32]
    let labels: [String]

    /// The labels as whole numbers, where all are: a lag then means a year and not a row.
    var numbers: [Int]? { Self.moments(of: labels) }

    /// Labels as whole numbers that doubles tell apart; nil where one of them is none.
    static func moments(of labels: [String]) -> [Int]? {
      let whole = labels.compactMap { label in
        Double(decimal: label).flatMap { abs($0) < 0x1p53 ? Int(exactly: $0) : nil }
      }
      return whole.count == labels.count ? whole : nil
    }

    /// Whether the order of the labels is that of time: whole numbers, or texts of one length that begin with
    /// a year, as 2013-04 and 2013Q2 do.
    var isOrdered: Bool {
      if numbers != nil { return true }
      let length = labels.first?.utf8.count
      return labels.allSatisfy { label in
        label.utf8.count == length && label.utf8.prefix(4).count == 4
          && label.utf8.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
      }
    }

    /// Takes labels numbered in the order they appear.
    init(name: String, _ labels: NumberedLabels) {
      self.init(name: name, codes: labels.codes, labels: labels.labels)
    }

    /// Takes the groups of rows.
    init(_ grouping: Grouping) {
      self.init(name: grouping.name, codes: grouping.codes, labels: grouping.labels)
    }

    private init(name: String, codes: [Int32], labels: [String]) {
      self.name = name
      self.codes = codes
      self.labels = labels
    }

    /// The same, numbered in ascending order: by number where all labels are numbers, else as text.
    func ascending() -> Codes {
      let values = labels.map { Double(decimal: $0) }
      let isNumeric = !values.contains(nil)
      let order = labels.indices.sorted { one, other in
        if isNumeric, let a = values[one], let b = values[other], a != b { return a < b }
        return labels[one] < labels[other]
      }
      var places = [Int32](repeating: 0, count: labels.count)
      for (place, label) in order.enumerated() { places[label] = Int32(place) }
      return Codes(
        name: name, codes: codes.map { $0 < 0 ? -1 : places[Int($0)] },
        labels: order.map { labels[$0] })
    }
  }

  init(unit: Codes?, time: Codes?) {
    self.unit = unit
    self.time = time?.ascending()
  }

  /// Finds rows by unit and time.
  ///
  /// - Parameters:
  ///   - purpose: what needs to know it, for the message.
  ///   - rowNumber: the number of a row for people.
  /// - Returns: the rows of each unit at each time.
  /// - Throws: `needsPanel`, or `repeatedObservation`.
  func history(
    for purpose: String, rowNumber: (Int) -> Int
  ) throws(RegressionError) -> PanelHistory {
    guard let unit else { throw .needsPanel(purpose, missing: "unit") }
    guard let time else { throw .needsPanel(purpose, missing: "time") }
    guard time.isOrdered else {
      throw .notForModel(
        purpose,
        "the times of \"\(time.name)\" are texts such as \"\(time.labels.first ?? "")\", whose order is not known; "
          + "number them, or write them alike from the year down, as 2013-04")
    }
    return try PanelHistory(unit: unit, time: time, rowNumber: rowNumber)
  }
}

/// The rows of each unit at each time.
struct PanelHistory: Sendable {
  private let unit: [Int32]
  /// The time of each row as a number in which consecutive times differ by one.
  private let moment: [Int]
  private let rows: [Key: Int32]

  private struct Key: Hashable {
    let unit: Int32
    let moment: Int
  }

  fileprivate init(
    unit: PanelIndex.Codes, time: PanelIndex.Codes, rowNumber: (Int) -> Int
  ) throws(RegressionError) {
    let numbers = time.numbers
    self.unit = unit.codes
    moment = time.codes.map { code in code < 0 ? 0 : numbers?[Int(code)] ?? Int(code) }
    var rows: [Key: Int32] = [:]
    rows.reserveCapacity(unit.codes.count)
    for row in unit.codes.indices where unit.codes[row] >= 0 && time.codes[row] >= 0 {
      let key = Key(unit: unit.codes[row], moment: moment[row])
      if let first = rows.updateValue(Int32(row), forKey: key) {
        throw .repeatedObservation(
          unit: unit.labels[Int(unit.codes[row])], time: time.labels[Int(time.codes[row])],
          rows: [rowNumber(Int(first)), rowNumber(row)])
      }
    }
    self.rows = rows
  }

  /// The row of the same unit so many times before, nil where there is none.
  func row(_ count: Int, before row: Int) -> Int? {
    guard unit[row] >= 0 else { return nil }
    return rows[Key(unit: unit[row], moment: moment[row] - count)].map(Int.init)
  }
}
