/// A formula of a sheet, put together of typed parts.
///
/// Every function it knows is one that Excel 2007 and LibreOffice compute alike, and none depends on the
/// language of the program: numbers are never made into text to be compared. What the tree says is what is
/// written: an operand gets parentheses wherever it would bind otherwise.
public struct Formula: Sendable, Hashable {
  /// The formula as a file holds it, without the equals sign.
  let text: String
  private let binding: Binding

  /// How tightly the parts of a formula hold together.
  private enum Binding: Int, Comparable {
    case comparison, sum, product, atom

    static func < (one: Binding, other: Binding) -> Bool { one.rawValue < other.rawValue }
  }

  private init(_ text: String, _ binding: Binding) {
    self.text = text
    self.binding = binding
  }

  /// A number.
  ///
  /// - Precondition: the number is finite.
  public init(_ number: Double) {
    precondition(number.isFinite, "a formula holds finite numbers")
    self.init(number.shortestDecimal, number < 0 ? .sum : .atom)
  }

  /// A text between quotes.
  public init(_ text: String) {
    self.init(
      "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\"", .atom)
  }

  /// A cell of the same sheet that moves with the formula when it is copied.
  public init(_ place: CellPlace) {
    self.init(Location.columnName(place.column) + "\(place.row)", .atom)
  }

  /// Cells of the same sheet that move with the formula when it is copied.
  public init(_ range: CellRange) {
    let (first, last) = (Formula(range.first).text, Formula(range.last).text)
    self.init(first == last ? first : first + ":" + last, .atom)
  }

  /// A cell of another sheet that moves with the formula when it is copied.
  public init(_ place: CellPlace, of sheet: String) {
    self.init(Self.prefix(sheet) + Formula(place).text, .atom)
  }

  /// Cells of another sheet that move with the formula when it is copied.
  public init(_ range: CellRange, of sheet: String) {
    self.init(Self.prefix(sheet) + Formula(range).text, .atom)
  }

  /// A cell of a sheet that stays where it is.
  public init(_ place: CellPlace, on sheet: String) {
    self.init(Self.prefix(sheet) + Self.anchored(place), .atom)
  }

  /// Cells of a sheet that stay where they are.
  public init(_ range: CellRange, on sheet: String) {
    let (first, last) = (Self.anchored(range.first), Self.anchored(range.last))
    self.init(Self.prefix(sheet) + (first == last ? first : first + ":" + last), .atom)
  }

  /// Cells that have a name.
  public init(_ name: DefinedName) { self.init(name.name, .atom) }

  private static func prefix(_ sheet: String) -> String {
    let quoted = sheet.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    return "'\(quoted)'!"
  }

  private static func anchored(_ place: CellPlace) -> String {
    "$\(Location.columnName(place.column))$\(place.row)"
  }
}

// MARK: - Operators

extension Formula {
  private static func joined(
    _ left: Formula, _ symbol: String, _ right: Formula, _ binding: Binding
  ) -> Formula {
    let first = left.binding < binding ? "(\(left.text))" : left.text
    // A chain is computed from the left: what stands on the right as a whole is put in parentheses.
    let second = right.binding <= binding ? "(\(right.text))" : right.text
    return Formula(first + symbol + second, binding)
  }

  /// The sum.
  public static func + (left: Formula, right: Formula) -> Formula { joined(left, "+", right, .sum) }

  /// The difference.
  public static func - (left: Formula, right: Formula) -> Formula { joined(left, "-", right, .sum) }

  /// The product; of comparisons, whether all hold.
  public static func * (left: Formula, right: Formula) -> Formula {
    joined(left, "*", right, .product)
  }

  /// The quotient.
  public static func / (left: Formula, right: Formula) -> Formula {
    joined(left, "/", right, .product)
  }

  /// Whether the left is more.
  public static func > (left: Formula, right: Formula) -> Formula {
    joined(left, ">", right, .comparison)
  }

  /// Whether the left is less.
  public static func < (left: Formula, right: Formula) -> Formula {
    joined(left, "<", right, .comparison)
  }

  /// Whether the left is at least the right.
  public static func >= (left: Formula, right: Formula) -> Formula {
    joined(left, ">=", right, .comparison)
  }

  /// Whether the left is at most the right.
  public static func <= (left: Formula, right: Formula) -> Formula {
    joined(left, "<=", right, .comparison)
  }

  /// Whether both are the same; texts are so in either case of letters.
  public func equals(_ other: Formula) -> Formula { Self.joined(self, "=", other, .comparison) }
}

// MARK: - Functions

extension Formula {
  private static func call(_ name: String, _ arguments: [Formula]) -> Formula {
    Formula("\(name)(\(arguments.map(\.text).joined(separator: ",")))", .atom)
  }

  /// One of two, by a condition.
  public static func when(
    _ condition: Formula, then first: Formula, else second: Formula
  ) -> Formula { call("IF", [condition, first, second]) }

  /// The least of numbers; what is no number in cells is passed over.
  public static func minimum(_ values: Formula...) -> Formula { call("MIN", values) }

  /// The greatest of numbers; what is no number in cells is passed over.
  public static func maximum(_ values: Formula...) -> Formula { call("MAX", values) }

  /// How many cells hold numbers.
  public static func count(_ range: Formula) -> Formula { call("COUNT", [range]) }

  /// The sum of the products of cells side by side; of one argument, its sum cell by cell.
  public static func sumOfProducts(_ values: Formula...) -> Formula { call("SUMPRODUCT", values) }

  /// Whether a cell holds a number; in a sum of products, of each cell.
  public static func isNumber(_ value: Formula) -> Formula { call("ISNUMBER", [value]) }

  /// The number at a place counted from the greatest.
  public static func greatest(_ place: Formula, of range: Formula) -> Formula {
    call("LARGE", [range, place])
  }

  /// Where in a row or column a value stands, counted from 1; exactly that value.
  public static func place(of value: Formula, in range: Formula) -> Formula {
    call("MATCH", [value, range, Formula(0.0)])
  }

  /// The cell of a row or column at a place counted from 1.
  public static func entry(_ place: Formula, of range: Formula) -> Formula {
    call("INDEX", [range, place])
  }
}
