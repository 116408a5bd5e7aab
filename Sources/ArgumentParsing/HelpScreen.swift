/// The help of one command.
struct HelpScreen {
  /// The column at which descriptions start.
  private static let textColumn = 26

  /// A heading and what stands under it: names on the left, what they mean on the right.
  struct Section {
    let title: String
    let entries: [(label: String, text: String)]
  }

  private let path: CommandPath

  init(_ path: CommandPath) {
    self.path = path
  }

  /// The screen, ending with a line break.
  var text: String {
    var parts: [String] = []
    let configuration = path.configuration
    if !configuration.abstract.isEmpty {
      let overview = "OVERVIEW: " + configuration.abstract
      parts.append(
        TextLayout.lines(of: overview, width: TextLayout.columns).joined(separator: "\n"))
    }
    if !configuration.discussion.isEmpty { parts.append(configuration.discussion) }
    parts.append(UsageLine(path).text(heading: "USAGE: "))
    for section in sections where !section.entries.isEmpty {
      let lines = ["\(section.title):"] + section.entries.map { Self.rendered($0.label, $0.text) }
      parts.append(lines.joined(separator: "\n"))
    }
    if !path.children.isEmpty {
      let words = [path.names[0], "help"] + path.names.dropFirst() + ["<subcommand>"]
      parts.append("  See '\(words.joined(separator: " "))' for detailed help.")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The sections, in the order of the screen; some may be empty.
  var sections: [Section] {
    let definitions = path.definitions.filter { $0.isVisible }
    let arguments = definitions.filter { $0.kind == .argument && $0.sectionTitle.isEmpty }
    let options = definitions.filter { $0.kind != .argument && $0.sectionTitle.isEmpty }
    var titles: [String] = []
    for title in definitions.map({ $0.sectionTitle }) where !title.isEmpty {
      if !titles.contains(title) { titles.append(title) }
    }
    let titled = titles.map { title in
      section(title.uppercased(), definitions.filter { $0.sectionTitle == title })
    }
    return [section("ARGUMENTS", arguments)] + titled
      + [section("OPTIONS", options), subcommands]
  }

  private func section(_ title: String, _ definitions: [Definition]) -> Section {
    Section(title: title, entries: definitions.map { ($0.helpLabel, $0.helpText) })
  }

  private var subcommands: Section {
    let defaultSubcommand = path.configuration.defaultSubcommand
    let entries = path.children.map { child in
      let mark = child.command == defaultSubcommand ? " (default)" : ""
      return (label: child.command.commandName + mark, text: child.configuration.abstract)
    }
    return Section(title: "SUBCOMMANDS", entries: entries)
  }

  private static func rendered(_ label: String, _ text: String) -> String {
    let indented = "  " + label
    if text.isEmpty { return indented }
    let margin = TextLayout.padding(textColumn)
    let body = TextLayout.lines(of: text, width: TextLayout.columns - textColumn)
      .joined(separator: "\n" + margin)
    // A label that leaves no gap before the text has a line of its own.
    if indented.count >= textColumn { return indented + "\n" + margin + body }
    return indented + TextLayout.padding(textColumn - indented.count) + body
  }
}

extension Definition {
  fileprivate var helpLabel: String {
    if kind == .argument { return label() }
    return names.joined(separator: ", ") + (kind == .option ? " <\(valueName)>" : "")
  }

  fileprivate var helpText: String {
    var notes: [String] = []
    if !allowedValues.isEmpty { notes.append("values: " + allowedValues.joined(separator: ", ")) }
    if !defaultDescription.isEmpty { notes.append("default: " + defaultDescription) }
    let note = notes.isEmpty ? "" : "(\(notes.joined(separator: "; ")))"
    return [help.abstract, note].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
