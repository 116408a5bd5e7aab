/// A value given after a name: `--year 2017`, `--year=2017` or `-y 2017`.
///
/// A property with a default or of an optional type may be left out. When the name is repeated,
/// an array collects the values, anything else keeps the last.
@propertyWrapper
public struct Option<Value>: Decodable, ArgumentProperty {
  private var state: PropertyState<Value>

  private init(_ definition: Definition) {
    state = .declared(definition)
  }

  public init(from decoder: any Decoder) throws {
    state = .parsed(ValueDecoder.value(from: decoder))
  }

  /// The value, once words have been parsed.
  public var wrappedValue: Value {
    get { state.value }
    set { state = .parsed(newValue) }
  }

  func definitions(for key: Definition.Key) -> [Definition] {
    state.definitions(for: key)
  }

  private static func declaration(
    _ name: NameSpecification, _ help: ArgumentHelp?, _ completion: CompletionKind?
  ) -> Definition.Declaration {
    Definition.Declaration(kind: .option, names: name, help: help, completion: completion)
  }
}

extension Option where Value: ExpressibleByArgument {
  /// Declares an option that must be given.
  public init(
    name: NameSpecification = .long, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) {
    self.init(.single(Self.declaration(name, help, completion), default: Value?.none))
  }

  /// Declares an option with a default.
  public init(
    wrappedValue: Value, name: NameSpecification = .long, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) {
    self.init(.single(Self.declaration(name, help, completion), default: wrappedValue))
  }
}

extension Option {
  /// Declares an option that is nil when left out.
  public init<Wrapped: ExpressibleByArgument>(
    name: NameSpecification = .long, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Wrapped? {
    self.init(.optional(Self.declaration(name, help, completion), of: Wrapped.self))
  }

  /// Declares an option that is nil when left out, and says so with `= nil`.
  public init<Wrapped: ExpressibleByArgument>(
    wrappedValue: _OptionalNilComparisonType, name: NameSpecification = .long,
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Wrapped? {
    self.init(name: name, help: help, completion: completion)
  }

  /// Declares an option that must be given once or more.
  public init<Element: ExpressibleByArgument>(
    name: NameSpecification = .long, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.array(Self.declaration(name, help, completion), default: [Element]?.none))
  }

  /// Declares an option that may be repeated, with the values it has when never given.
  public init<Element: ExpressibleByArgument>(
    wrappedValue: [Element], name: NameSpecification = .long, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.array(Self.declaration(name, help, completion), default: wrappedValue))
  }
}
