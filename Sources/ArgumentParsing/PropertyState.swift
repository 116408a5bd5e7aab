/// What a property wrapper holds: a declaration before parsing, a value after it.
enum PropertyState<Value> {
  case declared(Definition)
  case parsed(Value)

  /// The parsed value.
  var value: Value {
    switch self {
    case .parsed(let value): value
    case .declared:
      preconditionFailure("An option, flag or argument can be read only after parsing.")
    }
  }

  func definitions(for key: Definition.Key) -> [Definition] {
    guard case .declared(var definition) = self else { return [] }
    definition.key = key
    return [definition]
  }
}
