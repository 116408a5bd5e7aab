import Glibc
import Harness

/// Throws inputs at the parser that the variable PARSER names; its arguments are those of libFuzzer.
@main
enum Fuzz {
  /// A callback of C captures nothing: the choice is made once, here.
  private static let parser: Parser = {
    let name = unsafe getenv("PARSER").map { unsafe String(cString: $0) } ?? ""
    guard let parser = Parser(rawValue: name) else {
      print("PARSER is one of", Parser.allCases.map(\.rawValue).joined(separator: " "))
      exit(64)
    }
    return parser
  }()

  static func main() {
    _ = Fuzz.parser
    unsafe exit(
      FuzzTarget.run { start, count in
        Fuzz.parser.read(unsafe FuzzTarget.bytes(start, count))
        return 0
      })
  }
}
