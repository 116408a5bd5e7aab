import Tables

/// The times of a workload and its answers.
struct Report {
  /// Seconds of each repetition, the first among them.
  let seconds: [Double]
  /// Seconds of reading the files, where that is no part of the core.
  var loading = 0.0
  /// The answers by name, as JSON.
  let answers: [(name: String, json: String)]

  /// Repeats a piece of work as the command line says, and returns its last result.
  static func timing<Result>(
    _ arguments: Arguments, _ work: () throws -> Result
  ) rethrows -> (Result, seconds: [Double]) {
    let clock = ContinuousClock()
    let start = clock.now
    var seconds: [Double] = []
    while true {
      let begin = clock.now
      let result = try work()
      seconds.append((clock.now - begin) / .seconds(1))
      if seconds.count >= arguments.repetitions
        || (clock.now - start) / .seconds(1) > arguments.budget
      {
        return (result, seconds)
      }
    }
  }

  /// Writes the file that the command line names, and a line on standard output.
  func write(for arguments: Arguments) throws {
    let later = seconds.dropFirst().sorted()
    let warm =
      later.isEmpty ? seconds[0] : (later[later.count / 2] + later[(later.count - 1) / 2]) / 2
    if let output = arguments.output {
      let answers = answers.map { "\"\($0.name)\": \($0.json)" }.joined(separator: ", ")
      try TextFile.write(
        "{\"core_first_s\": \(seconds[0]), \"core_s\": \(warm), \"core_min_s\": \(seconds.min() ?? 0), "
          + "\"core_reps\": \(seconds.count), \"load_s\": \(loading), \"answers\": {\(answers)}}\n",
        to: output)
    }
    print(
      "\(arguments.workload) \(arguments.name): core first \(seconds[0]) s, "
        + "core \(warm) s (\(seconds.count))")
  }
}

extension Report {
  /// Numbers as a JSON array; what is undefined is null.
  static func json(_ numbers: some Sequence<Double>) -> String {
    "[" + numbers.map { $0.isNaN ? "null" : "\($0)" }.joined(separator: ", ") + "]"
  }
}
