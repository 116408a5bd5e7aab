/// A value known by its position among the words.
///
/// Arguments take the words that are neither options nor their values, in the order of the
/// properties. An array takes all that remain, so it comes last.
@propertyWrapper
public struct Argument<Value>: Decodable, ArgumentProperty {
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
    _ help: ArgumentHelp?, _ completion: CompletionKind?
  ) -> Definition.Declaration {
    Definition.Declaration(kind: .argument, names: [], help: help, completion: completion)
  }
}

extension Argument where Value: ExpressibleByArgument {
  /// Declares an argument that must be given.
  public init(help: ArgumentHelp? = nil, completion: CompletionKind? = nil) {
    self.init(.single(Self.declaration(help, completion), default: Value?.none))
  }

  /// Declares an argument with a default.
  public init(
    wrappedValue: Value, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) {
    self.init(.single(Self.declaration(help, completion), default: wrappedValue))
  }
}

extension Argument {
  /// Declares an argument that is nil when left out.
  public init<Wrapped: ExpressibleByArgument>(
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Wrapped? {
    self.init(.optional(Self.declaration(help, completion), of: Wrapped.self))
  }

  /// Declares an argument that is nil when left out, and says so with `= nil`.
  public init<Wrapped: ExpressibleByArgument>(
    wrappedValue: _OptionalNilComparisonType, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) where Value == Wrapped? {
    self.init(help: help, completion: completion)
  }

  /// Declares one argument or more.
  public init<Element: ExpressibleByArgument>(
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.array(Self.declaration(help, completion), default: [Element]?.none))
  }

  /// Declares any number of arguments, with the values they have when none is given.
  public init<Element: ExpressibleByArgument>(
    wrappedValue: [Element], help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.array(Self.declaration(help, completion), default: wrappedValue))
  }
}
