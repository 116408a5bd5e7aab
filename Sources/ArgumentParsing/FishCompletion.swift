/// Writes the completion script for fish: one `complete` line per name that can follow.
struct FishCompletion {
  let tree: CompletionTree

  private var function: String { "_" + CompletionTree.functionName(tree.program) }

  var script: String {
    """
    # Prints the command that the words before the cursor call.
    function \(function)_command
        set -l command \(quoted(tree.program))
        set -l skips no
        set -l words (commandline -opc)
        for word in $words[2..-1]
            if test $skips = yes
                set skips no
                continue
            end
            switch "$command $word"
    \(branch(commandPatterns, "set command \"$command $word\""))
    \(branch(valuePatterns, "set skips yes"))
            end
        end
        echo $command
    end

    # Succeeds if the words before the cursor call the given command.
    function \(function)_at
        test (\(function)_command) = "$argv"
    end

    complete -c \(tree.program) -f
    \(tree.commands.flatMap { lines(for: $0) }.joined(separator: "\n"))

    """
  }

  private var commandPatterns: [String] {
    tree.commands.dropFirst().map { quoted($0.name) }
  }

  private var valuePatterns: [String] {
    tree.commands.flatMap { command in
      command.options.filter { $0.kind != .flag }
        .flatMap { $0.names }.map { quoted("\(command.name) \($0)") }
    }
  }

  private func branch(_ patterns: [String], _ action: String) -> String {
    guard !patterns.isEmpty else { return "            # Nothing more to look for." }
    return """
                  case \(patterns.joined(separator: " "))
                      \(action)
      """
  }

  private func lines(for command: CompletionTree.Command) -> [String] {
    let start = "complete -c \(tree.program) -n \(quoted("\(function)_at \(command.name)"))"
    let options = command.options.map { option in
      let names = option.names.map { name in
        name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
      }
      let value = option.completedValue.map { " -r " + offer($0) } ?? ""
      return "\(start) \(names.joined(separator: " "))\(value)\(described(option.help.abstract))"
    }
    let subcommands = command.subcommands.map { subcommand in
      "\(start) -f -a \(quoted(subcommand.word))\(described(subcommand.abstract))"
    }
    let arguments = command.arguments.map { argument in
      "\(start) \(offer(argument.completedValue ?? .files))\(described(argument.help.abstract))"
    }
    return options + subcommands + arguments
  }

  private func described(_ abstract: String) -> String {
    abstract.isEmpty ? "" : " -d \(quoted(abstract))"
  }

  private func offer(_ value: CompletionTree.Value) -> String {
    switch value {
    case .words(let words): "-f -a \(quoted(words.map { quoted($0) }.joined(separator: " ")))"
    case .directories: "-f -a '(__fish_complete_directories)'"
    case .files: "-F"
    }
  }

  /// A word in single quotes, in which fish reads a backslash as an escape.
  private func quoted(_ word: String) -> String {
    "'" + word.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
