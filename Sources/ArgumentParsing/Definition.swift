/// One option, flag or argument as declared: its names, its help and how to read it.
struct Definition {
  /// The property's place: its own name, after those of the groups around it.
  typealias Key = [String]

  enum Kind {
    case option, flag, argument
  }

  let kind: Kind
  let nameSpecification: NameSpecification
  let help: ArgumentHelp
  let completion: CompletionKind
  var key: Key = []
  /// The heading on the help screen, for members of a titled group.
  var sectionTitle = ""
  /// Every allowed word, or nothing when they cannot be listed.
  var allowedValues: [String] = []
  var defaultDescription = ""
  var isRepeating = false
  /// A `Parsed` value for a property that may be absent, nil for a required one.
  var initialValue: Any?
  /// Turns one word, and what earlier words gave, into a `Parsed` value or nil.
  let read: (String, Any?) -> Any?
}

/// A value on its way to a property.
///
/// The box keeps an absent optional apart from an absent value: inside `Any`, a bare nil could
/// not be told from a failed cast.
struct Parsed<Value> {
  let value: Value
}

extension Definition {
  /// The name shown in sentences and usage lines: the first long one, if any.
  var preferredName: String {
    names.first { $0.hasPrefix("--") } ?? names.first ?? ""
  }

  var names: [String] {
    kind == .argument ? [] : nameSpecification.names(forProperty: key.last ?? "")
  }

  var valueName: String { help.valueName ?? kebabCased(key.last ?? "") }

  var isRequired: Bool { initialValue == nil }

  var isVisible: Bool { help.visibility == .default }

  /// Returns the definition as sentences show it: `--year <year>`, `<file>`, `--quiet`.
  func label(as name: String? = nil) -> String {
    switch kind {
    case .flag: name ?? preferredName
    case .option: "\(name ?? preferredName) <\(valueName)>"
    case .argument: "<\(valueName)>"
    }
  }
}

/// A property wrapper that stands for words of the command line.
protocol ArgumentProperty {
  /// Returns what the property reads, given its place.
  func definitions(for key: Definition.Key) -> [Definition]
}

extension Definition {
  /// Returns what a declaration reads, in the order of its properties.
  static func list<Arguments: ParsableArguments>(
    of type: Arguments.Type, under key: Key = []
  ) -> [Definition] {
    Mirror(reflecting: Arguments()).children.flatMap { child -> [Definition] in
      guard let label = child.label, let property = child.value as? any ArgumentProperty else {
        return []
      }
      let name = label.hasPrefix("_") ? String(label.dropFirst()) : label
      return property.definitions(for: key + [name])
    }
  }
}

// MARK: - Making definitions from types

extension Definition {
  /// The parts of a declaration that do not depend on the property's type.
  struct Declaration {
    let kind: Kind
    let names: NameSpecification
    let help: ArgumentHelp?
    let completion: CompletionKind?
  }

  private init(
    _ declaration: Declaration, read: @escaping (String, Any?) -> Any?
  ) {
    self.init(
      kind: declaration.kind, nameSpecification: declaration.names,
      help: declaration.help ?? ArgumentHelp(), completion: declaration.completion ?? .default,
      read: read)
  }

  /// One value; the last occurrence wins.
  static func single<Value: ExpressibleByArgument>(
    _ declaration: Declaration, default initial: Value?
  ) -> Definition {
    var definition = Definition(declaration) { text, _ in
      Value(argument: text).map { Parsed(value: $0) }
    }
    definition.allowedValues = Value.allValueStrings
    definition.defaultDescription = initial?.defaultValueDescription ?? ""
    definition.initialValue = initial.map { Parsed(value: $0) }
    return definition
  }

  /// One value or none; the last occurrence wins.
  static func optional<Value: ExpressibleByArgument>(
    _ declaration: Declaration, of type: Value.Type
  ) -> Definition {
    var definition = Definition(declaration) { text, _ in
      Value(argument: text).map { Parsed<Value?>(value: $0) }
    }
    definition.allowedValues = Value.allValueStrings
    definition.initialValue = Parsed<Value?>(value: nil)
    return definition
  }

  /// Several values in the order given; the first replaces the default.
  static func array<Value: ExpressibleByArgument>(
    _ declaration: Declaration, default initial: [Value]?
  ) -> Definition {
    var definition = Definition(declaration) { text, earlier in
      let values = (earlier as? Parsed<[Value]>)?.value ?? []
      return Value(argument: text).map { Parsed(value: values + [$0]) }
    }
    definition.allowedValues = Value.allValueStrings
    definition.isRepeating = true
    definition.defaultDescription =
      initial?.map { $0.defaultValueDescription }.joined(separator: ", ") ?? ""
    definition.initialValue = initial.map { Parsed(value: $0) }
    return definition
  }

  /// A switch that any occurrence turns on.
  static func flag(
    names: NameSpecification, help: ArgumentHelp?, default initial: Bool
  ) -> Definition {
    let declaration = Declaration(kind: .flag, names: names, help: help, completion: nil)
    var definition = Definition(declaration) { _, _ in Parsed(value: true) }
    definition.initialValue = Parsed(value: initial)
    return definition
  }
}

// MARK: - What every command understands

extension Definition {
  /// `-h, --help`.
  static var helpFlag: Definition {
    builtIn([.customShort("h"), .customLong("help")], "Show help information.")
  }

  /// `--version`.
  static var versionFlag: Definition {
    builtIn(.customLong("version"), "Show the version.")
  }

  private static func builtIn(_ names: NameSpecification, _ abstract: String) -> Definition {
    var definition = flag(names: names, help: ArgumentHelp(abstract), default: false)
    // No property can have a name with hyphens, so the key clashes with none.
    definition.key = [definition.preferredName]
    return definition
  }
}
