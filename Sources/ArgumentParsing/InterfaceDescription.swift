/// The commands of a program and what each reads, for programs that call it.
///
///     [{"name": "minhbach score", "abstract": "…", "arguments": [
///       {"kind": "option", "names": ["--year"], "value": "year", "abstract": "…",
///        "values": [], "default": "", "required": false, "repeating": false}]}]
///
/// What every command understands, such as `--help`, is left out.
struct InterfaceDescription {
  let root: any ParsableCommand.Type

  /// The description as JSON, ending with a line break.
  var json: String {
    let commands = CommandPath(root: root).tree.map { Self.object(for: $0) }
    return "[\n" + commands.joined(separator: ",\n") + "\n]\n"
  }

  private static func object(for path: CommandPath) -> String {
    let definitions = Definition.list(of: path.command).filter { $0.isVisible }
    let arguments = definitions.map { "    " + object(for: $0) }.joined(separator: ",\n")
    return """
      {"name": \(quoted(path.name)),
       "abstract": \(quoted(path.configuration.abstract)),
       "arguments": [\(arguments.isEmpty ? "" : "\n" + arguments)]}
      """
  }

  private static func object(for definition: Definition) -> String {
    let members: [(String, String)] = [
      ("kind", quoted("\(definition.kind)")), ("names", list(definition.names)),
      ("value", quoted(definition.kind == .flag ? "" : definition.valueName)),
      ("abstract", quoted(definition.help.abstract)), ("values", list(definition.allowedValues)),
      ("default", quoted(definition.defaultDescription)),
      ("required", "\(definition.isRequired)"), ("repeating", "\(definition.isRepeating)"),
    ]
    return "{" + members.map { "\(quoted($0)): \($1)" }.joined(separator: ", ") + "}"
  }

  private static func list(_ words: [String]) -> String {
    "[" + words.map { quoted($0) }.joined(separator: ", ") + "]"
  }

  /// A text as JSON writes it (RFC 8259, section 7).
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
