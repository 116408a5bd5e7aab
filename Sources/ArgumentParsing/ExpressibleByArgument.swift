/// A type whose values can be read from one word of the command line.
///
/// An enum of strings needs no more than the conformance; if it is also `CaseIterable`, its
/// values are listed by help, error messages and completions.
public protocol ExpressibleByArgument {
  /// Reads a value, or returns nil when the word is not one.
  init?(argument: String)

  /// The value as help shows it when it is a default.
  var defaultValueDescription: String { get }

  /// Every allowed word, or nothing when they cannot be listed.
  static var allValueStrings: [String] { get }
}

extension ExpressibleByArgument {
  public var defaultValueDescription: String { "\(self)" }

  public static var allValueStrings: [String] { [] }
}

extension ExpressibleByArgument where Self: CaseIterable {
  public static var allValueStrings: [String] {
    allCases.map { $0.defaultValueDescription }
  }
}

extension ExpressibleByArgument where Self: RawRepresentable, RawValue: ExpressibleByArgument {
  public init?(argument: String) {
    guard let rawValue = RawValue(argument: argument) else { return nil }
    self.init(rawValue: rawValue)
  }

  public var defaultValueDescription: String { rawValue.defaultValueDescription }
}

extension String: ExpressibleByArgument {
  public init?(argument: String) {
    self = argument
  }
}

extension Int: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension UInt64: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

extension Double: ExpressibleByArgument {
  /// Reads a decimal number; refuses "nan", "inf", hexadecimal and what overflows.
  public init?(argument: String) {
    let isDecimal = argument.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): true
      default: false
      }
    }
    guard isDecimal, let value = Double(argument), value.isFinite else { return nil }
    self = value
  }
}

extension Bool: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }

  public static var allValueStrings: [String] { ["true", "false"] }
}
