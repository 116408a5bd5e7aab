import Glibc

/// What the command line says.
struct Arguments {
  let workload: String
  let name: String
  let data: String
  /// How often the core is repeated.
  let repetitions: Int
  /// After how many seconds no repetition is begun.
  let budget: Double
  let threads: Int?
  let output: String?

  init(_ words: some Collection<String>) throws(Mistake) {
    guard let workload = words.first else { throw Mistake("name a workload, such as W1") }
    var options: [String: String] = [:]
    var name: String?
    for word in words.dropFirst() {
      if let option = name {
        options[option] = word
        name = nil
      } else {
        guard Self.names.contains(word) else { throw Mistake("\(word) is no option") }
        name = word
      }
    }
    if let name { throw Mistake("\(name) needs a value") }
    guard let data = options["--data"] else { throw Mistake("name the folder with --data") }
    self.workload = workload
    self.data = data
    self.name = options["--case"] ?? ""
    repetitions = try Self.number(options, "--reps", Int.init) ?? 1
    budget = try Self.number(options, "--budget", Double.init) ?? .infinity
    threads = try Self.number(options, "--threads", Int.init)
    output = options["--out"]
  }

  private static let names = ["--case", "--data", "--reps", "--budget", "--threads", "--out"]

  private static func number<Number>(
    _ options: [String: String], _ name: String, _ read: (String) -> Number?
  ) throws(Mistake) -> Number? {
    guard let text = options[name] else { return nil }
    guard let number = read(text) else { throw Mistake("\(name): \(text) is not a number") }
    return number
  }

  /// A command line that says nothing.
  struct Mistake: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
      self.description = description
    }
  }
}

/// Ends the program with a sentence on standard error.
func exit(_ code: Int32, _ sentence: String) -> Never {
  let line = Array("bench: \(sentence)\n".utf8)
  _ = unsafe line.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(code)
}
