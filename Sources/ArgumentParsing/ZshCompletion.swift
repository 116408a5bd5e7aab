/// Writes the completion script for zsh: a function per command, around `_arguments`.
struct ZshCompletion {
  let tree: CompletionTree

  var script: String {
    let main = CompletionTree.functionName(tree.program)
    return """
      #compdef \(tree.program)

      \(tree.commands.map { function(for: $0) }.joined(separator: "\n\n"))

      # The file is either sourced or, under its name in $fpath, called as the function itself.
      if [[ "$funcstack[1]" == '\(main)' ]]; then
          \(main) "$@"
      else
          compdef \(main) \(tree.program)
      fi

      """
  }

  private func function(for command: CompletionTree.Command) -> String {
    let name = CompletionTree.functionName(command.name)
    let options = command.options.flatMap { specifications(of: $0) }
    let separator = " \\\n        "
    guard !command.subcommands.isEmpty else {
      let all = options + command.arguments.map { specification(of: $0) }
      let arguments = (["_arguments -s -S"] + all).joined(separator: separator)
      return """
        \(name)() {
            \(arguments)
        }
        """
    }
    let descriptions = command.subcommands.map { subcommand in
      CompletionTree.quoted(
        subcommand.word + (subcommand.abstract.isEmpty ? "" : ":" + subcommand.abstract))
    }
    let branches = command.subcommands.map { subcommand in
      let function = CompletionTree.functionName("\(command.name) \(subcommand.word)")
      return "        \(CompletionTree.quoted(subcommand.word))) \(function) ;;"
    }
    let all = ["_arguments -s -S -C"] + options + ["': :->subcommand'", "'*:: :->rest'"]
    return """
      \(name)() {
          local curcontext="$curcontext" state state_descr line
          local -A opt_args
          local -a subcommands
          subcommands=(
              \(descriptions.joined(separator: "\n        "))
          )
          \(all.joined(separator: separator))
          case "$state" in
          subcommand) _describe subcommand subcommands ;;
          rest)
              case "$words[1]" in
      \(branches.joined(separator: "\n"))
              esac
              ;;
          esac
      }
      """
  }

  /// Returns one specification per name, each excluding the others unless it can be repeated.
  private func specifications(of option: Definition) -> [String] {
    option.names.map { name in
      let exclusion = option.isRepeating ? "*" : "(\(option.names.joined(separator: " ")))"
      let label = name + (option.kind == .flag ? "" : name.hasPrefix("--") ? "=" : "")
      let value = option.completedValue.map { ":\(escaped(option.valueName)):\(action(for: $0))" }
      return CompletionTree.quoted(
        exclusion + label + "[\(escaped(option.help.abstract))]" + (value ?? ""))
    }
  }

  private func specification(of argument: Definition) -> String {
    let position = argument.isRepeating ? "*:" : argument.isRequired ? ":" : "::"
    let value = action(for: argument.completedValue ?? .files)
    return CompletionTree.quoted(position + escaped(argument.valueName) + ":" + value)
  }

  private func action(for value: CompletionTree.Value) -> String {
    switch value {
    case .words(let words): "(\(words.map { listed($0) }.joined(separator: " ")))"
    case .directories: "_files -/"
    case .files: "_files"
    }
  }

  /// A backslash before what `_arguments` would read as a sign of its own.
  private func escaped(_ text: String) -> String {
    text.map { #"\[]:"#.contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  /// A backslash before what the shell would read as more than a letter, for a list of words.
  private func listed(_ word: String) -> String {
    word.map { character in
      let isPlain =
        !character.isASCII || character.isLetter || character.isNumber
        || "-_./,+%@".contains(character)
      return isPlain ? String(character) : "\\\(character)"
    }.joined()
  }
}
