/// The manual page of one command, as `man` reads it.
///
/// Written in the macros of man(7), without a date: the same program gives the same bytes.
/// `--generate-manual` prints those of all commands; each begins with its `.TH` line, by which they
/// can be cut apart.
struct ManualPage {
  private let path: CommandPath

  init(_ path: CommandPath) {
    self.path = path
  }

  /// The page, ending with a line break; its first line names it.
  var text: String {
    let configuration = path.configuration
    let title = Self.escaped(pageName.uppercased())
    let source = Self.escaped([path.names[0], path.version ?? ""].joined(separator: " "))
    var lines = [
      ".TH \"\(title)\" 1 \"\" \"\(source)\" \"User Commands\"",
      // Words are neither broken nor spread out: they are to be copied.
      ".nh", ".ad l",
      ".SH NAME", "\(Self.escaped(pageName)) \\- \(Self.escaped(sentencePart))",
      ".SH SYNOPSIS", ".B " + Self.escaped(UsageLine(path).text),
    ]
    if !configuration.discussion.isEmpty {
      lines += [".SH DESCRIPTION"] + Self.paragraphs(of: configuration.discussion)
    }
    for section in HelpScreen(path).sections where !section.entries.isEmpty {
      lines.append(".SH \"\(Self.escaped(section.title))\"")
      for (label, text) in section.entries {
        lines += [".TP", ".B " + Self.escaped(label), Self.escaped(text)]
      }
    }
    return (lines + seeAlso).joined(separator: "\n") + "\n"
  }

  /// The words that call the command, joined by hyphens as manuals name their pages.
  private var pageName: String { path.names.joined(separator: "-") }

  /// The abstract without its full stop, as `whatis` shows it.
  private var sentencePart: String {
    let abstract = path.configuration.abstract
    return abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
  }

  private var seeAlso: [String] {
    let root = CommandPath(root: path.root)
    let others = path.isRoot ? root.children : [root]
    guard !others.isEmpty else { return [] }
    let names = others.map { "\(Self.escaped($0.names.joined(separator: "-")))(1)" }
    return [".SH \"SEE ALSO\"", names.joined(separator: ",\n")]
  }

  /// A discussion: what is indented stays as it is, capitals before a colon head a section.
  private static func paragraphs(of discussion: String) -> [String] {
    var lines: [String] = []
    var isVerbatim = false
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  ") != isVerbatim, !line.isEmpty {
        isVerbatim.toggle()
        lines += isVerbatim ? [".nf", ".RS"] : [".RE", ".fi"]
      }
      if line.isEmpty {
        lines.append(isVerbatim ? "" : ".PP")
      } else if line.hasSuffix(":"), line == line.uppercased() {
        lines.append(".SH \"\(escaped(String(line.dropLast())))\"")
      } else {
        lines.append(escaped(String(line)))
      }
    }
    return lines + (isVerbatim ? [".RE", ".fi"] : [])
  }

  /// A text in which nothing is read as a request or an escape.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for (index, character) in text.enumerated() {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\"": result += "\\(dq"
      // Bare, these would be printed as typographic signs, which no shell reads.
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case ".": result += index == 0 ? "\\&." : "."
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
