/// What the help screen says about one option, flag or argument.
public struct ArgumentHelp: Sendable, ExpressibleByStringInterpolation {
  /// One line about the property.
  public var abstract: String

  /// The word between angle brackets; made from the property's name when nil.
  public var valueName: String?

  /// Whether help and completions show the property.
  public var visibility: ArgumentVisibility

  /// Describes a property.
  public init(
    _ abstract: String = "", valueName: String? = nil, visibility: ArgumentVisibility = .default
  ) {
    self.abstract = abstract
    self.valueName = valueName
    self.visibility = visibility
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// A property that works but is shown nowhere.
  public static var hidden: ArgumentHelp { ArgumentHelp(visibility: .hidden) }
}

/// Whether help and completions show a property.
public enum ArgumentVisibility: Sendable, Hashable {
  /// Shown.
  case `default`
  /// Accepted on the command line, shown nowhere.
  case hidden
}
