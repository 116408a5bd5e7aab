/// The line that shows how a command is called.
struct UsageLine {
  /// With more options than this the line names only what is required.
  private static let mostOptions = 12

  private let path: CommandPath

  init(_ path: CommandPath) {
    self.path = path
  }

  /// The line without a heading, however long.
  var text: String { ([path.name] + pieces).joined(separator: " ") }

  /// Returns the line after its heading, wrapped between options and never inside one.
  func text(heading: String) -> String {
    let width = TextLayout.columns - heading.count
    let lines = TextLayout.joined([path.name] + pieces, width: width)
    return heading + lines.joined(separator: "\n" + TextLayout.padding(heading.count))
  }

  private var pieces: [String] {
    let shown = Definition.list(of: path.command).filter { $0.isVisible }
    var pieces = shown.map { synopsis(of: $0) }
    if shown.count > Self.mostOptions {
      let essential = shown.filter { $0.kind == .argument || $0.isRequired }
      pieces = ["[<options>]"] + essential.map { synopsis(of: $0) }
    }
    return pieces + (path.children.isEmpty ? [] : ["<subcommand>"])
  }

  private func synopsis(of definition: Definition) -> String {
    let single = definition.label() + (definition.isRepeating ? " ..." : "")
    return definition.isRequired ? single : "[\(single)]"
  }
}
