import ArgumentParsing
import Testing

struct RandomWordsTests {
  /// SplitMix64, so that a failure can be repeated (doi:10.1145/2660193.2660195).
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return bits ^ (bits >> 31)
    }
  }

  private static let vocabulary = [
    "score", "ingest", "store", "check", "clean", "ending", "help", "--help", "-h", "--version",
    "--", "-", "", "=", "-=", "--=", "--year", "--year=", "-y", "2017", "-5", "-.", "--weight",
    "--format", "json", "--format=csv", "-x", "-xq", "-qx=", "--output", "-o", "-vs", "--folder",
    "plain", "silent", "--generate-completion-script", "--generate-completion-script=zsh", "zsh",
    "Đắk Nông", "\u{301}", "-\u{301}", "--\u{301}", "\r\n", "\0", "--seed", "18446744073709551616",
  ]
  private static let letters = Array("-=hyqxsvo .0159aĐế\u{301}\n'\"$é👩‍👧")

  private static func words(from generator: inout Generator) -> [String] {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      if Bool.random(using: &generator) {
        return vocabulary.randomElement(using: &generator) ?? ""
      }
      let count = Int.random(in: 0...5, using: &generator)
      return String((0..<count).map { _ in letters.randomElement(using: &generator) ?? "-" })
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func anyWordsEndInAKnownWay(seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<1500 {
      let words = Self.words(from: &generator)
      let outcome = Program.outcome(arguments: words)
      #expect([0, 1, 7, 64, 66].contains(outcome.exitCode.rawValue), "\(words)")
      if outcome.exitCode == .validationFailure {
        #expect(outcome.standardOutput == "", "\(words)")
        #expect(outcome.standardError.contains(" --help' for more information.\n"), "\(words)")
      }
    }
  }

  @Test func anyTextIsKeptAfterTheTerminator() throws {
    var generator = Generator(state: 5)
    for _ in 0..<1000 {
      let words = Self.words(from: &generator) + ["last"]
      #expect(try Ingest.parse(["--"] + words).files == words)
    }
  }
}
