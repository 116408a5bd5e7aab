import Tables
import Reports

extension String {
  /// The words that notes of the library begin with; any other first word is the name of a column.
  private static let firstWords: Set<Substring> = [
    "all", "at", "every", "in", "no", "none", "rows", "the", "there",
  ]

  /// The text as a sentence: a capital first, unless a name is first, and a full stop last.
  var sentence: String {
    let isWord = split(separator: " ", maxSplits: 1).first.map(Self.firstWords.contains) ?? false
    return (isWord ? capitalisedAtFirst : self) + (hasSuffix(".") ? "" : ".")
  }

  /// The text with a capital first.
  var capitalisedAtFirst: String { prefix(1).uppercased() + dropFirst() }

  /// A number with what it counts, such as "1 degree" or "2 degrees"; a noun that takes an s.
  static func counted(_ number: String, _ noun: String) -> String {
    number + " " + noun + (number == "1" ? "" : "s")
  }

  /// A confidence as a percentage, with as many decimals as tell it from all others: 95%, 99.99%.
  static func confidence(_ level: Double) -> String {
    var (decimals, factor) = (0, 100.0)
    // A quotient of whole numbers is the number that was typed to the last bit.
    while decimals < 9, (level * factor).rounded() / factor != level {
      decimals += 1
      factor *= 10
    }
    let isTold = (level * factor).rounded() / factor == level
    return isTold ? NumberFormat.percentage(decimals: decimals).string(level) : "\(level * 100)%"
  }
}
