/// Options, flags and arguments declared once and shared by several commands.
@propertyWrapper
public struct OptionGroup<Value: ParsableArguments>: Decodable, ArgumentProperty {
  private enum State {
    case declared(title: String)
    case parsed(Value)
  }

  private var state: State

  /// Declares a group; a title gives its options a heading of their own on the help screen.
  public init(title: String = "") {
    state = .declared(title: title)
  }

  public init(from decoder: any Decoder) throws {
    var group = try Value(from: decoder)
    try group.validate()
    state = .parsed(group)
  }

  /// The group, once words have been parsed.
  public var wrappedValue: Value {
    get {
      switch state {
      case .parsed(let group): group
      case .declared: preconditionFailure("An option group can be read only after parsing.")
      }
    }
    set { state = .parsed(newValue) }
  }

  func definitions(for key: Definition.Key) -> [Definition] {
    guard case .declared(let title) = state else { return [] }
    return Definition.list(of: Value.self, under: key).map { member in
      var member = member
      if !title.isEmpty, member.sectionTitle.isEmpty { member.sectionTitle = title }
      return member
    }
  }
}
