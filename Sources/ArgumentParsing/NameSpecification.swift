/// The names under which an option or flag is given.
public struct NameSpecification: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// One way to make a name.
  public enum Element: Sendable, Hashable {
    /// The property's name in lowercase words joined by hyphens: `--loss-limit`.
    case long
    /// The first letter of the property's name: `-l`.
    case short
    /// The given name after two hyphens.
    case customLong(String)
    /// The given letter after one hyphen.
    case customShort(Character)
  }

  /// The ways to make the names, one name each.
  public var elements: [Element]

  /// Combines several names.
  public init(_ elements: [Element]) {
    self.elements = elements
  }

  public init(arrayLiteral elements: Element...) {
    self.init(elements)
  }

  /// The property's name in lowercase words joined by hyphens.
  public static var long: Self { [.long] }

  /// The first letter of the property's name.
  public static var short: Self { [.short] }

  /// Both the letter and the long name.
  public static var shortAndLong: Self { [.short, .long] }

  /// A long name other than the property's.
  public static func customLong(_ name: String) -> Self { [.customLong(name)] }

  /// A letter other than the property's first.
  ///
  /// - Precondition: Not a digit, since `-5` is a value.
  public static func customShort(_ letter: Character) -> Self { [.customShort(letter)] }

  /// Returns the names as typed, letters first.
  func names(forProperty property: String) -> [String] {
    var letters: [String] = []
    var words: [String] = []
    for element in elements {
      switch element {
      case .long: words.append("--" + kebabCased(property))
      case .customLong(let name): words.append("--" + name)
      case .short: letters.append("-" + kebabCased(property).prefix(1))
      case .customShort(let letter):
        precondition(!letter.isNumber, "-\(letter) cannot be a name: it is a negative number")
        letters.append("-\(letter)")
      }
    }
    return letters + words
  }
}

/// Returns a Swift identifier as lowercase words joined by hyphens: `CSVFile` as `csv-file`.
func kebabCased(_ identifier: String) -> String {
  let characters = Array(identifier)
  var result = ""
  for (index, character) in characters.enumerated() {
    if character.isUppercase, index > 0 {
      let startsWord =
        !characters[index - 1].isUppercase
        || (index + 1 < characters.count && characters[index + 1].isLowercase)
      if startsWord, result.last != "-" { result.append("-") }
    }
    result += character == "_" ? "-" : character.lowercased()
  }
  return result
}
