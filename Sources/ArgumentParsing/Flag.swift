/// A switch that is on when its name is given: `--quiet` or `-q`.
@propertyWrapper
public struct Flag: Decodable, ArgumentProperty {
  private var state: PropertyState<Bool>

  /// Declares a flag with the value it has when not given, as a rule false.
  public init(
    wrappedValue: Bool, name: NameSpecification = .long, help: ArgumentHelp? = nil
  ) {
    state = .declared(.flag(names: name, help: help, default: wrappedValue))
  }

  public init(from decoder: any Decoder) throws {
    state = .parsed(ValueDecoder.value(from: decoder))
  }

  /// Whether the flag is on, once words have been parsed.
  public var wrappedValue: Bool {
    get { state.value }
    set { state = .parsed(newValue) }
  }

  func definitions(for key: Definition.Key) -> [Definition] {
    state.definitions(for: key)
  }
}
