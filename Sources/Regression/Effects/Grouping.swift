/// A grouping of rows, such as the provinces or the years of a panel.
///
/// Groups are numbered from zero; each has one row at least. The same type says which rows share a fixed
/// effect and which errors may move together.
public struct Grouping: Sendable, Equatable {
  /// What the groups are, such as "province": the heading of the column they come from.
  public let name: String
  /// The group of each row.
  public let codes: [Int32]
  /// The name of each group.
  public let labels: [String]

  /// The number of groups.
  public var count: Int { labels.count }

  /// Groups rows by their labels; groups are numbered in the order they first appear.
  ///
  /// - Parameters:
  ///   - name: what the groups are.
  ///   - labels: the group of each row.
  public init(name: String, labels: some Sequence<String>) {
    var numbers: [String: Int32] = [:]
    var found: [String] = []
    let codes = labels.map { label -> Int32 in
      if let number = numbers[label] { return number }
      let number = Int32(found.count)
      numbers[label] = number
      found.append(label)
      return number
    }
    self.name = name
    self.codes = codes
    self.labels = found
  }

  /// Takes numbered groups.
  ///
  /// - Parameters:
  ///   - name: what the groups are.
  ///   - codes: the group of each row.
  ///   - labels: the name of each group.
  /// - Precondition: every code is the number of a label, and every label has a row.
  public init(name: String, codes: [Int32], labels: [String]) {
    var isSeen = [Bool](repeating: false, count: labels.count)
    for code in codes {
      precondition(labels.indices.contains(Int(code)), "a row is in a group that there is not")
      isSeen[Int(code)] = true
    }
    precondition(!isSeen.contains(false), "a group has no row")
    self.name = name
    self.codes = codes
    self.labels = labels
  }

  /// The number of rows in each group.
  public var sizes: [Int] {
    var sizes = [Int](repeating: 0, count: count)
    for code in codes { sizes[Int(code)] += 1 }
    return sizes
  }
}
