/// How a cell of a workbook looks: its part on the sheet, and how its number is shown.
///
/// The number itself keeps its digits.
public struct CellStyle: Sendable, Hashable {
  /// The part a cell plays on its sheet.
  public enum Role: Sendable, Hashable, CaseIterable {
    /// A figure or a text.
    case plain
    /// The name of a column.
    case header
    /// The name of a sheet or of a part of it.
    case title
    /// A cell that is there to be changed.
    case input
    /// What matters most of what is computed.
    case result
    /// A code or a remark, in grey.
    case remark
  }

  /// How numbers are shown.
  public enum Digits: Sendable, Hashable {
    /// As the program sees fit.
    case general
    /// With so many decimals, and no mark between thousands.
    case decimals(Int)
    /// As a percentage with so many decimals.
    case percentage(Int)
    /// With so many decimals and a sign.
    case signed(Int)
    /// With two digits and a power of ten.
    case scientific

    /// The code by which spreadsheet programs know it.
    var code: String? {
      switch self {
      case .general: nil
      case .decimals(let count): Self.places(count)
      case .percentage(let count): Self.places(count) + "%"
      case .signed(let count):
        "+\(Self.places(count));-\(Self.places(count));\(Self.places(count))"
      case .scientific: "0.0E+00"
      }
    }

    private static func places(_ count: Int) -> String {
      precondition((0...9).contains(count), "numbers are shown with up to nine decimals")
      return count == 0 ? "0" : "0." + String(repeating: "0", count: count)
    }
  }

  /// The part the cell plays.
  public let role: Role
  /// How its number is shown.
  public let digits: Digits
  /// Whether a long text goes on in the next line of the cell.
  public let isWrapped: Bool

  /// Describes a style.
  public init(_ role: Role = .plain, _ digits: Digits = .general, isWrapped: Bool = false) {
    self.role = role
    self.digits = digits
    self.isWrapped = isWrapped
  }
}
