/// Writes the completion script for bash.
///
/// Its function walks the words before the cursor to learn the command, a name that awaits its
/// value and the number of arguments so far, then looks up what can follow.
struct BashCompletion {
  let tree: CompletionTree

  private var function: String { CompletionTree.functionName(tree.program) }

  var script: String {
    """
    #!/bin/bash

    # Offers those of the given words that continue the current one.
    \(function)_offer_words() {
        local typed="${current//\\\\/}" quotes= word
        case "$current" in
        [\\"\\']*) typed="${current:1}" quotes=yes ;;
        esac
        for word in "$@"; do
            [[ "$word" == "$typed"* ]] || continue
            [[ -n "$quotes" ]] || printf -v word '%q' "$word"
            COMPREPLY+=("$prefix$word")
        done
    }

    # Offers paths: files with -f, folders with -d.
    \(function)_offer_paths() {
        local path
        compopt -o filenames 2>/dev/null
        while IFS= read -r path; do
            COMPREPLY+=("$prefix$path")
        done < <(compgen "$1" -- "$current")
    }

    # Succeeds if the option "$2" of the command "$1" takes a value.
    \(function)_takes_value() {
        case "$1 $2" in
    \(cases(optionsWithValues.map { ($0.pattern, "return 0") }))
        esac
        return 1
    }

    \(function)() {
        local command=\(CompletionTree.quoted(tree.program)) option= ended= position=0
        local current="${COMP_WORDS[COMP_CWORD]}" prefix= word index
        COMPREPLY=()

        for ((index = 1; index < COMP_CWORD; index++)); do
            word="${COMP_WORDS[index]}"
            if [[ "$word" == '=' ]]; then
                # Bash splits --name=value in three.
                continue
            elif [[ -n "$option" ]]; then
                option=
            elif [[ -z "$ended" && "$word" == '--' ]]; then
                ended=yes
            elif [[ -z "$ended" && "$word" == -?* && "$word" != -[0-9.]* ]]; then
                \(function)_takes_value "$command" "$word" && option="$word"
            else
                case "$command $word" in
    \(cases([(subcommandPattern, "command=\"$command $word\"")], indent: 12))
                *) position=$((position + 1)) ;;
                esac
            fi
        done

        if [[ "$current" == '=' ]]; then
            current=
        elif [[ -z "$option$ended" && "$current" == --*=* ]]; then
            option="${current%%=*}" prefix="${current%%=*}=" current="${current#*=}"
        fi

        if [[ -n "$option" ]]; then
            case "$command $option" in
    \(cases(optionsWithValues.map { ($0.pattern, offer($0.value)) }, indent: 8))
            esac
        elif [[ -z "$ended" && "$current" == -* ]]; then
            case "$command" in
    \(cases(tree.commands.map { (CompletionTree.quoted($0.name), offerOptions(of: $0)) }, indent: 8))
            esac
        else
            case "$command $position" in
    \(cases(positions, indent: 8))
            esac
        fi
    }

    complete -F \(function) \(tree.program)

    """
  }

  private func cases(_ branches: [(pattern: String, action: String)], indent: Int = 4) -> String {
    branches.filter { !$0.pattern.isEmpty }
      .map { TextLayout.padding(indent) + "\($0.pattern)) \($0.action) ;;" }
      .joined(separator: "\n")
  }

  private var optionsWithValues: [(pattern: String, value: CompletionTree.Value)] {
    tree.commands.flatMap { command in
      command.options.compactMap { option in
        option.completedValue.map { value in
          let patterns = option.names.map { CompletionTree.quoted("\(command.name) \($0)") }
          return (pattern: patterns.joined(separator: "|"), value: value)
        }
      }
    }
  }

  private var subcommandPattern: String {
    tree.commands.dropFirst().map { CompletionTree.quoted($0.name) }.joined(separator: "|")
  }

  private var positions: [(pattern: String, action: String)] {
    tree.commands.flatMap { command -> [(pattern: String, action: String)] in
      if !command.subcommands.isEmpty {
        let words = command.subcommands.map { $0.word }
        return [(CompletionTree.quoted(command.name + " 0"), offer(.words(words)))]
      }
      return command.arguments.enumerated().map { position, argument in
        let pattern =
          argument.isRepeating
          ? CompletionTree.quoted(command.name + " ") + "*"
          : CompletionTree.quoted("\(command.name) \(position)")
        return (pattern, offer(argument.completedValue ?? .files))
      }
    }
  }

  private func offerOptions(of command: CompletionTree.Command) -> String {
    offer(.words(command.options.flatMap { $0.names }))
  }

  private func offer(_ value: CompletionTree.Value) -> String {
    switch value {
    case .words(let words):
      ([function + "_offer_words"] + words.map { CompletionTree.quoted($0) })
        .joined(separator: " ")
    case .directories: function + "_offer_paths -d"
    case .files: function + "_offer_paths -f"
    }
  }
}
